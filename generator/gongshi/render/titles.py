"""Titles broken by sense, in lines of a shape: 词意完整、排列对称.

A title goes in as one line and comes out as one to five; every way of breaking it between
words is weighed, and the most even one without a broken word wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import ceil

from gongshi.render.widths import em

#: No line begins with these, nor ends with those: closing and opening marks, 的, 关于.
_NOT_FIRST = tuple("，。、；：？！）》”’】〕」』·—…的之等和与及")
_NOT_LAST = (
    "（",
    "《",
    "“",
    "‘",
    "【",
    "〔",
    "「",
    "『",
    "关于",
    "第",
    "·",
    "和",
    "与",
    "及",
    "、",
)
_WHOLE = r"\d+年(?:\d+月)?(?:\d+日)?|第[〇零一二三四五六七八九十百\d]+[届次轮号]|[A-Za-z0-9.]+"
_MOST_LINES = 5


def title_lines(title: str, limit: float, words: Iterable[str] = ()) -> tuple[str, ...]:
    """The title in lines of at most ``limit`` em, none breaking one of ``words``.

    A word that is longer than a line is broken after all.
    """
    if em(title) <= limit:
        return (title,)
    # A name longer than a line is broken between the shorter words in it.
    short = {word for word in words if em(word) <= limit}
    pieces = _pieces(title, limit, tuple(sorted(short, key=lambda word: (-len(word), word))))
    least = ceil(em(title) / limit)
    for count in range(least, max(least, _MOST_LINES) + 3):
        ways = list(_ways(tuple(pieces), count, limit))
        if ways:
            return min(ways, key=_cost)
    return tuple(_cut(title, limit))


def _pieces(title: str, limit: float, words: tuple[str, ...]) -> list[str]:
    """The title in pieces that stay whole: known words, numbers, glued marks."""
    known = "|".join([*map(re.escape, words), _WHOLE, "."])
    pieces: list[str] = []
    for piece in re.findall(known, title):
        glued = pieces and (piece.startswith(_NOT_FIRST) or pieces[-1].endswith(_NOT_LAST))
        if glued and em(pieces[-1] + piece) <= limit:
            pieces[-1] += piece
        else:
            pieces.extend(_cut(piece, limit))
    return pieces


def _ways(pieces: tuple[str, ...], count: int, limit: float) -> Iterator[tuple[str, ...]]:
    """Every way of setting the pieces in ``count`` lines that are short enough."""
    if count == 1:
        line = "".join(pieces)
        if _em(line) <= limit:
            yield (line,)
        return
    for stop in range(1, len(pieces) - count + 2):
        line = "".join(pieces[:stop])
        if _em(line) > limit:
            return
        if _em("".join(pieces[stop:])) <= limit * (count - 1):
            for rest in _ways(pieces[stop:], count - 1, limit):
                yield (line, *rest)


def _cost(lines: tuple[str, ...]) -> tuple[float, ...]:
    """Even lines are best; then an upper line longer than the next (梯形)."""
    lengths = [_em(line) for line in lines]
    mean = sum(lengths) / len(lengths)
    uneven = sum((length - mean) ** 2 for length in lengths)
    rising = sum(max(0.0, after - before) for before, after in pairwise(lengths))
    waist = sum(
        min(a, c) - b
        for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False)
        if b < min(a, c)
    )
    broken = sum(1 for line in lines[1:] if len(line) < 3)
    return (uneven + rising + 4 * waist + 20 * broken, *lengths)


@cache
def _em(text: str) -> float:
    return em(text)


def _cut(text: str, limit: float) -> list[str]:
    """A text in stretches of at most ``limit`` em."""
    parts = [""]
    for char in text:
        if parts[-1] and em(parts[-1] + char) > limit:
            parts.append("")
        parts[-1] += char
    return parts
