"""A profile as rows that a person can read: each number in force, its article, its layer.

The manual prints the rows of every profile, ``gongshi profile`` those of a township.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.model.place import Place
from gongshi.model.profile import Limit, Override, Profile, Share

#: Groups in the order in which they are printed.
GROUPS = ("比例", "职数", "公示", "人选", "数字", "名单和做法")

_STANDINGS = {"": "", "新任": "新任书记", "连任": "连任书记"}


@dataclass(frozen=True, slots=True)
class NumberRow:
    """One number in force: ``value`` in words, ``article`` it rests on.

    ``items`` are the names by which 规则调整 changes it.
    """

    group: str
    name: str
    value: str
    article: str
    items: tuple[str, ...] = ()


def number_rows(profile: Profile) -> tuple[NumberRow, ...]:
    """Every number of a profile, by group in the order of ``GROUPS``."""
    rows = [*_shares(profile), *_seats(profile), *_publicity(profile), *_people(profile)]
    rows += _generic(profile)
    return tuple(sorted(rows, key=lambda row: GROUPS.index(row.group)))


def origin(row: NumberRow, profile: Profile) -> Override | None:
    """What 规则调整 of the last layer set the number; none for the profile's own."""
    found = [profile.overridden[item] for item in row.items if item in profile.overridden]
    of_article = [override for override in found if override.article == row.article]
    return next(iter([*of_article, *found]), None)


def layer(place: Place) -> str:
    """Which layer a line of 规则调整 belongs to, by its file."""
    parts = place.file.split("/")
    if parts[0] == "profiles":
        return "省或方案"
    if parts[1:2] == ["profiles"]:
        return "本项目的规则"
    layers = {"county.yml": "县", "township.yml": "乡镇", "term.yml": "本届"}
    return layers.get(parts[-1], parts[-1])


def _shares(profile: Profile) -> Iterator[NumberRow]:
    quorum, majority = profile.quorum, profile.majority
    yield NumberRow("比例", "到会", quorum.words(), quorum.article, ("到会比例", "到会基数"))
    yield NumberRow("比例", "当选", majority.words(), majority.article, ("当选比例", "当选基数"))
    for post, share in profile.margin.items():
        yield NumberRow("比例", f"{post}差额", _more(share), share.article, ("差额比例",))
    for name, share in profile.shares.items():
        yield NumberRow("比例", name, share.words(), share.article, (name,))


def _more(share: Share) -> str:
    """How many candidates more than seats."""
    if share.fraction == 0 and not share.inclusive:
        return "候选人多于职数"
    return f"候选人比职数多出的人数{share.words()}"


def _seats(profile: Profile) -> Iterator[NumberRow]:
    for kind, (least, most, article) in profile.seats.items():
        name = f"{kind or '委员会'}职数"
        words = f"{least}名" if least == most else f"{least}至{most}名"
        yield NumberRow("职数", name, words, article, (name,))
    if women := profile.women:
        yield NumberRow("职数", "女性成员", f"不少于{women.value}名", women.article)


def _publicity(profile: Profile) -> Iterator[NumberRow]:
    for kind, days in profile.publicity.items():
        words = f"不少于{days.value}个工作日"
        yield NumberRow("公示", kind, words, days.article, (f"{kind}天数",))
    article = profile.counting_article
    yield NumberRow("公示", "公示起算", profile.counting, article, ("公示起算",))
    words = profile.order
    if kept := profile.as_approved:
        words += f"；{'、'.join(kept)}照名册次序"
    article = profile.order_article
    yield NumberRow("公示", "姓名排序", words, article, ("姓名排序", "照名册次序"))


def _people(profile: Profile) -> Iterator[NumberRow]:
    """The limits in force: of each sort, posts and standing the last, as rules take it."""
    found: dict[tuple[tuple[str, ...], str, str], NumberRow] = {}
    for limit in profile.limits:
        who = limit.standing + ("、".join(limit.posts) or "所有人选")
        for what, words in _limits(limit):
            item = f"{_STANDINGS.get(limit.standing, '')}{what}"
            row = NumberRow("人选", f"{who}{what}", words, limit.article, (item,))
            found[limit.posts, limit.standing, what] = row
    yield from found.values()


def _limits(limit: Limit) -> Iterator[tuple[str, str]]:
    if limit.youngest is not None:
        yield "年龄下限", f"满{limit.youngest}周岁"
    if limit.oldest is not None:
        yield "年龄上限", f"不超过{limit.oldest}周岁"
    if limit.born_after:
        yield "出生晚于", limit.born_after.isoformat()
    if limit.schooling:
        yield "学历下限", limit.schooling


def _generic(profile: Profile) -> Iterator[NumberRow]:
    for name, number in profile.numbers.items():
        yield NumberRow("数字", name, str(number.value), number.article, (name,))
    for name, words in profile.lists.items():
        yield NumberRow("名单和做法", name, "、".join(words.words), words.article, (name,))
