"""XLSX, XLS and ODS workbooks as grids, refused when they are broken or dangerous."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.read.grid import Fault, Grid, Raw
from gongshi.read.ods import SheetExtras, ods_extras
from gongshi.read.package import Package, faults, open_package, sheet_parts, struck_rows
from gongshi.read.problems_files import T018, T019

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read_workbook(data: bytes, file: str) -> tuple[list[Grid], list[Finding]]:
    """A grid a worksheet, hidden ones included, or the finding that refuses the file."""
    place, package = Place(file), None
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return [], [T019.at(place, "工作簿设了密码")]
    else:
        package, findings = open_package(data, place)
        if findings:
            return [], findings
    try:
        grids = _grids(data, file, package)
        return grids, [] if grids else [T018.at(place, "文件里没有一张工作表")]
    except BaseException as error:
        # The reader is Rust: a panic in it is no Exception, yet it is only a broken file.
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        if type(error).__name__ == "PasswordError":
            return [], [T019.at(place, "工作簿设了密码")]
        return [], [T018.at(place, "文件损坏，或不是表格文件")]


def _grids(data: bytes, file: str, package: Package | None) -> list[Grid]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    extras = _extras(package) if package else {}
    grids = []
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for index, meta in enumerate(book.sheets_metadata):
            if meta.typ is not SheetTypeEnum.WorkSheet:
                continue
            hidden = meta.visible is not SheetVisibleEnum.Visible
            sheet = book.get_sheet_by_index(index)
            grids.append(_grid(sheet, Place(file, meta.name), hidden, extras.get(meta.name)))
    return grids


def _grid(sheet: Any, place: Place, hidden: bool, extra: _Extra | None) -> Grid:
    rows: list[list[Raw]] = sheet.to_python(skip_empty_area=False)
    merged = tuple((*first, *last) for first, last in sheet.merged_cell_ranges or ())
    if extra is None:
        return Grid(place, rows, merged, hidden=hidden)
    _put(rows, extra[0].faults)
    return Grid(place, rows, merged or tuple(extra[0].merged), extra[1], hidden=hidden)


_Extra = tuple[SheetExtras, frozenset[int]]


def _extras(package: Package) -> dict[str, _Extra]:
    if content := package.parts.get("content.xml"):
        return {name: (extra, frozenset()) for name, extra in ods_extras(content).items()}
    styles = package.parts.get("xl/styles.xml", b"")
    return {
        name: (SheetExtras(faults=faults(part)), struck_rows(part, styles))
        for name, part in sheet_parts(package).items()
    }


def _put(rows: list[list[Raw]], broken: dict[tuple[int, int], Fault]) -> None:
    for (row, column), fault in broken.items():
        while len(rows) <= row:
            rows.append([])
        while len(rows[row]) <= column:
            rows[row].append("")
        rows[row][column] = fault
