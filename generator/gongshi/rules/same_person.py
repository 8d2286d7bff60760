"""N002: the same person does not stand in two villages."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="N002",
    severity=Severity.WARNING,
    title="两个村没有同名同出生年月的人",
    basis="一人不能在两个村（社区）同时参选",
    what="不同村（社区）的候选人不同时同名并且出生年月相同。",
    why="多半是复制粘贴错了行，或者一人报了两处。",
    example="青禾村、石桥村都有王伟，1995 年 8 月出生。",
    fix="核对是不是同一个人；不是的，不必改。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every later candidate with the name and birth month of one in another village."""
    first: dict[tuple[str, str], str] = {}
    for person in records.candidates:
        key = (person.name, str(person.born))
        village = first.setdefault(key, person.village)
        if person.born is not None and village != person.village:
            message = f"{person.village}{person.name}与{village}的{person.name}同名、同年月出生"
            yield RULE.at(person.place("name"), message, village=person.village)
