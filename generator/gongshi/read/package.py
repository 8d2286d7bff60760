"""What a zipped workbook holds, looked at before anything opens it.

Sizes come from the zip directory, so a bomb is refused unopened.  The XML parts are then
searched for what the table reader does not tell: document types, cells far outside,
formulas without a value and rows that are struck through.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.read.grid import MAX_COLUMNS, MAX_ROWS, Fault, column_number
from gongshi.read.problems_files import T018, T019, T020
from gongshi.read.problems_tables import T015

MAX_EXPANDED = 50_000_000
MAX_EXPANSION = 100
MAX_PARTS = 1_000
#: No tag that is looked into is longer.
MAX_TAG = 4_000
#: Small parts of repeated markup compress very well; they are no danger.
SMALL = 1_000_000

_FAR = re.compile(rb"<(?:\w+:)?c\s[^<>]*?\br=[\"']([A-Z]+)(\d+)[\"'][^<>]*?(?<!/)>")
_CELL = re.compile(rb'<c\s[^<>]*?\br="([A-Z]+)(\d+)"([^<>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)")
_VALUE = re.compile(rb"<v>[^<]|<is>")
_STYLE = re.compile(rb'\bs="(\d+)"')
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*?)/?>")
_RELATION = re.compile(rb"<Relationship\s([^<>]*?)/?>")
_ATTRIBUTE = re.compile(rb'([\w:]+)\s*=\s*"([^"]*)"')
_STRIKE = re.compile(rb'<strike(?:\s+val="(?:1|true)")?\s*/?>')
_FORMAT = re.compile(rb"<xf\s([^<>]*?)/?>")


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a safe package by name."""

    parts: dict[str, bytes]


def open_package(data: bytes, place: Place) -> tuple[Package | None, list[Finding]]:
    """The package's XML parts, or the finding that refuses it."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if message := _danger(archive.infolist(), len(data)):
                return None, [T020.at(place, message)]
            if any(item.flag_bits & 1 for item in archive.infolist()):
                return None, [T019.at(place, "工作簿加了密")]
            names = [n for n in archive.namelist() if n.endswith((".xml", ".rels"))]
            package = Package({name: archive.read(name) for name in names})
    except (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError):
        return None, [T018.at(place, "文件损坏，打不开")]
    if message := _hostile(package):
        return None, [T020.at(place, message)]
    return package, []


def _danger(items: list[zipfile.ZipInfo], size: int) -> str:
    """Why a package is refused by its directory alone, or ``""``."""
    expanded = sum(item.file_size for item in items)
    packed = sum(item.compress_size for item in items)
    if len(items) > MAX_PARTS or expanded > MAX_EXPANDED:
        return f"解开后超过{MAX_EXPANDED // 1_000_000}兆，或有上千个部件"
    if packed > size or any(_swollen(item) for item in items):
        return f"解开后膨胀超过{MAX_EXPANSION}倍，或部件互相重叠"
    names = [item.filename for item in items]
    if len(names) != len(set(names)) or any(item.compress_type not in _KNOWN for item in items):
        return "部件重名，或用了少见的压缩方法"
    return next((why for part, why in _FOREIGN.items() if any(part in n for n in names)), "")


_KNOWN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_FOREIGN = {
    "vbaProject.bin": "工作簿带有宏",
    "workbook.bin": "这是二进制工作簿（xlsb）",
    "/externalLinks/": "工作簿引用了别的文件（外部链接）",
}


def _swollen(item: zipfile.ZipInfo) -> bool:
    return item.file_size > SMALL and item.file_size > MAX_EXPANSION * max(1, item.compress_size)


def _hostile(package: Package) -> str:
    for name, part in sorted(package.parts.items()):
        if _DECLARATION.search(part) or b"\0" in part[:200]:
            return "工作簿里有文档类型声明"
        if name.startswith("xl/worksheets/") and (cell := _far_cell(part)):
            return f"格子 {cell} 远在表外"
        if name == "content.xml" and _repeated(part):
            return "有重复成千上万次的格子"
    return ""


def _far_cell(part: bytes) -> str:
    for letters, row in set(_FAR.findall(part)):
        if len(row) > 6 or int(row) > MAX_ROWS or _far_column(letters):
            return f"{letters.decode('ascii')}{row.decode('ascii')}"[:20]
    return ""


def _far_column(letters: bytes) -> bool:
    return len(letters) > 3 or column_number(letters.decode("ascii")) >= MAX_COLUMNS


def _repeated(part: bytes) -> bool:
    cells = re.findall(rb"<\w+:table-cell\s[^<>]*?>", part)
    wide = (c for c in cells if b"value-type" in c)
    if any(_times(cell, b"columns") > MAX_COLUMNS for cell in wide):
        return True
    part = _closed(part, b"table-row>")
    rows = re.finditer(rb"<\w+:table-row\s([^<>]*)(?<!/)>(.*?)</\w+:table-row>", part, re.DOTALL)
    return any(_times(row[1], b"rows") > MAX_ROWS and b"value-type" in row[2] for row in rows)


def _closed(part: bytes, end: bytes) -> bytes:
    """The part up to its last end tag, so that no search runs to the end in vain."""
    return part[: part.rfind(end) + len(end)] if end in part else b""


def _times(tag: bytes, what: bytes) -> int:
    found = re.search(rb"number-" + what + rb"-repeated=[\"'](\d{1,9})", tag)
    return int(found[1]) if found else 1


def sheet_parts(package: Package) -> dict[str, bytes]:
    """The XML of each worksheet of an XLSX package by the sheet's name."""
    import html

    relations = {
        a[b"Id"]: a[b"Target"].decode("utf-8", "replace")
        for a in map(_attributes, _RELATION.findall(_part(package, "xl/_rels/workbook.xml.rels")))
        if b"Id" in a and b"Target" in a
    }
    parts = {}
    for attributes in map(_attributes, _SHEET.findall(_part(package, "xl/workbook.xml"))):
        target = relations.get(attributes.get(b"r:id", b""), "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        name = html.unescape(attributes.get(b"name", b"").decode("utf-8", "replace"))
        parts[name] = _part(package, path)
    return parts


def _part(package: Package, name: str) -> bytes:
    return package.parts.get(name, b"")


def _attributes(text: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(text[:MAX_TAG]))


def faults(part: bytes) -> dict[tuple[int, int], Fault]:
    """Cells of a worksheet whose formula has no value or an error for a value."""
    if b"<f" not in part and b't="e"' not in part:
        return {}
    found = {}
    for letters, row, attributes, body in _CELL.findall(_closed(part, b"</c>")):
        cell = int(row) - 1, column_number(letters.decode("ascii"))
        if b't="e"' in attributes:
            found[cell] = Fault(T015, "格子里是错误值（如 #REF!）")
        elif b"<f" in body and not _VALUE.search(body):
            found[cell] = Fault(T015, "公式没有算好的值")
    return found


def struck_rows(part: bytes, styles: bytes) -> frozenset[int]:
    """Rows of a worksheet in which every written cell is struck through."""
    if not _STRIKE.search(styles):
        return frozenset()
    struck = _struck_formats(styles)
    rows: dict[int, bool] = {}
    for _, row, attributes, body in _CELL.findall(_closed(part, b"</c>")):
        if body:
            style = _STYLE.search(attributes)
            one = bool(style) and int(style[1]) in struck if style else False
            rows[int(row) - 1] = rows.get(int(row) - 1, True) and one
    return frozenset(row for row, whole in rows.items() if whole)


def _struck_formats(styles: bytes) -> set[int]:
    listed = styles.partition(b"<fonts")[2].partition(b"</fonts>")[0]
    fonts = [bool(_STRIKE.search(font)) for font in listed.split(b"<font")[1:]]
    cells = styles.partition(b"<cellXfs")[2].partition(b"</cellXfs>")[0]
    struck = set()
    for index, attributes in enumerate(map(_attributes, _FORMAT.findall(cells))):
        font = int(attributes.get(b"fontId", b"0"))
        if font < len(fonts) and fonts[font]:
            struck.add(index)
    return struck
