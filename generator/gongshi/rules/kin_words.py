"""F002: relations are words that are known."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import degree

RULE = Rule(
    id="F002",
    severity=Severity.WARNING,
    title="亲属关系的写法认得出",
    basis="录入约定",
    what="亲属关系表的“关系”是能认出的称呼，如配偶、父子、兄弟、岳父、叔侄、表兄弟；本人和亲属不是同一个人。",
    why="认不出的关系无法判断是不是近亲属，等于没有核对。",
    example="关系写“一家的”。",
    fix="改成通常的称呼；确实是别的关系的，写“近亲属”或者删去这一行。",
    covers=("R85",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every relation that is not known, and everybody who is their own relative."""
    for row in records.kinships:
        if row.name == row.relative:
            message = f"{row.village}{row.name}与自己是亲属"
            yield RULE.at(row.place("relative"), message, village=row.village)
        elif not degree(row.relation):
            message = f"{row.village}{row.name}与{row.relative}的关系“{row.relation}”认不出"
            yield RULE.at(row.place("relation"), message, village=row.village)
