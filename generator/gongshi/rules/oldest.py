"""A001: candidates are not older than the plan allows."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.limits import age_day, limit_for

RULE = Rule(
    id="A001",
    severity=Severity.WARNING,
    title="年龄不超过上限",
    basis="换届工作方案的年龄规定（写在规则里，可以在“规则调整”里改）",
    what="按选举日（没有会议日期的按候选人公示发布日）计算周岁，不超过规则的年龄上限。",
    why="公示期间年龄问题被举报并查实的情况很多；特殊情况要有批准。",
    example="1970 年 6 月出生，2026 年 11 月选举，56 周岁。",
    fix="核对出生年月；经批准放宽的，保存批准文件，或者在“规则调整”里写明上限和依据。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate above the age limit on the election day."""
    for person in records.candidates:
        limit = limit_for(records.term.profile, person, "oldest")
        day = age_day(records, person.village)
        if limit is None or limit.oldest is None or person.born is None or day is None:
            continue
        age = person.born.age_on(day)
        if age > limit.oldest:
            message = (
                f"{person.village}{person.name}{age}周岁（按{day}），"
                f"一般不超过{limit.oldest}周岁（{limit.article}）"
            )
            yield RULE.at(person.place("born"), message, village=person.village)
