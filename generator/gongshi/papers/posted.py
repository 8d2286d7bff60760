"""What came of each publicity period: where it hung, how long, what was objected."""

from __future__ import annotations

from datetime import date
from typing import Any

from gongshi.calendars.register import period_of
from gongshi.compose.scene import MissingError
from gongshi.compose.wording import chinese_date
from gongshi.model.records import Entry
from gongshi.model.working import Objection, Posting
from gongshi.papers.subject import Subject
from gongshi.rules.boards import Coverage, coverage


def posted(subject: Subject) -> list[dict[str, Any]]:
    """The village's approved notices with a publicity period, in the order of the register."""
    village = subject.village.name
    mine = [one for one in subject.records.register if one.village == village]
    hung = {one.entry.number: one for one in coverage(subject.records, date.max)}
    approved = (_told(subject, one, hung.get(one.number)) for one in mine if one.is_approved)
    found = [told for told in approved if told is not None]
    if not found:
        message = f"公告登记簿里没有{village}已经审批、有公示期的公告"
        raise MissingError(message, subject.village.place("name"))
    return found


def _told(subject: Subject, entry: Entry, hung: Coverage | None) -> dict[str, Any] | None:
    """One notice; none without a publicity period.  What is unknown is empty."""
    records = subject.records
    period = period_of(entry, subject.profile.counting, records.county.calendar)
    if period is None or entry.posted is None:
        return None
    postings = [one for one in records.postings if one.notice == entry.number]
    return {
        "number": entry.number,
        "kind": entry.kind,
        "document_number": entry.document_number,
        "first": chinese_date(period.start),
        "last": chinese_date(period.latest),
        "days": f"{entry.days}个{'工作日' if entry.working else '自然日'}" if entry.days else "",
        "postings": [_posting(one) for one in postings],
        "listed": hung is not None,
        "lacking": [spot.name for spot in hung.lacking] if hung else [],
        "photos": sum(map(_is_there(subject), postings)),
        "withdrawn": chinese_date(entry.withdrawn) if entry.withdrawn else "",
        "registered": _is_registered(subject),
        "objections": [_objection(o) for o in records.objections if o.notice == entry.number],
    }


def _is_there(subject: Subject) -> Any:
    """Whether a posting has a photograph that is in the folder."""
    folder = subject.folder / "postings"
    return lambda one: bool(one.photo) and (folder / one.photo).is_file()


def _is_registered(subject: Subject) -> bool:
    """Whether the office keeps a register of objections; only then none means none."""
    records = subject.records
    return bool(records.objections) or any(one.table == "异议登记" for one in records.sheets)


def _posting(one: Posting) -> list[str]:
    day = f"{chinese_date(one.day)}{one.time}"
    removed = chinese_date(one.removed) if one.removed else ""
    return [one.spot, day, one.poster, "有" if one.photo else "无", removed]


def _objection(one: Objection) -> dict[str, str]:
    return {
        "number": one.number,
        "kind": one.kind or "异议",
        "received": chinese_date(one.received),
        "subject": one.subject.rstrip("。；;"),
        "outcome": one.outcome.rstrip("。；;"),
        "upheld": one.upheld,
        "closed": chinese_date(one.closed) if one.closed else "",
    }
