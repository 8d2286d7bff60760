"""Rows to records: the last step, where fields become attributes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gongshi.model import working
from gongshi.model.decisions import Decision
from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.records import Candidate, Entry, Meeting, Record, Village, Vote
from gongshi.read import problems_tables as rules
from gongshi.read.columns import Table
from gongshi.read.rows import Row
from gongshi.read.spelling import spelled
from gongshi.read.together import Joined
from gongshi.read.values import Days, Post

_RECORDS: dict[str, type[Record]] = {
    "candidates": Candidate,
    "meetings": Meeting,
    "votes": Vote,
    "register": Entry,
    "vote_checks": working.VoteCheck,
    "schedule": working.Step,
    "log": working.LogEntry,
    "documents": working.Document,
    "objections": working.Objection,
    "spots": working.Spot,
    "postings": working.Posting,
    "kinships": working.Kinship,
    "exemptions": working.Exemption,
    "clearances": working.Clearance,
    "uncounted": working.Uncounted,
    "officers": working.Officer,
    "voters": working.Voter,
    "proxies": working.Proxy,
    "audits": working.Audit,
    "goals": working.Goal,
    "handovers": working.HandoverItem,
    "reported": working.Reported,
    "decisions": Decision,
}


def records(joined: Joined) -> tuple[Any, ...]:
    """The records of a table; rows that lack what a record cannot be without are left out."""
    rows = (row for row in joined.rows if _whole(row, joined.table))
    if joined.table.key == "villages":
        return tuple(_village(row) for row in rows)
    kind = _RECORDS[joined.table.key]
    return tuple(kind(places=row.places, **_fields(row)) for row in rows)


def _whole(row: Row, table: Table) -> bool:
    return all(column.field in row.values for column in table.required)


def _fields(row: Row) -> dict[str, Any]:
    fields: dict[str, Any] = dict(row.values)
    for name, value in row.values.items():
        if isinstance(value, Days):
            fields["days"], fields["working"] = value
        elif isinstance(value, Post):
            fields[name] = value.post
            if "meeting" not in row.values:
                fields["post_text"] = value.text
                row.places["post_text"] = row.places[name]
    return fields


def _village(row: Row) -> Village:
    fields = {name: value for name, value in row.values.items() if "." not in name}
    seats = {
        name.removeprefix("seats."): value
        for name, value in row.values.items()
        if name.startswith("seats.")
    }
    fields.setdefault("path", spelled(str(fields["name"])))
    places = _with_seats(row.places)
    return Village(places=places, seats=seats, **fields)  # type: ignore[arg-type]


def _with_seats(places: Mapping[str, Place]) -> Mapping[str, Place]:
    seats = [place for name, place in places.items() if name.startswith("seats.")]
    return {**places, "seats": seats[0]} if seats else places


def paths_differ(villages: Iterable[Village]) -> Iterator[Finding]:
    """Villages whose pages would lie at one address."""
    first: dict[str, Village] = {}
    for village in villages:
        other = first.setdefault(village.path, village)
        if other is not village:
            place = village.places.get("path", village.place("name"))
            message = f"{village.name}与{other.name}的网址代号都是 {village.path}"
            yield rules.T027.at(place, message)
