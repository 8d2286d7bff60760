"""A sheet as cells: what every kind of table file is read into before it is understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache

from gongshi.model.place import Place
from gongshi.model.rule import Rule

#: A township's largest table is far below; anything above is an accident or an attack.
MAX_ROWS = 20_000
MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Fault:
    """Stands in a cell whose value cannot be used, with the reason."""

    rule: Rule
    message: str


Raw = str | int | float | bool | date | datetime | time | timedelta | Fault


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells by row and column from A1, ``""`` where empty.

    ``merged`` gives (top, left, bottom, right), all counted from 0 and included.
    ``struck`` holds the rows whose every written cell is struck through.  ``ragged``
    tells that each body row must have exactly as many cells as the header.
    """

    place: Place
    rows: list[list[Raw]]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    struck: frozenset[int] = frozenset()
    ragged: bool = False
    hidden: bool = False

    def at(self, row: int, column: int) -> Place:
        """The place of a cell, ``Place(file, sheet, "C5")``."""
        return Place(self.place.file, self.place.sheet, f"{letters(column)}{row + 1}")


@cache
def letters(column: int) -> str:
    """``A`` for 0, ``AA`` for 26."""
    high, low = divmod(column, 26)
    return (letters(high - 1) if high else "") + chr(ord("A") + low)


def column_number(text: str) -> int:
    """0 for ``A``; the inverse of :func:`letters`."""
    number = 0
    for letter in text:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
