"""A004: nobody joined the Party before the age of eighteen."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="A004",
    severity=Severity.WARNING,
    title="入党时年满十八岁",
    basis="《中国共产党章程》第一条",
    what="入党时间不早于出生年月加十八年。",
    why="多半是两个年月中有一个抄错了，公示后会被举报。",
    example="1990 年 5 月出生，2007 年 6 月入党。",
    fix="按干部档案核对出生年月和入党时间。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate whose month of joining comes before the eighteenth birthday."""
    for person in records.candidates:
        if person.born is None or person.joined is None:
            continue
        eighteen = (person.born.year + 18, person.born.month)
        if (person.joined.year, person.joined.month) < eighteen:
            message = (
                f"{person.village}{person.name}{person.born}出生，{person.joined}入党，"
                "入党时不满十八周岁"
            )
            yield RULE.at(person.place("joined"), message, village=person.village)
