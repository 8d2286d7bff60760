"""iCalendar files (RFC 5545): the days of one notice, and those of the whole township.

Every event lasts a whole day and follows from an issued notice alone, so that equal sites
have equal files: a publicity begins and ends, a sheet may come down, an election is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongshi.calendars.board import board_until
from gongshi.compose.wording import chinese_date
from gongshi.model.records import Records
from gongshi.site.content import Item, SiteContent
from gongshi.site.feeds import identity

NAME = "calendar.ics"
_WIDEST = 75
_BEGIN = "\r\n".join(
    (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//gongshi//gongshi//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "",
    )
)
_SPECIAL = re.compile(r"[\\;,\n\r]").search
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
    """Each file by its path below the site; a notice without a day of its own has none.

    An event is written out once and stands in its notice's file and in the township's.
    """
    head = _folded(f"X-WR-CALNAME:{_text(content.name)}")
    every: list[tuple[date, str, str, str]] = []
    for item in content.items:
        if found := events(content, item):
            stable = identity(content, item).removeprefix("urn:uuid:")
            texts = [_event(content, event, stable) for event in found]
            yield file_of(item), _calendar(head, texts)
            every += [
                (event.day, item.notice.path, event.key, text)
                for event, text in zip(found, texts, strict=True)
            ]
    yield NAME, _calendar(head, [text for *_, text in sorted(every)])


def file_of(item: Item) -> str:
    """``2026/qinghecun/5/5.ics``."""
    return f"{item.notice.path}{item.notice.number}.ics"


def events(content: SiteContent, item: Item) -> list[Event]:
    """The days of one issued notice, in the order of the days; none for a draft."""
    if item.published.is_draft:
        return []
    found = [*_publicity(item), *_others(item, _records(content, item))]
    return sorted(found, key=lambda event: (event.day, event.key))


def has_days(content: SiteContent, item: Item) -> bool:
    """Whether a notice has a file of its own."""
    if item.published.is_draft:
        return False
    return item.notice.publicity is not None or any(_others(item, _records(content, item)))


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
    note = f"最晚{chinese_date(period.latest)}" if period.provisional else ""
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


def _calendar(head: str, texts: Iterable[str]) -> bytes:
    return f"{_BEGIN}{head}\r\n{''.join(texts)}END:VCALENDAR\r\n".encode()


def _event(content: SiteContent, event: Event, stable: str) -> str:
    """One VEVENT as it stands in a file; ``stable`` names its notice for ever."""
    item = event.item
    made = item.published.issued_on or item.notice.dated
    description = "\n".join(text for text in (item.notice.title, event.note) if text)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{stable}-{event.key}",
        f"DTSTAMP:{_basic(made)}T000000Z",
        f"DTSTART;VALUE=DATE:{_basic(event.day)}",
        f"DTEND;VALUE=DATE:{_basic(event.day + timedelta(1))}",
        _folded(f"SUMMARY:{_text(event.summary)}"),
        _folded(f"DESCRIPTION:{_text(description)}"),
        *([_folded(f"LOCATION:{_text(event.location)}")] if event.location else []),
        *([_folded(f"URL:{content.url}{item.url}")] if content.url else []),
        f"STATUS:{'TENTATIVE' if event.tentative else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "",
    ]
    return "\r\n".join(lines)


def _basic(day: date) -> str:
    """``20261102``."""
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    """A TEXT value (RFC 5545, 3.3.11)."""
    return text.translate(_ESCAPES) if _SPECIAL(text) else text


def _folded(line: str) -> str:
    """The content line in pieces of at most 75 octets, no character cut (RFC 5545, 3.1)."""
    data, pieces, room = line.encode(), list[bytes](), _WIDEST
    while len(data) > room:
        end = room
        while data[end] & 0xC0 == 0x80:  # in the middle of a character
            end -= 1
        pieces.append(data[:end])
        data, room = data[end:], _WIDEST - 1
    return b"\r\n ".join([*pieces, data]).decode()
