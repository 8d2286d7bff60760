"""Tables for the sheet: cells, and how much width each column needs and wants.

The sheet shares out the width: no column gets less than it ``needs``, and what is left
goes to those that ``want`` more, so a short column is never wide beside a crowded one.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from gongshi.names.spread import spread
from gongshi.render.atoms import Atom, atoms, name_atoms, stretches
from gongshi.render.document import Runs, Table
from gongshi.render.text import plain
from gongshi.render.widths import em, is_han

#: A cell of text may grow to this many lines before its column asks for more width.
_LINES = 3
_WIDEST = 14.0
_NAME_PART = 6


def table_data(table: Table, name_columns: tuple[str, ...]) -> dict[str, Any]:
    """The table as the sheet gets it; widths are in em of the table's size."""
    headers = [plain(cell).replace(" ", "").replace("\u3000", "") for cell in table.header]
    names = [header in name_columns for header in headers]
    columns = [[plain(row[n]) for row in table.rows] for n in range(len(headers))]
    return {
        "kind": "table",
        "header": [_cell(cell, False) for cell in table.header],
        "rows": [
            [_cell(cell, named) for cell, named in zip(row, names, strict=True)]
            for row in table.rows
        ],
        "ems": [[em(plain(cell)) for cell in row] for row in table.rows],
        "needs": [_needs(*column) for column in zip(headers, columns, names, strict=True)],
        "wants": [_wants(*column) for column in zip(headers, columns, names, strict=True)],
        "centred": [
            named or max(map(em, column), default=0) <= _WIDEST
            for column, named in zip(columns, names, strict=True)
        ],
    }


def _cell(cell: Runs, named: bool) -> list[dict[str, Any]]:
    if not named:
        return [part for atom in atoms(cell) for part in _loose(atom)]
    return name_atoms(shown_name(plain(cell)), _NAME_PART)


def _loose(atom: Atom) -> list[Atom]:
    """A year and its month, or four characters, break in the middle if at all."""
    text = atom["t"]
    if atom.get("k"):
        halves = _halves(text)
    elif len(text) == 4 and all(map(is_han, text)):
        halves = [text[:2], text[2:]]
    else:
        return [atom]
    return [{**atom, "t": half, "k": True} for half in halves if half]


def shown_name(name: str) -> str:
    """A name as a table prints it: two Han characters are spread to three."""
    return spread(name) if all(map(is_han, name)) else name


def _wants(header: str, cells: list[str], named: bool) -> float:
    """The width on which nothing is broken."""
    widths = [em(shown_name(cell) if named else cell) for cell in cells]
    return max([em(header), 2.0, *widths])


def _needs(header: str, cells: list[str], named: bool) -> float:
    """The width below which the column would be ugly or torn."""
    least = _name_needs if named else _text_needs
    return max([_header_needs(header), 1.5, *map(least, cells)])


def _header_needs(header: str) -> float:
    """A header of four characters or more may stand in two lines."""
    width = em(header)
    return width if width <= 3 else ceil(width / 2)


def _name_needs(name: str) -> float:
    parts = [em(part["t"]) for part in name_atoms(name, _NAME_PART) if "k" in part]
    return max([min(em(shown_name(name)), 4.0), *parts])


def _halves(kept: str) -> list[str]:
    """A year and its month may stand on two lines of a narrow column."""
    year, mark, month = kept.partition("年")
    return [year + mark, month]


def _text_needs(cell: str) -> float:
    width = em(cell)
    wholes = (half for part, whole in stretches(cell) if whole for half in _halves(part))
    kept = max(map(em, wholes), default=0.0)
    return max(kept, 2.0 if width == 4 else min(width, 4.0), ceil(width / _LINES))
