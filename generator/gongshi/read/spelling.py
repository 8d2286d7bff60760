"""A village's name in letters, for its address.

Only pypinyin's table of single characters is read: importing the package loads all its
phrases, a third of what reading a whole township takes.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

#: Characters that place names read otherwise than the table's first reading.
_IN_PLACES = {"长": "chang", "重": "chong", "厦": "xia", "枞": "zong", "涡": "guo"}


def spelled(name: str) -> str:
    """``qinghecun`` for 青禾村; letters and digits stay, unknown characters become hex."""
    return "".join(_letters(character) for character in name)


def _letters(character: str) -> str:
    if not character.isalnum():
        return ""
    if character.isascii():
        return character.lower()
    if character in _IN_PLACES:
        return _IN_PLACES[character]
    first = _table().get(str(ord(character)), f"{ord(character):x}").partition(",")[0]
    plain = unicodedata.normalize("NFD", first).replace("u\u0308", "v")
    return "".join(c for c in plain if c.isascii() and c.isalnum())


@cache
def _table() -> dict[str, str]:
    spec = find_spec("pypinyin")
    if spec is None or spec.origin is None:
        return {}
    data = Path(spec.origin).with_name("pinyin_dict.json")
    table: dict[str, str] = json.loads(data.read_text(encoding="utf-8"))
    return table
