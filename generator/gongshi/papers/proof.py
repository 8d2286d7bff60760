"""All names of a township for comparing with identity cards, the rare characters large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from gongshi.compose.scene import MissingError
from gongshi.names.rare import is_rare, reading
from gongshi.papers.people import name
from gongshi.papers.subject import Subject

_STAFF = ("host", "chief_scrutineer", "guide")
_STAFFS = ("scrutineers", "counters", "callers")


def proof(subject: Subject) -> dict[str, Any]:
    """Names by village, and each rare character with code point, reading and whose it is.

    Of voters only those whose names have a rare character: a roll has thousands.
    """
    people = list(dict.fromkeys(_people(subject)))
    rare = [(where, who) for where, who in _voters(subject) if any(map(_shown, who))]
    if not people and not rare:
        raise MissingError("各张表里还没有姓名")
    places = dict.fromkeys(where for where, _ in people)
    return {
        "villages": [
            {"village": one, "names": [name(who) for where, who in people if where == one]}
            for one in places
        ],
        "rare": _rare([*people, *rare]),
        "count": len(people),
    }


def _shown(char: str) -> bool:
    """A rare Han character, known to this Python's Unicode or not; dots and spaces are none."""
    return char >= "\u3400" and is_rare(char)


def _rare(people: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """The rare characters in the order of their code points."""
    chars = sorted({char for _, who in people for char in who if _shown(char)})
    return [
        {
            "char": char,
            "code": f"U+{ord(char):04X}",
            "reading": reading(char),
            "people": list(dict.fromkeys(f"{who}（{at}）" for at, who in people if char in who)),
        }
        for char in chars
    ]


def _people(subject: Subject) -> Iterator[tuple[str, str]]:
    """Village and name of everybody on lists, bodies and at meetings."""
    records = subject.records
    for village in (one.name for one in records.villages):
        yield from ((village, one.name) for one in records.candidates_of(village))
        yield from ((village, one.name) for one in records.officers if one.village == village)
        for meeting in records.meetings:
            if meeting.village == village:
                names = [getattr(meeting, field) for field in _STAFF]
                names += [who for field in _STAFFS for who in getattr(meeting, field)]
                yield from ((village, who) for who in names if who)


def _voters(subject: Subject) -> Iterator[tuple[str, str]]:
    return ((one.village, one.name) for one in subject.records.voters)
