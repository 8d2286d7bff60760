"""P027: no planned step ends before it begins or lies in the years of another term."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P027",
    severity=Severity.ERROR,
    title="时间表的日期说得通",
    basis="时间表前后一致（换届工作方案）",
    what="时间表每一步的截止日期不早于开始日期，两个日期都在这一届的年份前后一年里。",
    why="日期倒着的计划没法执行。",
    example="组织考察 2026-10-25 开始，10 月 20 日截止。",
    fix="改正开始或者截止日期。",
    covers=("R102",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every planned step that ends before it begins, or lies in another term's years."""
    for step in records.schedule:
        name = f"{step.village}{step.name}"
        if step.start and step.until and step.until < step.start:
            message = f"{name}{step.start}开始，{step.until}就截止"
            yield RULE.at(step.place("until"), message, village=step.village)
        elif wrong := next((day for day in (step.start, step.until) if _far(records, day)), None):
            field = "start" if wrong == step.start else "until"
            message = f"{name}的{wrong}不在这一届（{records.term.slug}）前后一年里"
            yield RULE.at(step.place(field), message, village=step.village)


def _far(records: Records, day: date | None) -> bool:
    """Whether a day is more than a year away from the year that the term's folder names."""
    year = records.term.slug[:4]
    return bool(day and year.isdecimal() and abs(day.year - int(year)) > 1)
