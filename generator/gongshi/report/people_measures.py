"""The measures of who was elected: age, schooling, sex, post, standing, category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from gongshi.compose.people import ethnicity
from gongshi.compose.wording import is_community
from gongshi.model.records import POSTS
from gongshi.read.overrides import schooling_level
from gongshi.report.bands import Band, age_bands, schooling_bands
from gongshi.report.figures import Figure, Form
from gongshi.report.roster import Member, Organ, Scope
from gongshi.rules.teams import chairs_committee, in_committee, in_party, leads_party

#: How the parts are called that the tables leave open, so that parts still add up.
UNKNOWN, OTHER = "未注明", "其他"
_BOTH = "两个组织都已选出的村（社区）"
NEW, AGAIN = "新任", "连任"
_STANDINGS = (NEW, AGAIN)


def people(count: int, label: str, scope: Scope, base: int | None = None) -> Figure:
    """So many of those elected."""
    whole = len(scope.members) if base is None else base
    return Figure(label, Fraction(count), "人", whole, members_name(scope))


def members_name(scope: Scope) -> str:
    """What the whole of those elected is called."""
    return "委员总数" if scope.of_party else "成员总数"


def heads_name(scope: Scope) -> str:
    """What the whole of 书记 (主任) is called."""
    return f"{scope.head}总数"


def elected(scope: Scope) -> Iterator[Figure]:
    """S01."""
    yield Figure("当选", Fraction(len(scope.members)), "人")


def posts(scope: Scope) -> Iterator[Figure]:
    """S15: each person once, under the highest post."""
    found = Counter(member.person.post for member in scope.members)
    for post in POSTS:
        if found[post]:
            yield people(found[post], post, scope)


def average_age(scope: Scope) -> Iterator[Figure]:
    """S02."""
    ages = _ages(scope.members)
    if ages:
        mean = Fraction(sum(ages), len(ages))
        yield Figure("平均年龄", mean, "岁", len(ages), "有出生年月的", 1, Form.MEAN)


def age_change(scope: Scope) -> Iterator[Figure]:
    """S02 and S03 against the term before (S04)."""
    if scope.before is None:
        return
    now, old = _ages(scope.members), _ages(scope.before.members)
    if now and old:
        change = Fraction(sum(now), len(now)) - Fraction(sum(old), len(old))
        yield Figure("平均年龄", change, "岁", decimals=1, form=Form.CHANGE)
    for label in ("高中及以上", "大专及以上"):
        now_share, old_share = _schooled(scope, label).share, _schooled(scope.before, label).share
        if now_share is not None and old_share is not None:
            yield points(f"{label}学历", now_share - old_share)


def points(label: str, change: Fraction) -> Figure:
    """A change of a share in percentage points, one decimal."""
    return Figure(label, change * 100, "个百分点", decimals=1, form=Form.CHANGE)


def younger_and_better_schooled(figures: Iterable[Figure]) -> bool:
    """一降一升: the average age is down and the share of 高中及以上 is up, as shown."""
    shown = {figure.label: Fraction(figure.number) for figure in figures}
    return shown.get("平均年龄", Fraction(0)) < 0 < shown.get("高中及以上学历", Fraction(0))


def schooled(scope: Scope) -> Iterator[Figure]:
    """S03."""
    yield _schooled(scope, "高中及以上")
    yield _schooled(scope, "大专及以上")


def schooling(scope: Scope) -> Iterator[Figure]:
    """S12."""
    levels = [schooling_level(member.person.education) for member in scope.members]
    yield from _banded(scope, schooling_bands(scope.profile), levels)


def ages(scope: Scope) -> Iterator[Figure]:
    """S11."""
    yield from _banded(scope, age_bands(scope.profile), [one.age for one in scope.members])


def sexes(scope: Scope) -> Iterator[Figure]:
    """S13."""
    yield from _split(scope, ("男", "女"), (one.person.sex for one in scope.members))


def women(scope: Scope) -> Iterator[Figure]:
    """S05."""
    count = sum(one.person.sex == "女" for one in scope.members)
    yield people(count, "女性", scope)
    count = sum(one.person.sex == "女" for one in scope.heads)
    yield Figure(f"女{scope.head}", Fraction(count), "人", len(scope.heads), heads_name(scope))


def ethnicities(scope: Scope) -> Iterator[Figure]:
    """S14: 汉族 first, then the most frequent."""
    names = [ethnicity(member.person.ethnicity) for member in scope.members]
    yield from _by_number(scope, names, first="汉族")


def standings(scope: Scope) -> Iterator[Figure]:
    """S06."""
    yield from _split(scope, _STANDINGS, (one.person.standing for one in scope.members))


def head_standings(scope: Scope) -> Iterator[Figure]:
    """S16: 书记 (主任) by 新任 and 连任."""
    found = (one.person.standing for one in scope.heads)
    yield from _split(scope, _STANDINGS, found, len(scope.heads), heads_name(scope))


def categories(scope: Scope) -> Iterator[Figure]:
    """S34: all members by 人员类别, where the column is filled."""
    names = [one.person.category for one in scope.members]
    if any(names):
        yield from _by_number(scope, names)


def head_categories(scope: Scope) -> Iterator[Figure]:
    """S07: 书记 (主任) by 人员类别."""
    names = [one.person.category for one in scope.heads]
    if any(names):
        yield from _by_number(scope, names, base_name=heads_name(scope))


def skilled(scope: Scope) -> Iterator[Figure]:
    """S28: only where the profile lists the categories that count."""
    words = scope.profile.lists.get("一技之长类别")
    if words:
        count = sum(one.person.category in words.words for one in scope.members)
        yield people(count, "有一技之长", scope)


def too_old(scope: Scope) -> Iterator[Figure]:
    """S08: from 45 newly elected, from 55 continuing, or as the profile says."""
    for standing, name, default in ((NEW, "统计新任年龄", 45), (AGAIN, "统计连任年龄", 55)):
        number = scope.profile.numbers.get(name)
        least = number.value if number else default
        of = [one for one in scope.heads if one.person.standing == standing]
        count = sum(one.age is not None and one.age >= least for one in of)
        label = f"{least}岁及以上{standing}{scope.head}"
        base_name = f"{standing}{scope.head}总数"
        yield Figure(label, Fraction(count), "人", len(of), base_name)


def both_posts(scope: Scope) -> Iterator[Figure]:
    """S09: villages whose 书记 is 主任 too: all, then villages and communities apart."""
    if not _told(scope):
        return
    yield _both("一肩挑", scope)
    communities = scope.only(is_community)
    if 0 < len(_told(communities)) < len(_told(scope)):
        yield _both("一肩挑的村", scope.only(lambda village: not is_community(village)))
        yield _both("一肩挑的社区", communities)
    if scope.before is not None and _told(scope.before):
        now, old = _both("", scope).share, _both("", scope.before).share
        if now is not None and old is not None:
            yield points("一肩挑的村（社区）", now - old)


def cross_appointed(scope: Scope) -> Iterator[Figure]:
    """S10: persons in both bodies, and villages where all are."""
    if not _told(scope):
        return
    told = _told(scope)
    crossed = [[is_cross(m, of_party=scope.of_party) for m in organ.members] for organ in told]
    count, whole = sum(map(sum, crossed)), sum(map(len, crossed))
    where = "" if told == scope.done else f"{_BOTH}的"
    base_name = f"{where}{members_name(scope)}"
    yield Figure("交叉任职", Fraction(count), "人", whole, base_name)
    yield _villages(sum(map(all, crossed)), "全部交叉任职的村（社区）", scope)


def villages(count: int, label: str, scope: Scope) -> Figure:
    """So many of the villages that have elected."""
    return Figure(label, Fraction(count), "个", len(scope.done), "完成选举的村（社区）")


def is_both(member: Member) -> bool:
    """Whether a 书记 is 主任 of the committee too, or the other way round (一肩挑)."""
    test = {"书记": chairs_committee, "主任": leads_party}.get(member.person.post)
    return test is not None and test(member.person)


def is_cross(member: Member, *, of_party: bool) -> bool:
    """Whether a member holds a post of the other body too (交叉任职)."""
    return (in_committee if of_party else in_party)(member.person)


def _told(scope: Scope) -> tuple[Organ, ...]:
    """Where 兼任职务 is kept or both bodies have elected; an empty column is no zero."""
    alone = (organ for organ in scope.done if not organ.both_known)
    if any(one.person.concurrent for organ in alone for one in organ.members):
        return scope.done
    return tuple(organ for organ in scope.done if organ.both_known)


def _villages(count: int, label: str, scope: Scope) -> Figure:
    told = _told(scope)
    name = "完成选举的村（社区）" if told == scope.done else _BOTH
    return Figure(label, Fraction(count), "个", len(told), name)


def _both(label: str, scope: Scope) -> Figure:
    return _villages(sum(any(map(is_both, organ.members)) for organ in _told(scope)), label, scope)


def _ages(members: Iterable[Member]) -> list[int]:
    return [member.age for member in members if member.age is not None]


def _schooled(scope: Scope, label: str) -> Figure:
    least = schooling_level(label) or 0
    levels = (schooling_level(one.person.education) for one in scope.members)
    return people(sum(level is not None and level >= least for level in levels), label, scope)


def _banded(scope: Scope, bands: Sequence[Band], values: Sequence[int | None]) -> Iterator[Figure]:
    """A part for each band, one for values in no band, one for values that are missing.

    A value in two bands is counted in both: then the parts exceed the total and it shows.
    """
    known = [value for value in values if value is not None]
    for band in bands:
        yield people(sum(map(band.holds, known)), band.label, scope)
    outside = sum(not any(band.holds(value) for band in bands) for value in known)
    for label, count in ((OTHER, outside), (UNKNOWN, len(values) - len(known))):
        if count:
            yield people(count, label, scope)


def _split(
    scope: Scope,
    labels: Sequence[str],
    values: Iterable[str],
    base: int | None = None,
    base_name: str = "",
) -> Iterator[Figure]:
    """A part for each label, and one for what the tables leave open, if any."""
    found = Counter(value if value in labels else UNKNOWN for value in values)
    whole = len(scope.members) if base is None else base
    for label in (*labels, *([UNKNOWN] if found[UNKNOWN] else [])):
        name = base_name or members_name(scope)
        yield Figure(label, Fraction(found[label]), "人", whole, name)


def _by_number(
    scope: Scope, names: Sequence[str], *, first: str = "", base_name: str = ""
) -> Iterator[Figure]:
    """A part for each name, the most frequent first, what is left open last."""
    found = Counter(name or UNKNOWN for name in names)
    whole = base_name or members_name(scope)
    order = sorted(found, key=lambda name: (name == UNKNOWN, name != first, -found[name], name))
    for name in order:
        yield Figure(name, Fraction(found[name]), "人", len(names), whole)
