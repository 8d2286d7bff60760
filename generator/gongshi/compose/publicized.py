"""What came of a publicity period: the notice, its days, where it hung, what was objected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from gongshi.calendars.register import period_of
from gongshi.compose.problems import STILL_PUBLIC
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date
from gongshi.model.records import VOID, Entry
from gongshi.model.working import Objection


@dataclass(frozen=True, slots=True)
class Publicized:
    """A publicity period that is over; ``upheld`` of the objections ``received`` were right."""

    kind: str
    number: str
    first: str
    last: str
    spots: tuple[str, ...]
    received: int
    upheld: int


@dataclass(frozen=True, slots=True)
class Answered:
    """One objection and its answer; never who objected."""

    number: str
    received: str
    subject: str
    outcome: str
    closed: str


def publicized(*kinds: str) -> Callable[[Scene], Publicized]:
    """A fact: the village's last notice of these kinds, its publicity over before this posting.

    Raises C015 while it still runs, or an objection to it is not yet answered.
    """

    def tell(scene: Scene) -> Publicized:
        entry = _last(scene, kinds)
        found = period_of(entry, scene.profile.counting, scene.records.county.calendar)
        if found is None:
            raise MissingError(f"第{entry.number}号{entry.kind}没有公示期", entry.place("days"))
        posted = scene.entry.posted or date.max
        if found.latest >= posted:
            message = f"第{entry.number}号{entry.kind}的公示到{chinese_date(found.latest)}才期满"
            raise MissingError(message, scene.entry.place("posted"), rule=STILL_PUBLIC)
        objections = _settled(scene, entry)
        upheld = sum(one.upheld in ("成立", "部分成立") for one in objections)
        return Publicized(
            kind=entry.kind,
            number=entry.number,
            first=chinese_date(found.start),
            last=chinese_date(found.end),
            spots=_spots(scene, entry),
            received=len(objections),
            upheld=upheld,
        )

    return tell


def _settled(scene: Scene, entry: Entry) -> list[Objection]:
    """The objections to a notice; raises for one that was not decided by the day of posting."""
    posted = scene.entry.posted or date.max
    objections = _objections(scene, {entry.number})
    for one in objections:
        if one.closed is None or one.closed > posted:
            message = f"对第{entry.number}号{entry.kind}的第{one.number}件异议还没有办结"
            raise MissingError(message, one.place("closed"), rule=STILL_PUBLIC)
        if not one.upheld:
            raise MissingError(f"异议登记没有写第{one.number}件异议是否成立", one.place("upheld"))
    return objections


def answered(*kinds: str) -> Callable[[Scene], tuple[Answered, ...]]:
    """A fact: the answered objections to the village's notices of these kinds."""

    def tell(scene: Scene) -> tuple[Answered, ...]:
        posted = scene.entry.posted or date.max
        numbers = {
            one.number
            for one in scene.records.register
            if one.village == scene.village.name and one.kind in kinds
        }
        closed = [one for one in _objections(scene, numbers) if one.closed and one.closed <= posted]
        if not closed:
            raise MissingError(f"异议登记里没有{scene.village.name}已经办结的异议")
        return tuple(_answered(one) for one in closed)

    return tell


def _answered(one: Objection) -> Answered:
    if not one.outcome:
        raise MissingError(f"异议登记没有写第{one.number}件的处理结论", one.place("outcome"))
    return Answered(
        number=one.number,
        received=chinese_date(one.received),
        subject=one.subject.rstrip("。；;"),
        outcome=one.outcome.rstrip("。；;"),
        closed=chinese_date(one.closed) if one.closed else "",
    )


def _last(scene: Scene, kinds: tuple[str, ...]) -> Entry:
    posted = scene.entry.posted or date.max
    found = [
        one
        for one in scene.records.register
        if one.village == scene.village.name
        and one.kind in kinds
        and one.status != VOID
        and one.posted is not None
        and one.posted < posted
    ]
    if not found:
        raise MissingError(f"登记簿里没有{scene.village.name}以前的{'、'.join(kinds)}")
    return max(found, key=lambda one: one.posted or date.min)


def _objections(scene: Scene, numbers: set[str]) -> list[Objection]:
    """Objections (异议) to these notices received by the day of posting; no other kinds."""
    posted = scene.entry.posted or date.max
    return [
        one
        for one in scene.records.objections
        if one.notice in numbers and one.is_objection and one.received <= posted
    ]


def _spots(scene: Scene, entry: Entry) -> tuple[str, ...]:
    """Where the notice hung, as far as 张贴记录 says it."""
    found = (one.spot for one in scene.records.postings if one.notice == entry.number)
    return tuple(dict.fromkeys(found))
