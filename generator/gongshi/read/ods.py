"""What the table reader does not tell about ODS sheets: merged cells and empty formulas."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gongshi.read.grid import MAX_COLUMNS, MAX_ROWS, Fault
from gongshi.read.problems_tables import T015

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


@dataclass(slots=True)
class SheetExtras:
    """Merged ranges (top, left, bottom, right, from 0) and unusable cells of one sheet."""

    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    faults: dict[tuple[int, int], Fault] = field(default_factory=dict)


def ods_extras(content: bytes) -> dict[str, SheetExtras]:
    """Extras by sheet name; raises :class:`xml.etree.ElementTree.ParseError`."""
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    tables = fromstring(content).iter(f"{_TABLE}table")
    return {table.get(f"{_TABLE}name", ""): _sheet(table) for table in tables}


def _sheet(table: Any) -> SheetExtras:
    extras, row = SheetExtras(), 0
    for element in table.iter(f"{_TABLE}table-row"):
        if row >= MAX_ROWS:
            break
        _row(element, row, extras)
        row += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
    return extras


def _row(element: Any, row: int, extras: SheetExtras) -> None:
    column = 0
    for cell in element:
        if column >= MAX_COLUMNS:
            break
        down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
        right = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
        if down > 1 or right > 1:
            extras.merged.append((row, column, row + down - 1, column + right - 1))
        if cell.get(f"{_TABLE}formula") and not _has_value(cell):
            extras.faults[row, column] = Fault(T015, "公式没有算好的值")
        column += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))


def _has_value(cell: Any) -> bool:
    if any(cell.get(f"{_OFFICE}{name}") is not None for name in _VALUES):
        return True
    return bool("".join(cell.itertext()))


_VALUES = ("value", "date-value", "time-value", "boolean-value", "string-value")
