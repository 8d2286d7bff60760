"""K004: no private mail address is typed but the declared one."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import declared, mail_addresses, masked
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K004",
    severity=Severity.ERROR,
    title="没有个人电子邮箱",
    basis="《中华人民共和国个人信息保护法》第二十八条、第二十九条；《中华人民共和国政府信息公开条例》第十五条",
    what="在每张表、设置和 term.yml 的文字里找电子邮箱；联系方式里的邮箱是公开的，不算。",
    why="个人邮箱是个人信息，公告不需要它。",
    example="备注里写着候选人的邮箱。",
    fix="删去邮箱；对外公布的邮箱写在联系方式里。",
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with a mail address; the message masks it."""
    for text in texts:
        if declared(text):
            continue
        for number in mail_addresses(text.value):
            message = f"有电子邮箱 {masked(number)}"
            yield RULE.at(text.place, message, village=text.village)
