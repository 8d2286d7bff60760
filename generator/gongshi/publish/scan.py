"""The last wall: every file about to be published is searched for what is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from gongshi.model.records import Contacts
from gongshi.publish.contents import POSITION, said_in
from gongshi.rules.private import (
    bank_cards,
    home_addresses,
    identity_numbers,
    masked,
    mobile_numbers,
)

_CLOSE = re.compile(r"\d(?:[ \-—–_.·\u200b]?\d){9}")
_DIGEST = re.compile(r"\b[0-9a-f]{64}\b")
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"


@dataclass(frozen=True, slots=True)
class Leak:
    """Something private in a file; ``masked`` shows only enough of it to find it."""

    file: str
    what: str
    masked: str


def public_words(contacts: Iterable[Contacts], texts: Iterable[str] = ()) -> frozenset[str]:
    """Mobile numbers and addresses that may be shown: of 联系方式, and of issued texts."""
    lines = [str(getattr(one, field.name)) for one in contacts for field in fields(one)]
    every = (*lines, *texts)
    numbers = (number for text in every for number in mobile_numbers(text))
    return frozenset((*numbers, *(place for text in every for place in home_addresses(text))))


def leaks(site: Path, public: frozenset[str]) -> Iterator[Leak]:
    """What is private in all files of a site and in their names, file by file."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name = path.relative_to(site).as_posix()
        for text in said_in(name, path.read_bytes()):
            yield from leaks_in(text, name, public)


def leaks_in(text: str, file: str, public: frozenset[str]) -> Iterator[Leak]:
    """What is private in one text."""
    if text == POSITION:
        yield Leak(file, POSITION, "GPS")
    for place in home_addresses(text):
        if place not in public:
            yield Leak(file, "家庭住址", masked(place))
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
