"""A003: candidates have the right to be elected at their age."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.limits import age_day, limit_for

RULE = Rule(
    id="A003",
    severity=Severity.ERROR,
    title="年满十八周岁",
    basis="城市居民委员会组织法（2025年修订）第十六条；村民委员会组织法（2025年修改）第三章",
    what="村（居）委会候选人在选举日年满十八周岁。",
    why="不满十八周岁没有被选举权。",
    example="2009 年 1 月出生，2026 年 11 月选举。",
    fix="核对出生年月；确实不满的，不能作为候选人。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate below the lowest age on the election day."""
    for person in records.candidates:
        limit = limit_for(records.term.profile, person, "youngest")
        day = age_day(records, person.village)
        if limit is None or limit.youngest is None or person.born is None or day is None:
            continue
        age = person.born.age_on(day)
        if age < limit.youngest:
            message = (
                f"{person.village}{person.name}{age}周岁（按{day}），"
                f"不满{limit.youngest}周岁（{limit.article}）"
            )
            yield RULE.at(person.place("born"), message, village=person.village)
