"""The wall of characters: what may stand in a cell, and how a value is shown in a message.

Text is refused rather than repaired: control, direction, zero-width and private-use
characters never enter.  Only spaces are evened out, because offices spread names with
them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from gongshi.names.lookalikes import proper

#: Most text is made of these; everything else is looked at one by one.
_PLAIN = re.compile("[\n -~·—“”‘’…、。《》【】〇〔〕　！，／：；？（）一-鿿]*")

_CATEGORIES = re.compile("L[ultmo]|N[dlo]|P[cdseifo]|S[mck]|Zs")
_SYMBOLS = frozenset("°№℃㎡㎞●○◎■□▲△★☆◆◇※→←↑↓✓✔☎")
_INVISIBLE_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
#: Han characters newer than the tables of the oldest Python that we run on.
_NEWER_HAN = range(0x20000, 0x33480)

_REASONS = {
    "Co": "造字区的字，别的电脑上显示不出来",
    "Cc": "控制字符",
    "Cf": "看不见的字符",
    "Cs": "残缺的字符",
    "Cn": "没有定义的字符",
    "Zl": "分行字符",
    "Zp": "分段字符",
    "Mn": "附加符号",
    "Mc": "附加符号",
    "Me": "附加符号",
    "So": "图形符号",
}

#: Look-alikes of the separator in names; all are read as U+00B7.
SEPARATORS = str.maketrans(dict.fromkeys("•‧・･∙⋅᛫", "·"))

_HAN = "〇一-鿿㐀-䶿豈-﫿𠀀-\U0003347f"
_NAME = re.compile(f"[{_HAN}A-Za-z·]{{2,24}}")
_GAP = re.compile(f"(?<=[{_HAN}·]) +| +(?=[{_HAN}·])")
_BREAK = re.compile(r"(?<=[^\x00-\x7f]) *\n[ \n]*| *\n[ \n]*(?=[^\x00-\x7f])")
_DIGITS = re.compile(r"\d(?:[\s\-－—]?\d){6,}[Xx]?")
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")


def wrong_character(text: str) -> str:
    """Why the text is refused, with the code point, or ``""`` when it may stay."""
    if _PLAIN.fullmatch(text):
        return "含有没有译出的控制字符" if _ESCAPED.search(text) else ""
    for character in text:
        if reason := _reason(character):
            return f"有不能用的字符 U+{ord(character):04X}（{reason}）"
    if not unicodedata.is_normalized("NFC", text):
        return "有拆开编码的字符"
    return ""


@cache
def _reason(character: str) -> str:
    if meant := proper(character):
        return f"样子像“{meant}”的另一个字，应换成“{meant}”"
    if character == "\n" or character in _SYMBOLS or ord(character) in _NEWER_HAN:
        return "" if unicodedata.is_normalized("NFC", character) else "兼容汉字，应换成通用的字"
    if character == "\ufffd":
        return "乱码"
    category = unicodedata.category(character)
    if _CATEGORIES.fullmatch(category) and character not in _INVISIBLE_LETTERS:
        return "" if unicodedata.is_normalized("NFC", character) else "兼容汉字，应换成通用的字"
    if unicodedata.bidirectional(character) in {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI"}:
        return "改变文字方向的字符"
    return _REASONS.get(category, "看不见的字符")


def one_line(text: str) -> str:
    """The text without outer spaces; line breaks vanish beside Chinese characters."""
    text = even(text)
    if "\n" in text:
        text = _BREAK.sub("", text).replace("\n", " ")
    return text.strip(" 　")


def even(text: str) -> str:
    """Line ends as line feeds and rare spaces (such as U+00A0) as plain ones."""
    text = text.replace("\r\n", "\n").replace("\t", " ")
    if text.isascii() or _PLAIN.fullmatch(text):
        return text
    return "".join(" " if c != "　" and unicodedata.category(c) == "Zs" else c for c in text)


def closed_up(text: str) -> str:
    """``王　伟`` and ``王 伟`` as ``王伟``; spaces between Latin words stay as one."""
    return _GAP.sub("", " ".join(text.split()))


def name(text: str) -> str:
    """A person's name closed up and with one kind of separator."""
    return closed_up(text).translate(SEPARATORS)


def is_name(text: str) -> bool:
    """Whether it is 2 to 24 Han characters, letters and separators, none at the ends."""
    return bool(_NAME.fullmatch(text)) and text[0] != "·" != text[-1] and "··" not in text


def shown(text: str, limit: int = 20) -> str:
    """The text as a message may repeat it: no long numbers, nothing invisible, not long."""
    masked = _DIGITS.sub("****", text)
    safe = "".join(c if c == " " or c.isprintable() else f"<U+{ord(c):04X}>" for c in masked)
    return safe if len(safe) <= limit else safe[:limit] + "…"
