"""Rare characters of names: which they are, and how they are read."""

from __future__ import annotations

from functools import cache


@cache
def is_rare(char: str) -> bool:
    """Outside the 6,763 characters of GB 2312: what a clerk may not know how to read."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@cache
def reading(char: str) -> str:
    """The usual reading with its tone (``yǎn``); empty where none is known."""
    from pypinyin import Style, pinyin

    (said,) = pinyin(char, style=Style.TONE, errors="ignore") or [[""]]
    return said[0]
