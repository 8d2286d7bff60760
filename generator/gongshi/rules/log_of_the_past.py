"""P024: the log tells what was done, not what is to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P024",
    severity=Severity.ERROR,
    title="全程纪实只记做过的事",
    basis="全程纪实应当随做随记（换届工作方案）",
    what="全程纪实的日期不晚于今天。",
    why="还没有做就记成做了，纪实就成了假账。",
    example="今天 2026-11-21，纪实记着 11 月 25 日召开选举大会。",
    fix="做完再记；日期写错的改正。",
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every log row of a day that has not come."""
    for row in records.log:
        if row.day > today:
            message = f"{row.village}{row.step}记的是{row.day}，还没有到"
            yield RULE.at(row.place("day"), message, village=row.village)
