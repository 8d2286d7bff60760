"""The empty workbook: one sheet a table, made from :mod:`gongshi.read.columns`.

A header cell explains its column in a note, closed lists are drop-downs, and cells are
text so that ``1985.10`` stays as typed.  The first row is an example, grey and struck
through; 示例 in its first cell tells reading to leave it out.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gongshi import resources
from gongshi.compose.kinds import NEVER, load_kinds
from gongshi.read.columns import MAIN_TABLES, REGISTER, TABLES, VILLAGES, Column, Kind, Table
from gongshi.read.rows import EXAMPLE
from gongshi.timeless import workbook_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell import Cell
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_ROW = 1000
_LONGEST_LIST = 255  # characters; Excel refuses a longer list of choices
_NUMBERS = {Kind.COUNT, Kind.ROUND}
_WIDTHS = {
    Kind.IGNORED: 7,
    Kind.COUNT: 9,
    Kind.ROUND: 7,
    Kind.CHOICE: 11,
    Kind.LONG: 32,
    Kind.DATE: 13,
}


def workbook(tables: Iterable[Table]) -> bytes:
    """A workbook with a sheet for each of the tables."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in tables:
        _fill(book.create_sheet(sheet_name(table)), table)
    return workbook_bytes(book)


def sheet_name(table: Table) -> str:
    """``1村社名册``: the number is the order of filling, and of findings too."""
    return f"{TABLES.index(table) + 1}{table.name}"


def _fill(sheet: Worksheet, table: Table) -> None:
    for index, column in enumerate(table.columns, start=1):
        _head(sheet.cell(1, index), column)
        _example(sheet.cell(2, index), EXAMPLE if index == 1 else column.example)
        _lay_out(sheet, index, column)
        choices = _choices(table, column)
        if choices is not None:
            sheet.add_data_validation(choices)
            letter = sheet.cell(1, index).column_letter
            choices.add(f"{letter}3:{letter}{_LAST_ROW}")
    sheet.freeze_panes = "C2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Cell, text: str) -> None:
    """The text as text, also where it begins like a formula."""
    cell.value = text
    cell.data_type = "s"


def _head(cell: Cell, column: Column) -> None:
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    _put(cell, column.name)
    cell.font = Font(name="宋体", size=11, bold=True)
    cell.fill = PatternFill("solid", fgColor="F8CBAD" if column.required else "E7E6E6")
    cell.border = Border(bottom=Side(style="thin"))
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    cell.comment = Comment(_note(column), "gongshi", height=120, width=260)


def _note(column: Column) -> str:
    """What the header's note says: whether it must be filled, how, other headings."""
    parts = ["不读" if column.kind is Kind.IGNORED else "必填" if column.required else "选填"]
    parts += [column.note or column.kind.value]
    if column.kind is Kind.CHOICE:
        parts += ["可选：" + "、".join(column.choices)]
    if column.example:
        parts += [f"例如：{column.example}"]
    return "\n".join(parts)


def _example(cell: Cell, text: str) -> None:
    from openpyxl.styles import Font

    if text:
        _put(cell, text)
    cell.font = Font(name="宋体", size=11, strike=True, color="808080")
    cell.number_format = "@"


def _lay_out(sheet: Worksheet, index: int, column: Column) -> None:
    dimension = sheet.column_dimensions[sheet.cell(1, index).column_letter]
    dimension.width = _WIDTHS.get(column.kind, max(12, 2 * len(column.name) + 3))
    dimension.number_format = "0" if column.kind in _NUMBERS else "@"


def _choices(table: Table, column: Column) -> DataValidation | None:
    """The drop-down list of a column; only a closed list refuses anything else."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if column.kind is Kind.VILLAGE and table is not VILLAGES:
        if table not in MAIN_TABLES:  # the roll of villages lies in the other workbook
            return None
        return _listed(f"'{sheet_name(VILLAGES)}'!$B$3:$B${_LAST_ROW}", closed=True)
    if column.kind in _NUMBERS:
        return DataValidation(
            type="whole",
            operator="greaterThanOrEqual",
            formula1="0",
            allow_blank=True,
            error="这一列只能写整数",
        )
    choices = _kinds() if table is REGISTER and column.field == "kind" else column.choices
    text = ",".join(choices)
    if not choices or len(text) > _LONGEST_LIST:
        return None
    return _listed(f'"{text}"', closed=column.kind is Kind.CHOICE)


def _listed(formula: str, *, closed: bool) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    return DataValidation(
        type="list",
        formula1=formula,
        allow_blank=True,
        showErrorMessage=closed,
        error="请从下拉列表里选",
    )


@cache
def _kinds() -> tuple[str, ...]:
    """The kinds of notice that every election needs, as many as a list in Excel may hold.

    Those with a clock come first; the others are typed as ``gongshi kinds`` lists them.
    """
    kinds, _ = load_kinds((resources.built_in("themes") / "notices",))
    ordered = sorted(kinds.values(), key=lambda kind: (kind.publicity == NEVER, len(kind.name)))
    names: tuple[str, ...] = ()
    for kind in ordered:
        if len(",".join((*names, kind.name))) <= _LONGEST_LIST:
            names = (*names, kind.name)
    return names
