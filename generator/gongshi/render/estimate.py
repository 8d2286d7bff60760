"""A first guess at the setting on which a notice fits, from character counts alone.

To set a notice only to see how high it is costs as much as to print it.  So the guess is
made here, by counting; the sheet proves it and goes a step up or down where it is wrong.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from math import ceil
from typing import Any

from gongshi.render.sheets import Sheet, Step
from gongshi.render.widths import em

_POINTS_A_MM = 72 / 25.4
#: Padding of a cell and the space between its lines, in em of the table.
_PADDING, _CELL_LEADING = 0.6, 0.3
#: Rows and paragraphs that are kept whole leave some of every page unused.
_WASTE = 1.15


def first_guess(blocks: list[dict[str, Any]], sheet: Sheet) -> dict[str, int]:
    """The indices of ``sheet.steps`` to try first on one page, and to use on several."""
    room = sheet.text[1] * _POINTS_A_MM
    rest = sheet.rest * _POINTS_A_MM
    last = len(sheet.steps) - 1
    one = bisect_left(
        sheet.steps, True, hi=last, key=lambda s: _height(blocks, sheet, s) + rest <= room
    )
    largest = next((n for n, step in enumerate(sheet.steps) if step[0] <= sheet.many), last)
    tightest = _WASTE * (_height(blocks, sheet, sheet.steps[last]) + rest)
    space = max(2, ceil(tightest / room)) * room
    many = bisect_left(
        sheet.steps,
        True,
        lo=largest,
        hi=last,
        key=lambda s: _WASTE * (_height(blocks, sheet, s) + rest) <= space,
    )
    return {"one": one, "many": many}


def _height(blocks: Iterable[dict[str, Any]], sheet: Sheet, step: Step) -> float:
    """About how many points the blocks take at one step."""
    return sum(_block(block, sheet, step) for block in blocks)


def _block(block: dict[str, Any], sheet: Sheet, step: Step) -> float:
    match block["kind"]:
        case "list":
            return sum(_height(item, sheet, step) for item in block["items"])
        case "table":
            return _table(block, sheet, step)
        case _:
            size, leading = step
            line = sheet.text[0] * _POINTS_A_MM / size
            lines = ceil((float(block["em"]) + 2) / line)
            return lines * size * (1 + leading)


def _table(table: dict[str, Any], sheet: Sheet, step: Step) -> float:
    wants = [want + _PADDING for want in table["wants"]]
    ratio = sheet.text[0] * _POINTS_A_MM / step[0] / sum(wants)
    size = step[0] * max(0.8, min(1.0, ratio))
    rooms = [max(1.0, want * min(1.0, ratio * step[0] / size) - _PADDING) for want in wants]
    lines = 1 + sum(
        max(ceil(width / room - 0.01) for width, room in zip(row, rooms, strict=True))
        for row in table["ems"]
    )
    return float(size * (lines * (1 + _CELL_LEADING) + (1 + len(table["ems"])) * _PADDING))


def width_of(atoms: Iterable[dict[str, Any]]) -> float:
    """The width of a paragraph's runs, in em, were it one line."""
    return sum(em(atom["t"]) for atom in atoms)
