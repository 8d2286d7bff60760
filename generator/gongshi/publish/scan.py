"""The last wall: every file about to be published is searched for what is private."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gongshi.model.records import Records
from gongshi.publish.contents import POSITION, said_in
from gongshi.rules.private import (
    bank_cards,
    even,
    hidden,
    home_addresses,
    identity_numbers,
    is_open,
    masked,
    mobile_numbers,
    positions,
)
from gongshi.rules.texts import texts

_CLOSE = re.compile(r"\d(?:[ \-—–_.·]{0,2}\d){9}")
#: What the program made itself: digests, links of the chain and UUIDs, whose figures are chance.
_DIGEST = re.compile(
    r"\b(?:[0-9a-f]{64}|(?=\d*[a-f])[0-9a-f]{16}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\b"
)


@dataclass(frozen=True, slots=True)
class Leak:
    """Something private in a file; ``masked`` shows only enough of it to find it."""

    file: str
    what: str
    masked: str

    def told(self) -> str:
        """It in words, with nothing private in the file's name either."""
        return f"{hidden(self.file)} 里有{self.what}（{self.masked}）"


def public_words(terms: Iterable[Records], bodies: Iterable[str] = ()) -> frozenset[str]:
    """Mobile numbers and places that may be shown: those declared, and those of issued texts."""
    declared = (text.value for one in terms for text in texts(one) if is_open(text))
    found = (mobile_numbers, home_addresses, positions)
    return frozenset(one for text in (*declared, *bodies) for find in found for one in find(text))


def leaks(site: Path, public: frozenset[str]) -> Iterator[Leak]:
    """What is private in all files of a site and in their names, file by file."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        yield from leaks_of(path.relative_to(site).as_posix(), path.read_bytes(), public)


def leaks_of(name: str, data: bytes, public: frozenset[str]) -> Iterator[Leak]:
    """What is private in one file and in its name."""
    for text in said_in(name, data):
        yield from leaks_in(text, name, public)


def leaks_in(text: str, file: str, public: frozenset[str]) -> Iterator[Leak]:
    """What is private in one text."""
    if text == POSITION:
        yield Leak(file, POSITION, "GPS")
    text = even(text)
    for what, find in (("家庭住址", home_addresses), ("定位坐标", positions)):
        yield from (Leak(file, what, masked(one)) for one in find(text) if one not in public)
    if not _CLOSE.search(text):
        return
    text = _DIGEST.sub("#", text)
    for number in identity_numbers(text):
        yield Leak(file, "身份证号码", masked(number))
    for number in bank_cards(text):
        yield Leak(file, "银行卡号", masked(number))
    for number in mobile_numbers(text):
        if number not in public:
            yield Leak(file, "手机号码", masked(number))
