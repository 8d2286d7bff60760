"""K002: no mobile number is typed but the declared public line."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import declared, masked, mobile_numbers
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K002",
    severity=Severity.ERROR,
    title="没有手机号",
    basis="《中华人民共和国个人信息保护法》第二十八条、第二十九条；《中华人民共和国政府信息公开条例》第十五条",
    what="在每张表、设置和 term.yml 的文字、文件名里找手机号；联系方式里的举报电话是公开的，不算。",
    why="个人手机号公布后会带来骚扰。",
    example="备注里写着候选人的手机号。",
    fix="删去手机号；对外公布的电话写在联系方式里。",
)


def check(texts: Texts, names: Texts) -> Iterator[Finding]:
    """Every text with a mobile number; the message masks it."""
    for text in (*texts, *names):
        if declared(text):
            continue
        for number in mobile_numbers(text.value):
            message = f"有手机号 {masked(number)}"
            yield RULE.at(text.place, message, village=text.village)
