"""CSV files as offices save them: UTF-8 with or without a mark, or GB18030."""

from __future__ import annotations

import csv
import io

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.read.grid import MAX_COLUMNS, MAX_ROWS, Grid, letters
from gongshi.read.problems_files import T020, T021

#: More than any cell may hold; csv's own limit is raised never, only met earlier.
LONGEST_FIELD = 10_000

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_csv(data: bytes, file: str) -> tuple[list[Grid], list[Finding]]:
    """The one grid of a CSV file, or the finding that says why there is none."""
    place = Place(file)
    text = _decoded(data)
    if text is None:
        return [], [T021.at(place, "读不出文字：编码不是 UTF-8，也不是 GB18030")]
    if finding := _stray(text, place):
        return [], [finding]
    rows: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        for row in reader:
            rows.append(row)
            if finding := _oversized(row, len(rows), place):
                return [], [finding]
    except csv.Error:
        return [], [T021.at(_row(place, len(rows) + 1), f"第{len(rows) + 1}行的引号没有配对")]
    return [Grid(place, [list(row) for row in rows], ragged=True)], []


def _decoded(data: bytes) -> str | None:
    if data.startswith(_UTF16):
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _stray(text: str, place: Place) -> Finding | None:
    bare = text.replace("\r\n", "\n")
    for character, name in (("\0", "空字符（NUL）"), ("\r", "单独的回车")):
        if (found := bare.find(character)) >= 0:
            line = bare.count("\n", 0, found) + 1
            return T021.at(_row(place, line), f"第{line}行有{name}")
    return None


def _oversized(row: list[str], number: int, place: Place) -> Finding | None:
    if number > MAX_ROWS or len(row) > MAX_COLUMNS:
        return T020.at(_row(place, number), f"超过{MAX_ROWS}行或{MAX_COLUMNS}列")
    for column, cell in enumerate(row):
        if len(cell) > LONGEST_FIELD:
            where = Place(place.file, "", f"{letters(column)}{number}")
            return T021.at(where, f"一个格子里有{len(cell)}字，多半是引号没有配对")
    return None


def _row(place: Place, number: int) -> Place:
    return Place(place.file, "", f"A{number}")
