"""The files of a new project, as bytes; writing them is the caller's."""

from __future__ import annotations

import re
from pathlib import Path

from gongshi import resources
from gongshi.read.columns import MAIN_TABLES, TABLES
from gongshi.scaffold.workbook import workbook

_START = Path(__file__).parent / "start"
_WORKBOOK = "notices/shili/2026/换届工作台账.xlsx"
_FURTHER = "notices/shili/2026/补充台账.xlsx"
#: What a project may change of the site: its settings and the page about the township.
_FROM_THE_PROGRAM = {
    "mkdocs.yml": "themes/site/mkdocs.yml",
    "site_src/about.md": "site_src/about.md",
}
_PLAIN_NAME = re.compile(r"[\u3400-\u9fff]+")


def project_files(county: str = "") -> dict[str, bytes]:
    """Every file of a new project by its path in it, the same bytes each time.

    ``county`` is filled in as 县 where it is given; raises ``ValueError`` when it is not
    made of Chinese characters only.
    """
    if county and not _PLAIN_NAME.fullmatch(county):
        raise ValueError(county)
    files = {path.relative_to(_START).as_posix(): _text(path) for path in _START.rglob("*.*")}
    for path, source in _FROM_THE_PROGRAM.items():
        top, _, rest = source.partition("/")
        files[path] = _text(resources.built_in(top) / rest)
    settings = files["notices/county.yml"]
    files["notices/county.yml"] = settings.replace("\n县:".encode(), f"\n县: {county}".encode())
    files[_WORKBOOK] = workbook(MAIN_TABLES)
    files[_FURTHER] = workbook(table for table in TABLES if table not in MAIN_TABLES)
    return dict(sorted(files.items()))


def _text(path: Path) -> bytes:
    """A text as every Notepad since Windows 7 shows it: CRLF, and a BOM on plain texts."""
    text = path.read_text("utf-8")
    encoding = "utf-8-sig" if path.suffix == ".txt" else "utf-8"
    return text.replace("\n", "\r\n").encode(encoding)
