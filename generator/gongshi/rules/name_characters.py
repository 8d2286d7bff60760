"""N003: the place of every name in the order is certain."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.names.order import unranked

RULE = Rule(
    id="N003",
    severity=Severity.WARNING,
    title="姓名用字的笔画顺序能确定",
    basis="《通用规范汉字表》和GB 13000.1字符集汉字笔顺规范",
    what="候选人姓名的每个字都在笔画表里。",
    why="表里没有的字，程序只能排在最后。",
    example="姓名里有《通用规范汉字表》以外的生僻字。",
    fix="核对用字是不是户籍登记的字；确实是的，请人工核对公告里的顺序。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate with a character that the stroke table does not have."""
    for person in records.candidates:
        if strange := unranked(person.name):
            codes = "、".join(f"{character}（U+{ord(character):04X}）" for character in strange)
            message = f"{person.village}{person.name}的{codes}不在笔画表里，排在最后，顺序不能确定"
            yield RULE.at(person.place("name"), message, village=person.village)
