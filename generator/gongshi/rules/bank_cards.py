"""K003: no bank card number is typed anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import bank_cards, masked
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K003",
    severity=Severity.ERROR,
    title="没有银行卡号",
    basis="《中华人民共和国个人信息保护法》第二十八条、第二十九条；《中华人民共和国政府信息公开条例》第十五条",
    what="在每张表、设置和 term.yml 的文字、文件名里找 16 至 19 位、校验正确的银行卡号。",
    why="银行卡号与换届无关，公布会造成财产损失。",
    example="备注里写着领补贴的银行卡号。",
    fix="删去银行卡号。",
)


def check(texts: Texts, names: Texts) -> Iterator[Finding]:
    """Every text with a bank card number; the message masks it."""
    for text in (*texts, *names):
        for number in bank_cards(text.value):
            message = f"有银行卡号 {masked(number)}"
            yield RULE.at(text.place, message, village=text.village)
