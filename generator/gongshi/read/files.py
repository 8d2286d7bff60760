"""The files of a folder: which are read, which are passed over, which are refused."""

from __future__ import annotations

from pathlib import Path

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.read.problems_files import FOLDER_SEVERITY, T020, T024, T025

MAX_BYTES = 20_000_000

TABLE_ENDINGS = (".xlsx", ".xls", ".ods", ".csv")
YAML_ENDINGS = (".yml", ".yaml")
#: Folders of a term that hold something else than tables.
KNOWN_FOLDERS = ("issued", "letters", "photos", "postings")

_PASSED_OVER = ("thumbs.db", "desktop.ini")
_HELP = {
    ".docx": "Word 文档不读；把表格另存为 .xlsx。",
    ".doc": "Word 文档不读；把表格另存为 .xlsx。",
    ".et": "用 WPS 打开，另存为 .xlsx。",
    ".xlsm": "带宏的工作簿不读；另存为 .xlsx。",
    ".xlsb": "用 Excel 打开，另存为 .xlsx。",
    ".txt": "另存为 .csv（逗号分隔）或 .xlsx。",
    ".tsv": "另存为 .csv（逗号分隔）或 .xlsx。",
    ".pdf": "PDF 不读；把表格录入 .xlsx。",
}


def listing(folder: Path) -> list[Path]:
    """What the folder holds, sorted by name; nothing when it cannot be read."""
    try:
        return sorted(path for path in folder.iterdir() if not _passed_over(path.name))
    except OSError:
        return []


def _passed_over(name: str) -> bool:
    return name.startswith((".", "~$")) or name.lower() in _PASSED_OVER


def content(path: Path, name: str) -> tuple[bytes | None, list[Finding]]:
    """A regular file's bytes, or the finding that refuses it."""
    place = Place(name)
    try:
        if path.is_symlink() or not path.is_file():
            return None, [T025.at(place, "这是一个链接，不是文件")]
        if path.stat().st_size > MAX_BYTES:
            return None, [T020.at(place, f"文件超过{MAX_BYTES // 1_000_000}兆")]
        return path.read_bytes(), []
    except OSError:
        return None, [T025.at(place, "文件读不了，可能没有权限")]


def unknown(path: Path, name: str) -> Finding:
    """The finding for a file or folder that has no business here."""
    place = Place(name)
    if path.is_symlink():
        return T025.at(place, "这是一个链接，不是文件")
    if path.is_dir():
        help = f"这里只放表和文件夹 {'、'.join(KNOWN_FOLDERS)}；别的移到别处。"
        return T024.at(place, "不认得这个文件夹", help=help, severity=FOLDER_SEVERITY)
    ending = path.suffix.lower()
    return T024.at(place, f"不读 {ending or '没有扩展名'} 的文件", help=_HELP.get(ending, ""))
