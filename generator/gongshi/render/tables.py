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
from gongshi.render.sheets import POINTS_A_MM, Sheet
from gongshi.render.text import plain
from gongshi.render.widths import em, is_han

#: A cell of text may grow to this many lines before its column asks for more width.
_LINES = 3
#: Space beside a cell's text, above and below it together, and between its lines, in em.
INSET, PADDING, LEADING = 0.3, 0.64, 0.3
_HARDLY_SMALLER = 0.8
_WIDEST = 14.0
_NAME_PART = 6


def table_data(table: Table, sheet: Sheet) -> dict[str, Any]:
    """The table as the sheet gets it, with a setting for each of the sheet's steps."""
    headers = [plain(cell).replace(" ", "").replace("\u3000", "") for cell in table.header]
    names = [header in sheet.name_columns for header in headers]
    columns = [[plain(row[n]) for row in table.rows] for n in range(len(headers))]
    parts = list(zip(headers, columns, names, strict=True))
    needs, wants = [_needs(*part) for part in parts], [_wants(*part) for part in parts]
    return {
        "kind": "table",
        "header": [_cell(cell, False) for cell in table.header],
        "rows": [
            [_cell(cell, named) for cell, named in zip(row, names, strict=True)]
            for row in table.rows
        ],
        "ems": [[em(plain(cell)) for cell in row] for row in table.rows],
        "settings": [setting(needs, wants, sheet, size) for size, _ in sheet.steps],
        "centred": [
            named or max(map(em, column), default=0) <= _WIDEST
            for column, named in zip(columns, names, strict=True)
        ],
    }


def setting(
    needs: list[float], wants: list[float], sheet: Sheet, text_size: float
) -> dict[str, Any]:
    """The size of a table's text and its columns' widths, in points, in text of a size.

    A little smaller if then nothing breaks, but much smaller only if it must be.
    """
    width = sheet.text[0] * POINTS_A_MM
    sizes = [ratio * text_size for ratio in sheet.table_sizes]

    def fits(columns: list[float], size: float) -> bool:
        return size * (sum(columns) + 2 * INSET * len(columns)) <= width

    whole = [size for size in sizes if size >= _HARDLY_SMALLER * text_size and fits(wants, size)]
    size = next(
        (size for size in [*whole, *sizes] if size in whole or fits(needs, size)), sizes[-1]
    )
    shares = _shares(needs, wants, width / size - 2 * INSET * len(needs))
    return {"size": size, "widths": [(share + 2 * INSET) * size for share in shares]}


def _shares(needs: list[float], wants: list[float], room: float) -> list[float]:
    """The room in em shared out: first what columns need, then what they want, then evenly."""
    need, want = sum(needs), sum(wants)
    if want <= room:
        return [column + (room - want) / len(wants) for column in wants]
    if need <= room:
        part = (room - need) / (want - need)
        return [n + part * (w - n) for n, w in zip(needs, wants, strict=True)]
    return [column * room / need for column in needs]


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
