"""Finding the header of a sheet: which table it is and which column stands where."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gongshi.read.columns import TABLES, Column, Table
from gongshi.read.grid import Fault, Grid

#: A header stands within the first rows; titles and 填报单位 lines come above it.
HEADER_WITHIN = 20
#: So many headings must be understood before a row is taken for a header.
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading as it was typed, where it stands, and the column it means, if any.

    ``grouped`` tells that the heading above it was needed to understand it.
    """

    label: str
    row: int
    column: int
    meaning: Column | None
    grouped: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its first row, one or two rows deep, and its headings."""

    table: Table
    row: int
    depth: int
    headings: tuple[Heading, ...]

    @property
    def understood(self) -> int:
        """How many different columns of the table were recognised."""
        return len({h.meaning.name for h in self.headings if h.meaning})

    @property
    def rank(self) -> tuple[int, int, int, int, int]:
        """Better headers sort higher: more understood, fewer unknown, shorter, earlier."""
        unknown = sum(heading.meaning is None for heading in self.headings)
        grouped = sum(heading.grouped for heading in self.headings)
        return self.understood, -unknown, grouped, -self.depth, -self.row


def find_header(grid: Grid) -> Header | None:
    """The best header in the first rows, or none when no table is recognised."""
    found = (
        header
        for row in range(min(HEADER_WITHIN, len(grid.rows)))
        for depth in (1, 2)
        if (labels := _labels(grid, row, depth))
        for table in _likely(labels)
        if (header := _header(table, row, depth, labels)).understood >= ENOUGH
    )
    best = max(found, key=lambda header: header.rank, default=None)
    if best is None or best.understood * 2 < len(best.headings):
        return None
    return best


def _likely(labels: _Labels) -> Iterator[Table]:
    """The tables that know enough of these headings: a quick look before the exact one."""
    keys = {key for label, group, _, _ in labels for key in _keys(normal(label), normal(group))}
    return (table for table in TABLES if len(keys & _known(table.key)) >= ENOUGH)


def nearest(grid: Grid) -> tuple[Table, tuple[str, ...]] | None:
    """The table that an unrecognised sheet is most like, and the headings it shares."""
    rows = range(min(HEADER_WITHIN, len(grid.rows)))
    found = [
        _header(table, row, 1, labels)
        for row in rows
        if (labels := _labels(grid, row, 1))
        for table in TABLES
    ]
    best = max(found, key=lambda header: header.rank, default=None)
    if best and best.understood:
        return best.table, tuple(h.label for h in best.headings if h.meaning)
    by_name = {table.name: table for table in TABLES}
    near = difflib.get_close_matches(grid.place.sheet, by_name, n=1, cutoff=0.5)
    return (by_name[near[0]], ()) if near else None


_Labels = list[tuple[str, str, int, int]]


def _labels(grid: Grid, row: int, depth: int) -> _Labels:
    """(label, group above, row, column) for each heading of a candidate header."""
    top = _text_row(grid, row)
    if depth == 1:
        return [(label, "", row, n) for n, label in enumerate(top) if label]
    if row + 1 >= len(grid.rows):
        return []
    bottom = _text_row(grid, row + 1)
    groups = _spread(top, bottom, grid, row)
    labels: _Labels = []
    for column in range(max(len(top), len(bottom))):
        above = top[column] if column < len(top) else ""
        below = bottom[column] if column < len(bottom) else ""
        if below:
            labels.append((below, groups[column], row + 1, column))
        elif above:
            labels.append((above, "", row, column))
    return labels


def _spread(top: list[str], bottom: list[str], grid: Grid, row: int) -> list[str]:
    """The group heading above each column; merged ranges tell how far it reaches."""
    groups = top + [""] * (len(bottom) - len(top))
    spans = [(left, right) for up, left, down, right in grid.merged if up == row == down]
    for left, right in spans:
        for column in range(left, min(right + 1, len(groups))):
            groups[column] = groups[left]
    if not spans:
        for column in range(1, len(groups)):
            groups[column] = groups[column] or groups[column - 1]
    return groups


def _text_row(grid: Grid, row: int) -> list[str]:
    return ["" if isinstance(cell, Fault) else str(cell).strip() for cell in grid.rows[row]]


def _header(table: Table, row: int, depth: int, labels: _Labels) -> Header:
    headings = tuple(
        Heading(label, at, column, *_meaning(table, label, group))
        for label, group, at, column in labels
    )
    return Header(table, row, depth, headings)


def _meaning(table: Table, label: str, group: str) -> tuple[Column | None, bool]:
    names = _names(table.key)
    plain, above = normal(label), normal(group)
    *grouped, whole, bare = _keys(plain, above)
    for key in grouped:
        if key in names:
            return names[key], True
    return names.get(whole) or names.get(bare), False


def _keys(plain: str, above: str) -> tuple[str, ...]:
    """What a heading may be known by: with its group before or after it, whole, bare."""
    grouped = (above + plain, plain + above) if above else ()
    return *grouped, plain, _bare(plain)


def column_of(table: Table, label: str) -> Column | None:
    """The column that a heading means, synonyms and full-width forms included."""
    return _meaning(table, label, "")[0]


def suggestion(table: Table, label: str) -> str:
    """The table's column whose name or synonym is most like the heading, or ``""``."""
    names = _names(table.key)
    near = difflib.get_close_matches(normal(label), names, n=1, cutoff=0.5)
    return names[near[0]].name if near else ""


@cache
def _names(key: str) -> dict[str, Column]:
    table = next(table for table in TABLES if table.key == key)
    return {normal(n): c for c in table.columns for n in (c.name, *c.synonyms)}


@cache
def _known(key: str) -> frozenset[str]:
    return frozenset(_names(key))


@cache
def normal(label: str) -> str:
    """A heading without spaces, breaks, stars and colons, in half-width forms."""
    text = "".join(unicodedata.normalize("NFKC", label).split())
    return text.strip("*:")


def _bare(label: str) -> str:
    """``党员总数`` of ``党员总数(人)``."""
    return label.partition("(")[0] if label.endswith(")") else label
