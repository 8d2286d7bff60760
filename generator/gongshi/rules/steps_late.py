"""P029: no step is done after the last day of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import LogEntry

RULE = Rule(
    id="P029",
    severity=Severity.WARNING,
    title="步骤不晚于时间表",
    basis="时间表（换届工作方案）；延期须镇党委同意、县委组织部审批",
    what="全程纪实里一个步骤第一次的日期不晚于时间表里同一步骤的截止；时间表开始以后批准延期的除外。",
    why="一步晚，步步晚；延期要经过批准。",
    example="时间表 10 月 29 日前组织考察，纪实记的是 11 月 1 日。",
    fix="补办延期批准并填入放宽审批，或者改正写错的日期。",
    covers=("R102",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every step of the log that was done after its last day without leave."""
    days = [day for step in records.schedule for day in (step.start, step.until) if day]
    delayed = {
        row.village
        for row in records.exemptions
        if row.matter == "延期" and days and row.approved >= min(days)
    }
    last = {(step.village, step.name): step.until for step in records.schedule if step.until}
    first = {(row.village, row.step): row for row in sorted(records.log, key=_latest_first)}
    for row in (row for row in records.log if first[row.village, row.step] is row):
        until = last.get((row.village, row.step)) or last.get(("", row.step))
        if until and row.day > until and row.village not in delayed:
            message = f"{row.village}{row.step}{row.day}才完成，时间表要求{until}以前"
            yield RULE.at(row.place("day"), message, village=row.village)


def _latest_first(row: LogEntry) -> int:
    """So that the first time a step was done is what stays; later rows do it again."""
    return -row.day.toordinal()
