"""Characters that only look like the right one: radicals and compatibility ideographs.

Old documents and PDF copies bring them in.  They have no place in the stroke table, are
not found by a search and are missing from many fonts.
"""

from __future__ import annotations

import unicodedata

#: CJK radicals that Unicode gives no decomposition, with the character that is meant.
_RADICALS = dict(
    zip(
        "⺒⺓⺜⺝⺠⺬⻁⻃⻄⻅⻆⻇⻉⻊⻋⻑⻒⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰",
        "巳幺日月民示虎西西见角角贝足车长长长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙",
        strict=True,
    )
)


def proper(character: str) -> str:
    """The ordinary character that a look-alike stands for, or ``""`` for any other.

    Covers the radicals U+2E80–U+2FDF and the compatibility ideographs U+F900–U+FAFF and
    U+2F800–U+2FA1F; the twelve of U+FAxx that are ordinary characters are left alone.
    """
    code = ord(character)
    if 0x2E80 <= code <= 0x2FDF or 0xF900 <= code <= 0xFAFF or 0x2F800 <= code <= 0x2FA1F:
        meant = _RADICALS.get(character) or unicodedata.normalize("NFKC", character)
        return meant if meant != character else ""
    return ""
