"""P028: the stages of the plan follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Step

RULE = Rule(
    id="P028",
    severity=Severity.WARNING,
    title="时间表的阶段前后相接",
    basis="后一阶段在前一阶段之后（换届工作方案）",
    what="同一个村的时间表，后一阶段的开始不早于前一阶段的截止；同一天可以。",
    why="阶段重叠，说明计划有矛盾，前一阶段的工作会做不完。",
    example="准备阶段到 11 月 5 日，选举阶段 11 月 4 日就开始。",
    fix="调整阶段的日期，或者把步骤改到对的阶段。",
    covers=("R102",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every stage that begins before the one before it has ended."""
    for village in sorted({step.village for step in records.schedule}):
        own = [step for step in records.schedule if step.village in ("", village)]
        yield from _overlaps(village, own)


def _overlaps(village: str, rows: list[Step]) -> Iterator[Finding]:
    stages: dict[str, list[Step]] = {}
    for step in rows:
        if step.stage and (step.start or step.until):
            stages.setdefault(step.stage, []).append(step)
    for before, after in pairwise(stages):
        ends = max(stages[before], key=_end)
        begins = min(stages[after], key=_begin)
        if _begin(begins) < _end(ends) and (begins.village or ends.village) == village:
            message = f"{village}{after}{_begin(begins)}就开始，{before}到{_end(ends)}才结束"
            yield RULE.at(begins.place("start"), message, village=village)


def _begin(step: Step) -> date:
    return step.start or step.until or date.max


def _end(step: Step) -> date:
    return step.until or step.start or date.min
