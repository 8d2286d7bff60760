"""A first guess at the setting on which a notice fits, from character counts alone.

To set a notice only to see how high it is costs as much as to print it.  So the guess is
made here, by counting; the sheet proves it and goes a step up or down where it is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cache
from math import ceil
from typing import Any

from gongshi.render.sheets import POINTS_A_MM, Sheet
from gongshi.render.tables import INSET, LEADING, PADDING
from gongshi.render.widths import em

#: Rows and paragraphs that are kept whole leave some of every page unused.
_WASTE = 1.06
#: The width of a column of names, in em: four characters and a gap.
NAME_COLUMN = 4.6


def first_guess(blocks: list[dict[str, Any]], sheet: Sheet) -> dict[str, int]:
    """The numbers of the steps to try first on one page and to use on several."""
    room, last = sheet.text[1] * POINTS_A_MM, len(sheet.steps) - 1
    largest = next((n for n, step in enumerate(sheet.steps) if step[0] <= sheet.many), last)

    @cache
    def height(step: int) -> float:
        rest = sheet.rest * POINTS_A_MM
        return rest + sum(_height(block, sheet, step) for block in blocks)

    def first(start: int, space: float) -> int:
        steps = range(last)
        return bisect_left(steps, True, lo=start, key=lambda step: height(step) <= space)

    pages = max(2, ceil(_WASTE * height(last) / room))
    return {"one": first(0, room), "many": first(min(largest, last), pages * room / _WASTE)}


def _height(block: dict[str, Any], sheet: Sheet, step: int) -> float:
    """About how many points a block takes at one step."""
    match block["kind"]:
        case "list":
            return sum(_height(part, sheet, step) for item in block["items"] for part in item)
        case "table":
            return _table(block, step)
        case "names":
            return _names(block, sheet, step)
        case _:
            size, leading = sheet.steps[step]
            line = sheet.text[0] * POINTS_A_MM / size
            lines = ceil((float(block["em"]) + 2) / line)
            return lines * size * (1 + leading)


def _names(block: dict[str, Any], sheet: Sheet, step: int) -> float:
    """Columns of :data:`NAME_COLUMN`; a longer name takes as many as it needs."""
    size, leading = sheet.steps[step]
    columns = int(sheet.text[0] * POINTS_A_MM / size // NAME_COLUMN)
    cells = sum(ceil((name["em"] + 0.4) / NAME_COLUMN) for name in block["names"])
    return float(ceil(cells / columns) * size * (1 + leading))


def _table(table: dict[str, Any], step: int) -> float:
    size, widths = table["settings"][step]["size"], table["settings"][step]["widths"]
    rooms = [width / size - 2 * INSET for width in widths]
    lines = 1 + sum(
        max(ceil(width / room - 0.01) for width, room in zip(row, rooms, strict=True))
        for row in table["ems"]
    )
    return float(size * (lines * (1 + LEADING) + (1 + len(table["ems"])) * PADDING))


def width_of(atoms: Iterable[dict[str, Any]]) -> float:
    """The width of a paragraph's runs, in em, were it one line."""
    return sum(em(atom["t"]) for atom in atoms)
