"""P013: an objection that was upheld is answered before the next step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import objections

RULE = Rule(
    id="P013",
    severity=Severity.ERROR,
    title="异议成立的，先更正再进行下一步",
    basis="公示无异议的人选才能提交选举、审批任命（换届工作方案）",
    what="结论是成立或者部分成立的异议，下一步以前要有更正公告；没有写是否成立的，要写明。",
    why="带着没有弄清的异议往下走，结果会被推翻。",
    example="异议成立，没有更正候选人公示，选举大会照开。",
    fix="发更正公告或者调整人选；结论没有写是否成立的补上。",
    covers=("R33",),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every closed objection that was upheld, or not decided, and not answered in time."""
    for row, village, step, day in objections.before_next_step(records, today):
        if row.closed is None or row.closed > day or row.upheld == "不成立":
            continue
        if not row.upheld:
            message = f"第{row.number}号异议已经办结，没有写是否成立，{village}{day}已经{step}"
            yield RULE.at(row.place("upheld"), message, village=village)
        elif not objections.answered(records, row, day):
            message = f"第{row.number}号异议{row.upheld}，没有更正，{village}{day}已经{step}"
            yield RULE.at(row.place("upheld"), message, village=village)
