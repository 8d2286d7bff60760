"""Papers: each a folder ``themes/papers/<id>/`` with ``paper.yml`` and ``paper.typ``.

A new paper is a new folder; nothing here knows any paper by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from gongshi.model.profile import BODIES
from gongshi.papers.facts import FACTS
from gongshi.render.sheets import ROLES

#: The keys of paper.yml; those of ``_OPTIONAL`` may be left out.
KEYS = (
    "名称",
    "分类",
    "用途",
    "范围",
    "纸张",
    "需要",
    "适用",
    "文字",
    "标题",
    "落款",
    "逐份",
    "设置",
)
_OPTIONAL = frozenset({"适用", "文字", "标题", "落款", "逐份", "设置"})
PER_VILLAGE, PER_TOWNSHIP = "村", "镇"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PaperError(ValueError):
    """A paper.yml or common.yml that cannot be used; the message is Chinese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper.

    ``sizes`` are the sizes of paper it may be printed on, width and height in mm by name,
    the usual one first.  ``needs`` are names of ``FACTS``.  ``texts`` are the texts of
    term.yml it prints, by name, each with the headings to look under (none: all of them).
    ``each`` is the variable of the fact that holds those of whom each gets a copy.
    ``settings`` is told to paper.typ as it is.  ``title`` and ``signed`` are templates.
    """

    id: str
    name: str
    group: str
    use: str
    scope: str
    source: Path
    words: Path | None
    sizes: Mapping[str, tuple[float, float]]
    needs: tuple[str, ...]
    bodies: tuple[str, ...] = BODIES
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    title: str = ""
    signed: str = ""
    each: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)

    @property
    def per_village(self) -> bool:
        """Whether each village has its own."""
        return self.scope == PER_VILLAGE


@dataclass(frozen=True, slots=True)
class Stationery:
    """``common.yml``: groups in order, fonts by role, tints of paper by name.

    No line of a title breaks a word of ``whole``.
    """

    groups: tuple[str, ...]
    whole: tuple[str, ...]
    fonts: Mapping[str, tuple[str, ...]]
    colours: Mapping[str, str]


def load_papers(folders: Iterable[Path]) -> tuple[dict[str, Paper], Stationery]:
    """The papers of the folders by id, and the stationery; the first folder wins.

    Raises :class:`PaperError` for the first file that is wrong.
    """
    found: dict[str, Paper] = {}
    common: Stationery | None = None
    for folder in folders:
        for file in sorted(folder.glob("*/paper.yml")):
            found.setdefault(file.parent.name, _paper(file))
        if common is None and (folder / "common.yml").is_file():
            common = _stationery(folder / "common.yml")
    if common is None:
        raise PaperError("themes/papers 里没有 common.yml")
    for paper in found.values():
        if paper.group not in common.groups:
            raise PaperError(f"{paper.id}/paper.yml 不能用：common.yml 没有“{paper.group}”这一类")
    return dict(sorted(found.items())), common


def _read(file: Path, made: Any) -> Any:
    import yaml

    try:
        return made(file, yaml.safe_load(file.read_text("utf-8")))
    except (yaml.YAMLError, OSError, UnicodeDecodeError, TypeError, ValueError, KeyError) as error:
        raise PaperError(f"{file.parent.name}/{file.name} 不能用：{error}") from None


def _paper(file: Path) -> Paper:
    paper: Paper = _read(file, _made)
    return paper


def _stationery(file: Path) -> Stationery:
    def made(_: Path, data: Mapping[str, Any]) -> Stationery:
        fonts = {ROLES[role]: tuple(names) for role, names in data["字体"].items()}
        groups, whole = (tuple(map(str, data[key])) for key in ("分类", "不拆词"))
        return Stationery(groups, whole, fonts, {str(k): str(v) for k, v in data["颜色"].items()})

    stationery: Stationery = _read(file, made)
    return stationery


def _made(file: Path, data: Mapping[str, Any]) -> Paper:
    _refuse_other_keys(data)
    _refuse_unknown("需要", data["需要"], FACTS)
    _refuse_unknown("适用", data.get("适用", BODIES), BODIES)
    _refuse_unknown("范围", [data["范围"]], (PER_VILLAGE, PER_TOWNSHIP))
    if not _ID.fullmatch(file.parent.name):
        raise ValueError("文件夹名只能用小写字母、数字和连字符")
    words = file.with_name("paper.md.j2")
    return Paper(
        id=file.parent.name,
        name=str(data["名称"]),
        group=str(data["分类"]),
        use=str(data["用途"]),
        scope=data["范围"],
        source=file.with_name("paper.typ").resolve(strict=True),
        words=words if words.is_file() else None,
        sizes={str(name): _pair(pair) for name, pair in data["纸张"].items()},
        needs=tuple(data["需要"]),
        bodies=tuple(data.get("适用", BODIES)),
        texts={str(name): tuple(at or ()) for name, at in data.get("文字", {}).items()},
        title=str(data.get("标题", "")),
        signed=str(data.get("落款", "")),
        each=str(data.get("逐份", "")),
        settings=data.get("设置", {}),
    )


def _pair(pair: tuple[float, float]) -> tuple[float, float]:
    width, height = map(float, pair)
    return width, height


def _refuse_other_keys(data: object) -> None:
    if not isinstance(data, dict):
        raise TypeError("应当是“名称: 值”的形式")
    _refuse_unknown("", data, KEYS)
    for key in KEYS:
        if key not in data and key not in _OPTIONAL:
            raise ValueError(f"缺少“{key}”")


def _refuse_unknown(key: str, names: Iterable[object], known: Iterable[str]) -> None:
    every = tuple(known)
    for name in names:
        if name not in every:
            near = get_close_matches(str(name), every, 1)
            hint = f"，是不是“{near[0]}”" if near else ""
            raise ValueError(f"{key}没有“{name}”这一项{hint}")
