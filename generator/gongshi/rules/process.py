"""How far each village has come: the steps of the plan, what was done of them and when.

A step is done when the log (全程纪实) says so, when an approved notice of its name was
posted, or when the meeting that it holds (召开选举大会) has been counted.  A list of the
profile that has a step's name gives other names of it, such as the kinds of notices that
carry it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gongshi.model.place import Place
from gongshi.model.profile import Profile
from gongshi.model.records import VOID, Entry, Meeting, Records

#: The list of the profile that gives the steps of the election in their order.
STEPS = "步骤"


@dataclass(frozen=True, slots=True)
class Done:
    """The day a step was done and the cell that says so."""

    day: date
    place: Place


@dataclass(frozen=True, slots=True)
class Required:
    """A paper that must exist once ``step`` is done, kept at ``level`` (镇、村)."""

    level: str
    step: str
    name: str


def steps(profile: Profile) -> tuple[str, ...]:
    """The plan's steps in order; none where the profile has no plan."""
    listed = profile.lists.get(STEPS)
    return listed.words if listed else ()


def names_of(profile: Profile, step: str) -> tuple[str, ...]:
    """Every name a step goes by, its own first."""
    listed = profile.lists.get(step)
    return (step, *(listed.words if listed else ()))


def done(records: Records, today: date) -> dict[str, dict[str, Done]]:
    """What every village has done up to ``today``, by step; the first time counts."""
    found: dict[str, dict[str, Done]] = {}
    own = _own_names(records.term.profile)
    for village, name, one in sorted(_all(records), key=lambda item: item[2].day):
        if one.day <= today:
            found.setdefault(village, {}).setdefault(own.get(name, name), one)
    return found


def _all(records: Records) -> Iterator[tuple[str, str, Done]]:
    for row in records.log:
        yield row.village, row.step, Done(row.day, row.place("day"))
    for entry in records.register:
        if entry.is_approved and entry.posted:
            yield entry.village, entry.kind, Done(entry.posted, entry.place("posted"))
    for meeting in records.meetings:
        if meeting.held and meeting.day:
            step = f"召开{meeting.name}"
            yield meeting.village, step, Done(meeting.day, meeting.place("day"))


def _own_names(profile: Profile) -> Mapping[str, str]:
    own: dict[str, str] = {}
    after = profile.lists.get("选举后的步骤")
    for step in (*steps(profile), *(after.words if after else ())):
        own |= dict.fromkeys(names_of(profile, step), step)
    return own


def logged(records: Records) -> frozenset[str]:
    """The villages that keep a log: only their missing steps mean anything."""
    return frozenset(row.village for row in records.log)


def elections(records: Records, village: str) -> list[Meeting]:
    """The village's election meetings that have a day, held or not, the first one first."""
    found = [meeting for meeting in records.rounds_of(village) if meeting.day]
    return sorted(found, key=lambda meeting: (meeting.day or date.min, meeting.round))


def election_day(records: Records, village: str) -> date | None:
    """The day of the first election meeting, held or planned."""
    return next((meeting.day for meeting in elections(records, village)), None)


def elected_on(records: Records, village: str) -> date | None:
    """The day of the last election meeting that was counted."""
    held = [meeting.day for meeting in elections(records, village) if meeting.held]
    return held[-1] if held else None


def ended(records: Records, today: date) -> frozenset[str]:
    """The villages whose election was ended (终止选举) by ``today``: nothing more is due there."""
    return frozenset(
        one.village
        for one in records.decisions
        if one.matter == "终止选举" and one.decided <= today
    )


def notices(records: Records, village: str, kind: str) -> list[Entry]:
    """The village's register rows of a kind that were not called off."""
    return [
        entry
        for entry in records.register
        if (entry.village, entry.kind) == (village, kind) and entry.status != VOID
    ]


def required_papers(profile: Profile) -> tuple[Required, ...]:
    """必备资料 of the profile, each written ``镇 组织考察 考察材料``: level, step, name."""
    listed = profile.lists.get("必备资料")
    words = (word.split(maxsplit=2) for word in (listed.words if listed else ()))
    return tuple(Required(*parts) for parts in words if len(parts) == 3)
