"""A table as offices hand it in, as a plain value, and as a CSV file."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal

#: What a spreadsheet would take for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: title, who filled it in, the day, header rows, rows, notes below.

    Equal neighbours in a header row are one heading over several columns; a heading that
    is repeated below itself covers both rows.  The last row is a total when ``total``.
    """

    name: str
    title: str
    unit: str
    day: date
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: bool = False
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """One name a column: the header rows joined, ``性别结构 男``."""
        return tuple(" ".join(dict.fromkeys(parts)) for parts in zip(*self.head, strict=True))


def csv_bytes(sheet: Sheet) -> bytes:
    """The table as CSV in UTF-8 with BOM; text that begins like a formula gets a quote."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow([_harmless(name) for name in sheet.columns])
    writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _harmless(cell: Cell) -> Cell:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
