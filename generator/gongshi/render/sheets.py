"""Sheets: each a folder ``themes/sheets/<id>/`` with ``sheet.yml`` and ``sheet.typ``.

``sheet.yml`` says what the paper is, ``sheet.typ`` how it is set.  A new design is a new
folder; nothing here knows any sheet by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

#: The file with what all sheets have in common, beside their folders.
COMMON = "common.yml"
#: The keys of sheet.yml and common.yml together, all of them required.
KEYS = (
    "名称",
    "纸张",
    "版心",
    "文外",
    "字体",
    "版面",
    "多页",
    "表格字号",
    "标题每行",
    "不拆词",
    "姓名栏",
    "格式",
    "分辨率",
    "每份都做",
)
ROLES = {"红头": "letterhead", "标题": "title", "正文": "body", "黑体": "hei", "楷体": "kai"}


POINTS_A_MM = 72 / 25.4

Step = tuple[float, float]


class SheetError(ValueError):
    """A sheet.yml that cannot be used; the message is Chinese and names the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One design of paper.

    ``paper`` is width and height in mm.  ``text`` is the area of the text
    and ``rest`` about the height that letterhead, title and signature take of it, in mm.
    ``fonts`` gives font families by role, the
    wanted ones first.  ``steps`` are the settings to try for one page, roomy ones first,
    each the size of the text in points and the space between lines in em; ``many`` is
    the largest size for a notice that needs more pages.  ``table_sizes`` are the
    sizes of tables as parts of the body size, largest first.  ``title_line`` is the most
    characters in a line of the title; ``unbroken`` are words no line of a title breaks.
    ``name_columns`` are the headers of columns of people's names.  ``formats`` are those
    that are made unasked, ``dpi`` the resolution of images, and a sheet that is
    ``always`` made is made of every notice whatever its kind says.
    """

    id: str
    title: str
    source: Path
    paper: tuple[float, float]
    text: tuple[float, float]
    rest: float
    fonts: Mapping[str, tuple[str, ...]]
    steps: tuple[Step, ...]
    many: float
    table_sizes: tuple[float, ...]
    title_line: float
    unbroken: tuple[str, ...]
    name_columns: tuple[str, ...]
    formats: tuple[str, ...] = ("pdf", "png")
    dpi: int = 300
    always: bool = False


def load_sheets(folders: Iterable[Path]) -> dict[str, Sheet]:
    """The sheets of the folders by id; the first folder that has an id wins.

    Raises :class:`SheetError` for the first sheet.yml that is wrong.
    """
    places = tuple(folders)
    shared = _shared(places)
    found: dict[str, Sheet] = {}
    for folder in places:
        for file in sorted(folder.glob("*/sheet.yml")):
            found.setdefault(file.parent.name, _sheet(file, shared))
    return dict(sorted(found.items()))


def _shared(folders: Iterable[Path]) -> dict[str, Any]:
    """What the sheets have in common; a project's own words come before the program's."""
    found: dict[str, Any] = {}
    for file in (folder / COMMON for folder in folders):
        if file.is_file():
            found = {**_data(file, KEYS), **found}
    return found


def _sheet(file: Path, shared: Mapping[str, Any]) -> Sheet:
    data = _data(file, KEYS, shared)
    try:
        _refuse_other_keys(data["字体"], tuple(ROLES), tuple(ROLES))
        return _made(file, data)
    except (TypeError, ValueError) as error:
        raise _error(file, error) from None


def _data(
    file: Path, keys: tuple[str, ...], shared: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """A file's values over the shared ones; all keys must be there unless it is shared itself."""
    import yaml

    try:
        data = yaml.safe_load(file.read_text("utf-8"))
        _refuse_other_keys(data, keys, () if shared is None else set(keys) - set(shared))
    except (yaml.YAMLError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise _error(file, error) from None
    return {**(shared or {}), **data}


def _error(file: Path, error: Exception) -> SheetError:
    return SheetError(f"{file.parent.name}/{file.name} 不能用：{error}")


def _made(file: Path, data: Mapping[str, Any]) -> Sheet:
    return Sheet(
        id=file.parent.name,
        title=str(data["名称"]),
        source=file.with_name("sheet.typ").resolve(strict=True),
        paper=_pair(data["纸张"]),
        text=_pair(data["版心"]),
        rest=float(data["文外"]),
        fonts={ROLES[role]: tuple(map(str, names)) for role, names in data["字体"].items()},
        steps=tuple(map(_pair, data["版面"])),
        many=float(data["多页"]),
        table_sizes=tuple(sorted(map(float, data["表格字号"]), reverse=True)),
        title_line=float(data["标题每行"]),
        unbroken=tuple(map(str, data["不拆词"])),
        name_columns=tuple(map(str, data["姓名栏"])),
        formats=tuple(map(str, data["格式"])),
        dpi=int(data["分辨率"]),
        always=data["每份都做"] == "是",
    )


def _pair(pair: tuple[float, float]) -> tuple[float, float]:
    first, second = map(float, pair)
    return first, second


def _refuse_other_keys(data: object, keys: tuple[str, ...], needed: Iterable[str]) -> None:
    if not isinstance(data, dict):
        raise TypeError("应当是“名称: 值”的形式")
    for key in data:
        if key not in keys:
            near = get_close_matches(str(key), keys, 1)
            raise ValueError(f"没有“{key}”这一项" + (f"，是不是“{near[0]}”" if near else ""))
    for key in sorted(needed):
        if key not in data:
            raise ValueError(f"缺少“{key}”")
