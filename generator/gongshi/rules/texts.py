"""Every text of a term with the place it was typed at, for rules that read words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from gongshi.model.place import Place
from gongshi.model.records import Record, Records


@dataclass(frozen=True, slots=True)
class Text:
    """One text: its value, where it stands, whose it is and the field's name."""

    value: str
    place: Place
    village: str
    record: Record
    field: str


#: All texts of a term; gone through once and given to every rule that reads words.
Texts = tuple[Text, ...]


def texts(records: Records) -> Iterator[Text]:
    """Every non-empty text of the settings, the contacts and the term's tables, in their order."""
    for record in _all(records):
        village = getattr(record, "village", "")
        kind: Any = type(record)
        for field in _text_fields(kind):
            value = getattr(record, field)
            for text in (value,) if isinstance(value, str) else value:
                if text and isinstance(text, str):
                    yield Text(text, record.place(field), village, record, field)
    yield from _term_texts(records)
    township = records.township
    for pair in township.said.items():
        for text in pair:
            yield Text(text, township.place("said"), "", township, "said")


def names(records: Records) -> Iterator[Text]:
    """The names of the files and sheets that hold the tables: they are archived with them."""
    for sheet in records.sheets:
        for name in (sheet.place.file.rpartition("/")[2], sheet.place.sheet):
            yield Text(name, sheet.place, "", records.term, "sheets")


def _all(records: Records) -> Iterable[Record]:
    """Every row of every table: none is left out, since all of them go into the archive."""
    yield from (records.county, records.township, records.term, records.contacts)
    for field in fields(records):
        rows = getattr(records, field.name)
        if isinstance(rows, tuple):
            yield from (row for row in rows if isinstance(row, Record))


@cache
def _text_fields(kind: Any) -> tuple[str, ...]:
    texts = {"str", "tuple[str, ...]"}
    return tuple(field.name for field in fields(kind) if field.type in texts)


def _term_texts(records: Records) -> Iterator[Text]:
    term = records.term
    for waiver in term.waivers:
        for text in (waiver.reason, waiver.approver):
            yield Text(text, waiver.place, "", term, "waivers")
    for one in term.profile.overridden.values():
        for text in (one.value, one.article):
            yield Text(text, one.place, "", term, "profile")
    for name, headings in term.texts.items():
        for heading, sentences in headings.items():
            for text in (heading, *sentences):
                if text:
                    yield Text(text, term.place(name), "", term, name)
