"""iCalendar files (RFC 5545): the days of one notice, and those of the whole township.

Every event lasts a whole day and follows from an issued notice alone, so that equal sites
have equal files: a publicity begins and ends, a sheet may come down, an election is held.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongshi.calendars.board import board_until
from gongshi.model.records import Records
from gongshi.site.content import Item, SiteContent
from gongshi.site.feeds import identity
from gongshi.site.status import chinese

NAME = "calendar.ics"
_WIDEST = 75
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Event:
    """One day of one notice; ``key`` tells the events of a notice apart."""

    key: str
    day: date
    summary: str
    item: Item
    location: str = ""
    note: str = ""
    tentative: bool = False


def calendar_files(content: SiteContent) -> Iterator[tuple[str, bytes]]:
    """Each file by its path below the site; a notice without a day of its own has none."""
    days = {item.notice.path: events(content, item) for item in content.items}
    for item in content.items:
        if days[item.notice.path]:
            yield file_of(item), _calendar(content, days[item.notice.path])
    ordered = sorted(
        (event for one in days.values() for event in one),
        key=lambda event: (event.day, event.item.notice.path, event.key),
    )
    yield NAME, _calendar(content, ordered)


def file_of(item: Item) -> str:
    """``2026/qinghecun/5/5.ics``."""
    return f"{item.notice.path}{item.notice.number}.ics"


def events(content: SiteContent, item: Item) -> list[Event]:
    """The days of one issued notice, in the order of the days; none for a draft."""
    if item.published.is_draft:
        return []
    found = [*_publicity(item), *_others(item, _records(content, item))]
    return sorted(found, key=lambda event: (event.day, event.key))


def board_day(content: SiteContent, item: Item) -> date | None:
    """The day from which the sheet of a notice may come down; none without a rule."""
    records = _records(content, item)
    return board_until(item.notice.dated, records.term.profile) if records else None


def _records(content: SiteContent, item: Item) -> Records | None:
    terms = (term.records for term in content.terms if term.records.term.slug == item.term)
    return next(terms, None)


def _publicity(item: Item) -> Iterator[Event]:
    period, name = item.notice.publicity, f"{item.village}{item.notice.kind_title}"
    if period is None:
        return
    yield Event("start", period.start, f"公示开始：{name}", item)
    note = f"最晚{chinese(period.latest)}" if period.provisional else ""
    unsure = "（暂定）" if period.provisional else ""
    yield Event(
        "end", period.end, f"公示截止{unsure}：{name}", item, note=note, tentative=bool(note)
    )


def _others(item: Item, records: Records | None) -> Iterator[Event]:
    if records is None:
        return
    notice, name = item.notice, f"{item.village}{item.notice.kind_title}"
    down = board_until(notice.dated, records.term.profile)
    if down is not None:
        yield Event("board", down, f"公开栏张贴期满：{name}", item)
    meeting = records.meeting_of(notice.village) if notice.kind == "election" else None
    if meeting and meeting.day:
        summary = f"{item.village}{meeting.name}{f'（{meeting.time}）' if meeting.time else ''}"
        yield Event("meeting", meeting.day, summary, item, meeting.venue)


def _calendar(content: SiteContent, days: Iterable[Event]) -> bytes:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//gongshi//gongshi//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(content.name)}",
    ]
    for event in days:
        lines += _event(content, event)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def _event(content: SiteContent, event: Event) -> Iterator[str]:
    item = event.item
    made = item.published.issued_on or item.notice.dated
    yield "BEGIN:VEVENT"
    yield f"UID:{identity(content, item).removeprefix('urn:uuid:')}-{event.key}"
    yield f"DTSTAMP:{made:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{event.day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_text(event.summary)}"
    description = "\n".join(text for text in (item.notice.title, event.note) if text)
    yield f"DESCRIPTION:{_text(description)}"
    if event.location:
        yield f"LOCATION:{_text(event.location)}"
    if content.url:
        yield f"URL:{content.url}{item.url}"
    yield f"STATUS:{'TENTATIVE' if event.tentative else 'CONFIRMED'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """The content line in pieces of at most 75 octets, no character cut (RFC 5545, 3.1)."""
    pieces, piece, width = [], "", 0
    for character in line:
        octets = len(character.encode())
        if width + octets > _WIDEST:
            pieces.append(piece)
            piece, width = "", 1
        piece += character
        width += octets
    return "\r\n ".join([*pieces, piece])
