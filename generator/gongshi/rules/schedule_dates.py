"""P027: no planned step ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P027",
    severity=Severity.ERROR,
    title="时间表的截止不早于开始",
    basis="时间表前后一致（换届工作方案）",
    what="时间表每一步的截止日期不早于开始日期。",
    why="日期倒着的计划没法执行。",
    example="组织考察 2026-10-25 开始，10 月 20 日截止。",
    fix="改正开始或者截止日期。",
    covers=("R102",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every planned step that ends before it begins."""
    for step in records.schedule:
        if step.start and step.until and step.until < step.start:
            message = f"{step.village}{step.name}{step.start}开始，{step.until}就截止"
            yield RULE.at(step.place("until"), message, village=step.village)
