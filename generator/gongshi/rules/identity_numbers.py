"""K001: no identity number is typed anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import identity_numbers, masked
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K001",
    severity=Severity.ERROR,
    title="没有身份证号",
    basis="《中华人民共和国个人信息保护法》第二十八条、第二十九条；《中华人民共和国政府信息公开条例》第十五条",
    what="在每张表、设置、联系方式和term.yml的文字、文件名里找18位（校验码正确）和15位身份证号，全角、带空格或短横的也找。",
    why="公告和网站是公开的；身份证号一旦公布就收不回来。",
    example="备注里写着候选人的身份证号。",
    fix="删去身份证号；这些表不需要它。",
)


def check(texts: Texts, names: Texts) -> Iterator[Finding]:
    """Every text with an identity number; the message masks it."""
    for text in (*texts, *names):
        for number in identity_numbers(text.value):
            message = f"有身份证号 {masked(number)}"
            yield RULE.at(text.place, message, village=text.village)
