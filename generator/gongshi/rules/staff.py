"""Who counts the votes of an election meeting, and who came to guide it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.model.records import ELECTION, Meeting, Records

#: Who counts, as the role is called, with its column.
ROLES = (
    ("总监票人", "chief_scrutineer"),
    ("监票人", "scrutineers"),
    ("计票人", "counters"),
    ("唱票人", "callers"),
)


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the counting staff: the role as it is called and its column."""

    meeting: Meeting
    role: str
    field: str
    name: str


def staff(records: Records) -> Iterator[Member]:
    """总监票人, 监票人, 计票人 and 唱票人 of every round of 选举大会."""
    for meeting in records.meetings:
        if meeting.name == ELECTION:
            for role, field in ROLES:
                names = names_in(meeting, field)
                yield from (Member(meeting, role, field, name) for name in names)


def names_in(meeting: Meeting, field: str) -> tuple[str, ...]:
    """The names in a column of one person or of several; none where it is empty."""
    found = getattr(meeting, field)
    return tuple(filter(None, (found,) if isinstance(found, str) else found))


def guides(meeting: Meeting) -> tuple[str, ...]:
    """The persons of 到会指导人, their offices in brackets or after a space left off."""
    parts = re.split("[、，,；;]", re.sub(r"[（(][^（）()]*[）)]", "", meeting.guide))
    return tuple(part.split()[0] for part in parts if part.split())
