"""The words of a second language: ``themes/notices/words.<lang>.yml``, read and checked here.

Nothing is translated by machine.  A vocabulary holds words (词), sentences with gaps (句)
and the names of kinds of places (地名), each with the translation that a person wrote; how
days, lists and headings are written; and whether names may be spelled in pinyin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

from gongshi.compose.problems import BAD_KIND
from gongshi.model.place import Place
from gongshi.read import yaml_text
from gongshi.read.yaml_text import Node, Scalar, Sequence

_LINES = ("名称", "方向", "人名", "日期", "年月", "月份", "分隔", "末分隔", "标注", "地名")
_TABLES = ("词", "句", "地名种类")
_LISTS = ("标题",)
KEYS = (*_LINES, *_LISTS, *_TABLES)

#: What may fill a gap of a sentence, by the letter of its name: ``{x}``, ``{n2}``.
GAPS = {
    "n": r"(\d+(?:\.\d+)?)",
    "c": r"([零一二三四五六七八九十百]+)",
    "d": r"(\d+年\d+月\d+日)",
    "t": r"([\d:：—–\-，,、 ]+)",
    "x": "(.+?)",
    "p": "(.+?)",
    "y": "(.+?)",
    "f": "(.+?)",
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A Chinese sentence with gaps, as a pattern, and its translation with the same gaps.

    The gaps: ``n`` a number, ``c`` a Chinese numeral, ``d`` a day, ``t`` times of day,
    ``x`` words that have a translation themselves, ``p`` people, ``y`` a proper name that
    is spelled, ``f`` the office's own words.
    """

    pattern: re.Pattern[str]
    gaps: tuple[str, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """One language: ``lang`` its code, ``direction`` ``ltr`` or ``rtl``.

    ``pinyin`` tells whether a name without one in this language is spelled in pinyin.
    ``day``, ``month``, ``mark``, ``place`` and ``headings`` are formats; ``between`` and
    ``last`` stand between the items of a list.
    """

    lang: str
    name: str
    direction: str
    pinyin: bool
    day: str
    month: str
    months: tuple[str, ...]
    between: str
    last: str
    mark: str
    place: str
    headings: tuple[str, str]
    words: Mapping[str, str]
    sentences: tuple[Sentence, ...]
    places: tuple[Sentence, ...]


class VocabularyError(Exception):
    """A vocabulary cannot be used; ``finding`` says why."""

    def __init__(self, place: Place, message: str) -> None:
        """Names the line and what is wrong with it."""
        super().__init__(message)
        self.finding = BAD_KIND.at(place, message)


@cache
def vocabulary(folders: tuple[Path, ...], lang: str) -> Vocabulary:
    """The words of a language; a project's file wins over the program's.

    Raises :class:`VocabularyError` for a file that is not there or not right.
    """
    name = f"words.{lang}.yml"
    file = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if file is None:
        raise VocabularyError(Place(f"themes/notices/{name}"), f"没有“{lang}”的译词表")
    return _vocabulary(file, lang)


def _vocabulary(file: Path, lang: str) -> Vocabulary:
    place = Place(f"themes/notices/{file.name}")
    root, findings = yaml_text.parse(file.read_text(encoding="utf-8"), place.file)
    if findings or not isinstance(root, yaml_text.Mapping):
        raise VocabularyError(place, "译词表读不懂，应当是“键: 值”")
    for key, at in root.keys.items():
        if key not in KEYS:
            raise VocabularyError(at, f"不认识的键“{key}”，只能用{'、'.join(KEYS)}")
    for key in KEYS:
        if key not in root.items:
            raise VocabularyError(place, f"缺少“{key}”")
    return _made(lang, root, place)


def _made(lang: str, root: yaml_text.Mapping, place: Place) -> Vocabulary:
    lines = {key: _line(root.items[key]) for key in _LINES}
    headings = root.items["标题"]
    if not isinstance(headings, Sequence) or len(headings.items) != 2:
        raise VocabularyError(headings.place, "“标题”写两级的格式")
    if lines["方向"] not in ("ltr", "rtl"):
        raise VocabularyError(
            root.items["方向"].place, "“方向”只能写ltr（从左到右）或者rtl（从右到左）"
        )
    first, second = map(_line, headings.items)
    return Vocabulary(
        lang=lang,
        name=lines["名称"],
        direction=lines["方向"],
        pinyin=lines["人名"] == "拼音",
        day=lines["日期"],
        month=lines["年月"],
        months=tuple(lines["月份"].split()),
        between=lines["分隔"],
        last=lines["末分隔"],
        mark=lines["标注"],
        place=lines["地名"],
        headings=(first, second),
        words=dict(_pairs(root.items["词"])),
        sentences=tuple(_sentence(*pair, place) for pair in _pairs(root.items["句"])),
        places=tuple(_sentence(*pair, place) for pair in _pairs(root.items["地名种类"])),
    )


def _line(node: Node) -> str:
    if not isinstance(node, Scalar) or not node.text:
        raise VocabularyError(node.place, "这里应当写一行文字")
    return node.text


def _pairs(node: Node) -> Iterator[tuple[str, str]]:
    if not isinstance(node, yaml_text.Mapping):
        raise VocabularyError(node.place, "这里应当是“中文: 译文”")
    for chinese, said in node.items.items():
        yield chinese, _line(said)


def _sentence(chinese: str, said: str, place: Place) -> Sentence:
    gaps, pattern = [], ""
    try:
        for text, gap, _, _ in Formatter().parse(chinese):
            pattern += re.escape(text)
            if gap is not None:
                gaps.append(gap)
                pattern += GAPS[gap[0]]
        wanted = {gap for _, gap, _, _ in Formatter().parse(said) if gap is not None}
    except (ValueError, KeyError, IndexError):
        raise VocabularyError(place, f"“{chinese}”里的空位写错了") from None
    if not wanted <= set(gaps) or len(set(gaps)) != len(gaps):
        raise VocabularyError(place, f"“{chinese}”和译文的空位不一样")
    return Sentence(re.compile(pattern), tuple(gaps), said)
