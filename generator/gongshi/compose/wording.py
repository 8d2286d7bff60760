"""Numbers, days and names of organisations as official papers write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gongshi.model.profile import PARTY, RESIDENTS, VILLAGERS, Share
from gongshi.model.records import ELECTION, Village

_DIGITS = "零一二三四五六七八九"
_WEEKDAYS = "一二三四五六日"

#: 组织形式 → the committee's name behind 中共 and the village's, and behind the village's
#: alone: 中共…青禾村支部委员会, 青禾村党支部委员会.
_COMMITTEES = {"党支部": "支部委员会", "党总支": "总支部委员会", "党委": "委员会"}
_SHORT_COMMITTEES = {"党支部": "党支部委员会", "党总支": "党总支委员会", "党委": "党委"}

#: Who votes and where, by body and by the base of the quorum.
_ELECTORS = {
    (PARTY, "应到"): ("有选举权的党员", "党员大会"),
    (VILLAGERS, "登记选民"): ("登记参加选举的村民", "村民选举大会"),
    (RESIDENTS, "登记选民"): ("登记参加选举的居民", "居民选举大会"),
    (RESIDENTS, "居民代表"): ("居民代表", "居民代表会议"),
    (RESIDENTS, "户代表"): ("户代表", "户代表会议"),
}

#: What a share is a share of, where the plain word of the tables would not do.
_BASES = {
    "应到": "应到会有选举权的党员人数",
    "实到": "实到会有选举权的党员人数",
    "居民代表": "居民代表总数",
    "户代表": "户代表总数",
    "登记选民": "登记参加选举的人数",
    "投票人数": "参加投票的人数",
    "有效票": "有效票数",
}

#: Laws that bind only some organisations, by the short name in the profile.
_RURAL_LAW, _BRANCH_LAW = "农村条例", "支部条例"


def numeral(number: int) -> str:
    """一 to 九十九."""
    tens, ones = divmod(number, 10)
    if not tens:
        return _DIGITS[ones]
    return f"{_DIGITS[tens] if tens > 1 else ''}十{_DIGITS[ones] if ones else ''}"


def chinese_date(day: date) -> str:
    """``2026年11月2日``."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: date) -> str:
    """``星期一``."""
    return f"星期{_WEEKDAYS[day.weekday()]}"


def is_community(village: Village) -> bool:
    """Whether it is a 社区 rather than a village."""
    return village.name.endswith("社区") or "社区" in village.category


def committee(body: str, full_name: str, village: Village) -> str:
    """The full name of the committee that is elected; empty while 组织形式 is unknown."""
    if body != PARTY:
        return f"{full_name}{village.name}{body}"
    name = _COMMITTEES.get(village.organisation)
    return f"中共{full_name}{village.name}{name}" if name else ""


def short_committee(body: str, village: Village) -> str:
    """``青禾村党支部委员会``, ``云溪社区党委``, ``莲花社区居民委员会``."""
    if body != PARTY:
        return f"{village.name}{body}"
    name = village.organisation
    return f"{village.name}{_SHORT_COMMITTEES.get(name, name)}"


def electors(body: str, base: str) -> tuple[str, str]:
    """Who votes and in what meeting, by the base of the quorum."""
    return _ELECTORS.get((body, base), (base, ELECTION))


def share_words(share: Share) -> str:
    """``不少于应到会有选举权的党员人数的五分之四``."""
    return replace(share, base=_BASES.get(share.base, share.base)).words()


def law_applies(law: str, body: str, village: Village) -> bool:
    """Whether the law of that short name binds the organisation that is elected."""
    if law == _RURAL_LAW:
        return not is_community(village)
    if law == _BRANCH_LAW:
        return body == PARTY and village.organisation == "党支部"
    return True
