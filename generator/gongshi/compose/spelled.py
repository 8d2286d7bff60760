"""Chinese names in letters: GB/T 28039—2011 for people, the same rules for places.

Surname first, both parts with a capital, no hyphen in a given name, an apostrophe before a
syllable that begins with a vowel: ``Wang Xiaoming``, ``Ouyang Xiu``, ``Li Xi'an``.
"""

from __future__ import annotations

import re
from functools import cache

from gongshi.names.order import surname

#: Surnames that are read otherwise than the character usually is.
_SURNAMES = {
    "单": "shan", "仇": "qiu", "区": "ou", "曾": "zeng", "解": "xie", "查": "zha", "盖": "ge",
    "朴": "piao", "乐": "yue", "员": "yun", "覃": "qin", "洗": "xian", "缪": "miao",
    "种": "chong", "翟": "zhai", "折": "she", "黑": "he", "秘": "bi", "繁": "po", "召": "shao",
}  # fmt: skip
_DOTS = re.compile("[·・•‧．]")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]+")


def person(name: str) -> str:
    """``欧阳晓燕`` → ``Ouyang Xiaoyan``; 阿依古丽·买买提 part by part."""
    parts = _DOTS.split(name)
    if len(parts) > 1 or not _HAN.fullmatch(name):
        return " ".join(place(part) for part in parts if part)
    family = surname(name)
    given = name[len(family) :]
    said = [_SURNAMES[family]] if family in _SURNAMES else _syllables(family)
    return f"{_joined(said)} {place(given)}" if given else _joined(said)


def place(name: str) -> str:
    """``青禾`` → ``Qinghe``; whatever is no Han stays as it is."""
    return _HAN.sub(lambda run: _joined(_syllables(run.group())), name)


@cache
def _syllables(text: str) -> list[str]:
    from pypinyin import Style, lazy_pinyin

    return lazy_pinyin(text, style=Style.NORMAL, errors="default", v_to_u=True)


def _joined(syllables: list[str]) -> str:
    first, *others = syllables
    return (first + "".join(f"'{one}" if one[0] in "aoe" else one for one in others)).capitalize()
