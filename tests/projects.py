"""Tiny projects on disk, from a dict: ``project(tmp_path, files={"notices/…": …})``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Sheet = Sequence[Sequence[Any]]

COUNTY = "县: 青禾县\n网址: https://gongshi.example/\n"
TOWNSHIP = "名称: 东镇\n全称: 青禾县东镇\n类型: 镇\n"
TERM = "名称: 东镇2026年村党组织换届选举\n规则: party-2020\n"


def project(
    tmp_path: Path,
    files: Mapping[str, str | bytes | Mapping[str, Sheet]] | None = None,
    *,
    township: str = "tiny",
    term: str = "2026",
) -> Path:
    """A project with county, township and term files, and ``files`` over them.

    A name without a slash lies in the term's folder.  Text is written as UTF-8, bytes as
    they are, and a mapping as a workbook with these sheets.
    """
    folder = f"notices/{township}/{term}"
    every: dict[str, str | bytes | Mapping[str, Sheet]] = {
        "notices/county.yml": COUNTY,
        f"notices/{township}/township.yml": TOWNSHIP,
        f"{folder}/term.yml": TERM,
    }
    for name, content in (files or {}).items():
        every[name if "/" in name else f"{folder}/{name}"] = content
    for name, content in every.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Mapping):
            workbook(path, content)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content, encoding="utf-8", newline="")
    return tmp_path


def workbook(
    path: Path, sheets: Mapping[str, Sheet], *, merged: Mapping[str, Iterable[str]] | None = None
) -> Path:
    """An XLSX file (``台账.xlsx`` when ``path`` is a folder) with ranges merged by sheet."""
    from openpyxl import Workbook

    if path.is_dir():
        path /= "台账.xlsx"
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for area in (merged or {}).get(title, ()):
            sheet.merge_cells(area)
    book.save(path)
    return path
