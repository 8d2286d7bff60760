"""Addresses as file names: nothing leaves its folder, and no two share one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_DEVICES = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{name}{n}" for name in ("com", "lpt") for n in "123456789"),
}
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')
_LONGEST = 120  # characters of a part; a path must fit in Windows' 260


def trouble(path: str) -> str:
    """Why ``path`` (with ``/``) cannot be a folder in the site, or an empty string."""
    for part in path.removesuffix("/").split("/"):
        reason = _trouble_of_part(part)
        if reason:
            return reason
    return ""


def _trouble_of_part(part: str) -> str:
    if not part or set(part) <= {"."}:
        return "是空的，或者指向别的文件夹"
    if part != part.strip() or part[-1] == "." or part[0] in ".~":
        return f"“{part}”的首尾不能是空格、句点或波浪号"
    if _FORBIDDEN.search(part) or any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in part):
        return "里有不能用在文件名里的字符"
    if part.partition(".")[0].lower() in _DEVICES:
        return f"“{part}”在 Windows 上不能作文件名"
    if len(part) > _LONGEST or len(part.encode("utf-8", "replace")) > 255:
        return "太长"
    return ""


def twins(paths: Iterable[str]) -> list[tuple[str, ...]]:
    """Groups of paths that some file systems take for one and the same."""
    groups: dict[str, list[str]] = {}
    for path in sorted(paths):
        groups.setdefault(unicodedata.normalize("NFC", path).casefold(), []).append(path)
    return [tuple(group) for group in groups.values() if len(group) > 1]
