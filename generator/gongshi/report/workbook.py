"""Tables as a workbook in the layout offices hand in: A4 landscape, no formulas.

Title over the whole width, 填报单位 and date below it, header, a row a village, the
total, notes.  Every value is text or a number, never a formula.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from gongshi.compose.wording import chinese_date
from gongshi.report.sheet import Cell, Sheet
from gongshi.timeless import workbook_bytes

if TYPE_CHECKING:
    from openpyxl.cell import Cell as XlsxCell
    from openpyxl.worksheet.worksheet import Worksheet

_HEAD_ROW = 3  # title, then 填报单位 and date, then the header
_WIDEST = 24
_PRINTABLE = 0x20  # XML has no characters below it, apart from white space
_LATIN = 0x2E80  # below it characters are half as wide


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """The tables as one workbook, a worksheet each; equal tables give equal bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    return workbook_bytes(book)


def _fill(page: Worksheet, sheet: Sheet) -> None:
    wide = len(sheet.head[0])
    first = _HEAD_ROW + len(sheet.head)
    _title(page, sheet, wide)
    _header(page, sheet)
    for number, row in enumerate(sheet.rows, start=first):
        last = sheet.total and number == first + len(sheet.rows) - 1
        for column, value in enumerate(row, start=1):
            _put(page.cell(number, column), value, bold=last)
    end = first + len(sheet.rows)
    for number, note in enumerate(sheet.notes, start=end):
        page.merge_cells(start_row=number, end_row=number, start_column=1, end_column=wide)
        _plain(page.cell(number, 1), note)
    _widths(page, sheet)
    _paper(page, sheet, end + len(sheet.notes) - 1, wide)


def _title(page: Worksheet, sheet: Sheet, wide: int) -> None:
    from openpyxl.styles import Alignment, Font

    page.merge_cells(start_row=1, end_row=1, start_column=1, end_column=wide)
    _plain(page.cell(1, 1), sheet.title)
    page.cell(1, 1).font = Font(name="方正小标宋简体", size=18)
    page.cell(1, 1).alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    page.row_dimensions[1].height = 32
    page.merge_cells(start_row=2, end_row=2, start_column=1, end_column=wide)
    _plain(page.cell(2, 1), f"填报单位：{sheet.unit}　　　　填报日期：{chinese_date(sheet.day)}")


def _header(page: Worksheet, sheet: Sheet) -> None:
    """The header rows; a heading covers the columns and rows that repeat it."""
    for number, names in enumerate(sheet.head, start=_HEAD_ROW):
        for column, name in enumerate(names, start=1):
            _put(page.cell(number, column), name, bold=True)
    if len(sheet.head) == 1:
        return
    column = 1
    for name, group in groupby(sheet.head[0]):
        width = len(list(group))
        below = sheet.head[-1][column - 1]
        rows = len(sheet.head) - 1 if below == name else 0
        if width > 1 or rows:
            page.merge_cells(
                start_row=_HEAD_ROW,
                end_row=_HEAD_ROW + rows,
                start_column=column,
                end_column=column + (0 if rows else width - 1),
            )
        column += width


def _put(cell: XlsxCell, value: Cell, *, bold: bool) -> None:
    from openpyxl.styles import Alignment, Border, Font, Side

    if isinstance(value, str):
        _plain(cell, value)
    else:
        cell.value = value
        cell.number_format = _format(value)
    line = Side(style="thin")
    cell.font = Font(name="宋体", size=10.5, bold=bold)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _plain(cell: XlsxCell, text: str) -> None:
    """The text as text, also where it begins like a formula; no control characters."""
    cell.value = "".join(c for c in text if c in "\n\t" or ord(c) >= _PRINTABLE)
    cell.data_type = "s"


def _format(value: int | Decimal) -> str:
    decimals = -int(value.as_tuple().exponent) if isinstance(value, Decimal) else 0
    return "0" if decimals <= 0 else f"0.{'0' * decimals}"


def _widths(page: Worksheet, sheet: Sheet) -> None:
    from openpyxl.utils import get_column_letter

    for column, cells in enumerate(zip(sheet.head[-1], *sheet.rows, strict=True), start=1):
        width = max(_width(str(cell)) for cell in cells)
        page.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(6, width + 2))


def _width(text: str) -> int:
    return sum(1 if ord(character) < _LATIN else 2 for character in text)


def _paper(page: Worksheet, sheet: Sheet, last: int, wide: int) -> None:
    from openpyxl.utils import get_column_letter

    page.print_area = f"A1:{get_column_letter(wide)}{last}"
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW + len(sheet.head) - 1}"
    page.freeze_panes = f"B{_HEAD_ROW + len(sheet.head)}"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_options.horizontalCentered = True
