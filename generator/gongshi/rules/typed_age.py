"""A005: a typed age is the one the birth month gives."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.limits import election_day

RULE = Rule(
    id="A005",
    severity=Severity.ERROR,
    title="写的年龄与出生年月对得上",
    basis="周岁从出生年月推算，不另外填报",
    what="候选人名册写了年龄的，按选举大会那一天（没有日期的按规则的年龄计算日）从出生年月推算，两个数一致。",
    why="公示期间年龄被举报并查实的事发生过；两个数对不上，总有一个是错的。",
    example="1985年6月出生，年龄写42，选举日2026年11月16日应是41周岁。",
    fix="核对干部档案里的出生年月；年龄可以不填，程序会算。",
    covers=("R55", "R58"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate whose typed age is not that of the birth month on the election day."""
    for person in records.candidates:
        day = election_day(records, person.village)
        if person.age is None or person.born is None or day is None:
            continue
        age = person.born.age_on(day)
        if age != person.age:
            message = (
                f"{person.village}{person.name}年龄写{person.age}，"
                f"{person.born}出生，到{day}是{age}周岁"
            )
            yield RULE.at(person.place("age"), message, village=person.village)
