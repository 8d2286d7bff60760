"""P017: what must be public some days before the election was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P017",
    severity=Severity.ERROR,
    title="选举日以前的步骤提前够天数",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第十七条、《中华人民共和国城市居民委员会组织法》（2025年修订）第十七条（选举日的二十日前公布名单）；其余按各地选举办法",
    what="规则里写了提前天数的步骤（公布名单、候选人公示、报送指导组名单），从做的那天到选举日不少于这个天数。",
    why="名单公布得太晚，选民来不及提出异议，选举会被宣布无效。",
    example="2026-10-24 公布选民名单，选举日 11 月 12 日，只有 19 日。",
    fix="推迟选举日；日期记错的改正。",
    covers=("R40", "L-R4"),
    waivable=True,
)


_SUFFIX = "提前天数"


def check(records: Records) -> Iterator[Finding]:
    """Every step that came too near to the village's first election day."""
    profile = records.term.profile
    ahead = {k.removesuffix(_SUFFIX): n for k, n in profile.numbers.items() if k.endswith(_SUFFIX)}
    made = process.done(records, date.max) if ahead else {}
    for village in records.villages:
        election = process.election_day(records, village.name)
        for step, least in ahead.items():
            one = made.get(village.name, {}).get(step)
            if election is None or one is None or (election - one.day).days >= least.value:
                continue
            days = (election - one.day).days
            message = (
                f"{village.name}{step}在{one.day}，到选举日{election}只有{max(days, 0)}日，"
                f"应当不少于{least.value}日（{least.article}）"
            )
            yield RULE.at(one.place, message, village=village.name)
