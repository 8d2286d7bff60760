"""The last wall: every text that is about to be published is searched for private numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from gongshi.model.records import Contacts
from gongshi.rules.private import bank_cards, identity_numbers, masked, mobile_numbers

#: Endings of files whose text comes, at least in part, from the tables.
_TEXTS = {".html", ".json", ".xml", ".txt", ".csv", ".svg", ".md", ".ics"}
_SCRIPTS = "search/*.js"
_CLOSE = re.compile(r"\d(?:[ \-—–_.·\u200b]?\d){9}")
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Leak:
    """A private number in a file; ``masked`` shows only enough of it to find it."""

    file: str
    what: str
    masked: str


def public_numbers(contacts: Iterable[Contacts], texts: Iterable[str] = ()) -> frozenset[str]:
    """Mobile numbers that may be shown: those of 联系方式, and those in issued texts."""
    lines = [str(getattr(one, field.name)) for one in contacts for field in fields(one)]
    return frozenset(number for text in (*lines, *texts) for number in mobile_numbers(text))


def leaks(site: Path, public: frozenset[str]) -> Iterator[Leak]:
    """The private numbers in all text files of a site, file by file."""
    files = {path for path in site.rglob("*.*") if path.suffix in _TEXTS}
    for path in sorted(files | set(site.glob(_SCRIPTS))):
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n ", "")
        yield from leaks_in(text, path.relative_to(site).as_posix(), public)


def leaks_in(text: str, file: str, public: frozenset[str]) -> Iterator[Leak]:
    """The private numbers in one text."""
    if not _CLOSE.search(text):
        return
    text = _DIGEST.sub("", text.translate(dict.fromkeys(map(ord, _HIDDEN))))
    for number in identity_numbers(text):
        yield Leak(file, "身份证号码", masked(number))
    for number in bank_cards(text):
        yield Leak(file, "银行卡号", masked(number))
    for number in mobile_numbers(text):
        if number not in public:
            yield Leak(file, "手机号码", masked(number))
