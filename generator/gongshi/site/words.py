"""Cutting Chinese into words for the search, with the names of the township as known words.

The browser's search knows words only by the marks between them.  A run of up to four
characters (a name, a cell of a table) stays whole; a longer one is cut at the words that
are known, and what is left between those into pairs.  A zero-width space marks a cut, so
the text reads as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi import resources

if TYPE_CHECKING:
    from gongshi.site.content import SiteContent

#: What parts words in the index, as the search script's regular expression.
SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）《》「」“”,.:;()|/]+"
#: Runs of this many Han characters or fewer are one word.
WHOLE = 4

_HAN = "\u2e80-\u2fdf\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = re.compile(f"[{_HAN}]{{{WHOLE + 1},}}")
#: Cuts at which no line may end: after what opens, before what closes or leans on a word.
_GLUED = re.compile("^\u200b|(?<=[《（“])\u200b|\u200b(?=[》）”、，的和与及]|$)")


class Cutter:
    """Cuts long runs of Han characters; equal runs are cut once.

    One is made for each township: its words depend on that township's names only, so the
    order in which townships are built cannot show.
    """

    def __init__(self, known: Iterable[str]) -> None:
        """``known`` are the words never to be cut: villages, people, kinds, trade words."""
        self._words = {word for word in known if len(word) > 1}
        self._lengths: dict[str, tuple[int, ...]] = _lengths(self._words)
        self._cut: dict[str, str] = {}

    def cut(self, text: str) -> str:
        """The text with a zero-width space at every cut."""
        return _RUN.sub(self._replace, text)

    def lines(self, text: str) -> list[str]:
        """The text in the pieces between which a line may end."""
        return _GLUED.sub("", self.cut(text.replace("\u200b", ""))).split("\u200b")

    def _replace(self, match: re.Match[str]) -> str:
        run = match.group()
        if run not in self._cut:
            self._cut[run] = "\u200b" + "\u200b".join(self._pieces(run)) + "\u200b"
        return self._cut[run]

    def _pieces(self, run: str) -> list[str]:
        """Longest known word first, from the left; unknown stretches in pairs."""
        pieces: list[str] = []
        unknown, here = 0, 0
        while here < len(run):
            length = self._known_at(run, here)
            if length:
                pieces += _pairs(run[unknown:here])
                pieces.append(run[here : here + length])
                unknown = here + length
            here += length or 1
        return pieces + _pairs(run[unknown:])

    def _known_at(self, run: str, here: int) -> int:
        for length in self._lengths.get(run[here], ()):
            if run[here : here + length] in self._words:
                return length
        return 0


def _lengths(words: set[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words beginning with each character, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def _pairs(text: str) -> list[str]:
    """``abcde`` → ``ab``, ``cde``: pairs, the last of three when one would be left over."""
    if len(text) <= 3:
        return [text] if text else []
    ends = [*range(2, len(text) - 1, 2), len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def known_words(content: SiteContent) -> Iterator[str]:
    """The villages, the people and the words of elections, in no particular order."""
    yield from _trade_words(resources.folders(content.root, "themes/site"))
    yield content.township.name
    for village in content.villages:
        yield village.name
    for term in content.terms:
        for person in term.records.candidates:
            yield person.name
        for meeting in term.records.meetings:
            yield from (meeting.host, meeting.chief_scrutineer, meeting.guide)
            yield from (*meeting.scrutineers, *meeting.counters, *meeting.callers)


@cache
def _trade_words(folders: tuple[Path, ...]) -> tuple[str, ...]:
    files = [folder / "words.txt" for folder in folders]
    found = next((file for file in files if file.is_file()), None)
    lines = found.read_text(encoding="utf-8").splitlines() if found else []
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())
