"""What the schedule plans and the village's own numbers: dates of steps, who and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One planned step in words; ``venue`` is the plan's 要求, ``who`` its 责任人; may be empty."""

    first: str
    last: str
    who: str
    venue: str

    @property
    def span(self) -> str:
        """``2026年10月8日至2026年10月14日``, or the one day."""
        return self.first if self.first == self.last else f"{self.first}至{self.last}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A number of days with the article it comes from."""

    days: int
    article: str


def arrangement(step: str) -> Callable[[Scene], Arrangement]:
    """A fact: the planned step whose name holds these words, the village's own before all's."""

    def tell(scene: Scene) -> Arrangement:
        named = [one for one in scene.records.schedule if step in one.name]
        own = [one for one in named if one.village == scene.village.name]
        found = next(iter([*own, *(one for one in named if not one.village)]), None)
        if found is None:
            raise MissingError(f"时间表里没有“{step}”这一步")
        start, until = found.start or found.until, found.until or found.start
        if start is None or until is None:
            raise MissingError(f"时间表没有写“{found.name}”的开始和截止", found.place("start"))
        return Arrangement(
            chinese_date(start),
            chinese_date(until),
            found.responsible,
            found.requirement.rstrip("。"),
        )

    return tell


def limit(name: str) -> Callable[[Scene], Limit]:
    """A fact: one of the profile's numbers of days (数值)."""

    def tell(scene: Scene) -> Limit:
        found = scene.profile.numbers.get(name)
        if found is None:
            raise MissingError(f"规则里没有“{name}”")
        return Limit(found.value, found.article)

    return tell


def stations(scene: Scene) -> str:
    """``设固定票箱6个、流动票箱1个、秘密写票处4处``, as the election meeting's row has them."""
    meeting = scene.coming
    if meeting is None or meeting.boxes is None:
        place = meeting.place("boxes") if meeting else None
        raise MissingError(f"会议情况表没有写{scene.village.name}选举大会的票箱", place)
    counts = (
        ("固定票箱", meeting.boxes, "个"),
        ("流动票箱", meeting.mobile_boxes or 0, "个"),
        ("秘密写票处", meeting.booths or 0, "处"),
    )
    return "设" + "、".join(f"{what}{n}{unit}" for what, n, unit in counts if n > 0)


def overview(scene: Scene) -> tuple[tuple[str, str], ...]:
    """The village in numbers for its notice board: ``(党员总数, 55名)``."""
    village, people = scene.village, "居民" if scene.village.name.endswith("社区") else "村民"
    lines = (
        ("党组织形式", village.organisation if scene.profile.of_party else ""),
        ("党员总数", _count(village.members)),
        ("应到会党员", _count(village.due) if scene.profile.of_party else ""),
        (f"{people}代表", _count(village.representatives)),
        (f"登记参加选举的{people}", _count(village.voters)),
        (f"{people}小组", f"{village.groups}个" if village.groups else ""),
    )
    told = tuple((label, value) for label, value in lines if value)
    if not told:
        raise MissingError(f"村社名册没有写{village.name}的人数", village.place("members"))
    return told


def _count(number: int | None) -> str:
    return f"{number}名" if number else ""
