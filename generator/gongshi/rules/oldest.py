"""A001: candidates are not older than the plan allows."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import approvals
from gongshi.rules.limits import excesses

RULE = Rule(
    id="A001",
    severity=Severity.WARNING,
    title="年龄不超过上限",
    basis="换届工作方案的年龄规定（写在规则里，可以在“规则调整”里改）",
    what="按选举日（没有会议日期的按候选人公示发布日）计算周岁，不超过规则的年龄上限。",
    why="公示期间年龄问题被举报并查实的情况很多；特殊情况要有批准。",
    example="1970 年 6 月出生，2026 年 11 月选举，56 周岁。",
    fix="核对出生年月；经批准放宽的，把每一级批准登在放宽审批表；本地另有规定的，在“规则调整”里写明上限和依据。",
    covers=(
        "R56",
        "R60",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate above the age limit, unless a higher office was asked."""
    for person in records.candidates:
        for found in excesses(records, person):
            if found.what == "oldest" and not approvals(
                records, found.matter, person.village, person.name
            ):
                yield RULE.at(person.place(found.field), found.message, village=person.village)
