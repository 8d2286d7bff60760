"""G001: every character of what is printed has a glyph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.texts import Text, Texts

RULE = Rule(
    id="G001",
    severity=Severity.ERROR,
    title="每个字都印得出来",
    basis="公告不得出现缺字的方框；GB 18030—2022 要求人名用字能够显示",
    what="逐字查找海报可用的字体：县里自己的字体（county.yml 的“字体”）、程序带的字体。",
    why="缺字在纸上是一个空框，姓名缺字尤其不可以。",
    example="姓名里有程序带的字体没有的生僻字。",
    fix="核对是不是错字；确实是这个字的，把有这个字的字体文件放进 county.yml“字体”所指的文件夹。",
)


def check(texts: Texts, fonts: tuple[Path, ...]) -> Iterator[Finding]:
    """Every text with a character that none of the fonts has; once for each character."""
    for character in _missing("".join(text.value for text in texts), fonts):
        text = next(text for text in texts if character in text.value)
        yield _finding(text, character, fonts)


def _missing(text: str, fonts: tuple[Path, ...]) -> list[str]:
    if not fonts:
        return []
    from gongshi.fonts import missing

    return missing(text, fonts)


def _finding(text: Text, character: str, fonts: tuple[Path, ...]) -> Finding:
    tried = "、".join(font.name for font in fonts)
    message = f"“{character}”（U+{ord(character):04X}）没有字形，试过的字体：{tried}"
    return RULE.at(text.place, message, village=text.village)
