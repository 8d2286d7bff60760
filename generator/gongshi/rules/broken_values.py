"""W002: no text is an error value or mangled characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.texts import Texts

RULE = Rule(
    id="W002",
    severity=Severity.ERROR,
    title="没有出错的单元格和乱码",
    basis="表格软件的出错值（#REF!、#N/A 等）和转换编码时丢失的字",
    what="在每张表、联系方式和 term.yml 的文字里找 #REF!、#N/A、#####、成串的问号和乱码。",
    why="公式失效或者编码转错，内容已经不是原来的了。",
    example="现任职务是“村会计???”。",
    fix="改正公式或者重新填写；乱码的从原来的文件重新复制。",
)

_BROKEN = re.compile(
    r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME[?]|NULL!|NUM!|SPILL!)|#{3,}|\ufffd|锟斤拷|烫烫烫|[?？]{3,}",
    re.IGNORECASE,
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with a spreadsheet's error value or with lost characters."""
    for text in texts:
        if broken := _BROKEN.search(text.value):
            message = f"有出错的内容“{broken.group()}”"
            yield RULE.at(text.place, message, village=text.village)
