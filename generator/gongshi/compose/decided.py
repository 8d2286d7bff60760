"""Decisions on candidates and elections: what a notice may say of them, and what it may not.

A notice posted on or after the day of a decision obeys it: an election that was called off
has no result, a person who was struck off is neither candidate nor elected.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gongshi.compose.problems import CALLED_OFF, STRUCK_OFF, WRONG_DAY
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date, weekday
from gongshi.model.decisions import Decision
from gongshi.model.place import Place
from gongshi.model.records import Meeting

#: Those who may no longer stand, and those whose election counts for nothing.
NOT_STANDING, NOT_ELECTED = ("取消候选人资格", "退出"), ("取消候选人资格", "当选无效")


@dataclass(frozen=True, slots=True)
class Struck:
    """One person of a decision: name, post, and the category of the ground (may be empty)."""

    name: str
    post: str
    ground: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a notice prints it; ``people`` is empty where it concerns the election."""

    body: str
    day: str
    basis: str
    ground: str
    people: tuple[Struck, ...]


@dataclass(frozen=True, slots=True)
class Postponed:
    """An election put off: why, by whom, and when and where it will be held."""

    decided: Decided
    new_day: str
    weekday: str
    time: str
    venue: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """A candidate who stands in for another."""

    post: str
    name: str
    replaces: str


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Candidates who no longer stand, and those put in their place after the same steps."""

    decided: Decided
    replacements: tuple[Replacement, ...]


def decided(matter: str) -> Callable[[Scene], Decided]:
    """A fact: the latest decision of this matter, all its people of that day."""

    def tell(scene: Scene) -> Decided:
        return _decided(_latest(scene, (matter,)))

    return tell


def postponed(scene: Scene) -> Postponed:
    """The latest 延期选举 with the day to which the election is put off."""
    latest = _latest(scene, ("延期选举",))[-1]
    for field, column in (("day", "改期日期"), ("time", "时间"), ("venue", "地点")):
        if not getattr(latest, field):
            message = f"处理决定表没有写{scene.village.name}延期选举的{column}"
            raise MissingError(message, latest.place(field))
    day = latest.day or latest.decided
    told = _decided([latest])
    return Postponed(told, chinese_date(day), weekday(day), latest.time, latest.venue)


def adjustment(scene: Scene) -> Adjustment:
    """Who no longer stands, and who replaces them by 替换对象 of 候选人名册."""
    told = _decided(_latest(scene, NOT_STANDING))
    gone = {one.name for one in told.people}
    people = scene.records.candidates_of(scene.village.name)
    found = tuple(
        Replacement(one.post, one.name, one.replaces) for one in people if one.replaces in gone
    )
    if not found:
        names = "、".join(sorted(gone))
        raise MissingError(f"候选人名册没有写谁替换{names}（替换对象）")
    return Adjustment(told, found)


def _latest(scene: Scene, matters: tuple[str, ...]) -> list[Decision]:
    known = [one for one in _known(scene) if one.matter in matters]
    if not known:
        raise MissingError(f"处理决定表里没有{scene.village.name}的{'、'.join(matters)}")
    last = max(one.decided for one in known)
    return [one for one in known if one.decided == last]


def _known(scene: Scene) -> list[Decision]:
    """The village's decisions up to the day of posting."""
    posted = scene.entry.posted
    return [
        one
        for one in scene.records.decisions
        if one.village == scene.village.name and not (posted and one.decided > posted)
    ]


def _decided(found: list[Decision]) -> Decided:
    first = found[0]
    for one in found:
        if one.name and not one.post:
            raise MissingError(f"处理决定表没有写{one.name}的职务", one.place("post"))
    people = tuple(Struck(one.name, one.post, one.ground) for one in found if one.name)
    return Decided(first.body, chinese_date(first.decided), first.basis, first.ground, people)


def still_on(scene: Scene, meetings: Iterable[Meeting]) -> None:
    """Raises C010 where the election was ended or void and no meeting was held since."""
    off = [one for one in _known(scene) if one.matter in ("终止选举", "选举无效")]
    last = max(off, key=lambda one: one.decided, default=None)
    if last is None:
        return
    if last.matter == "选举无效":
        since = [m.day for m in meetings if m.day and m.day > last.decided]
        if since:
            return
    message = f"{scene.village.name}的选举已于{chinese_date(last.decided)}决定{last.matter}"
    raise MissingError(message, last.place("matter"), rule=CALLED_OFF)


def nobody_struck(scene: Scene, names: Iterable[str], matters: tuple[str, ...]) -> None:
    """Raises C011 where a person named was struck off by the day of posting."""
    struck = {one.name: one for one in _known(scene) if one.name and one.matter in matters}
    for name in names:
        if name in struck:
            one = struck[name]
            message = f"{name}已于{chinese_date(one.decided)}被决定{one.matter}"
            raise MissingError(message, one.place("name"), rule=STRUCK_OFF)


def on_the_new_day(scene: Scene, meeting: Meeting) -> None:
    """Raises C013 where the election was put off and the meeting still has another day."""
    moved = [one for one in _known(scene) if one.matter == "延期选举" and one.day]
    last = max(moved, key=lambda one: one.decided, default=None)
    if last and last.day and meeting.day and meeting.day < last.day:
        message = (
            f"{scene.village.name}的选举已改到{chinese_date(last.day)}，"
            f"会议情况表写的还是{chinese_date(meeting.day)}"
        )
        raise MissingError(message, _day_of(meeting), rule=WRONG_DAY)


def _day_of(meeting: Meeting) -> Place:
    return meeting.place("day")
