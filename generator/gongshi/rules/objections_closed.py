"""P012: objections to a publicity are closed before the next step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import objections

RULE = Rule(
    id="P012",
    severity=Severity.ERROR,
    title="公示的异议办结以后才进行下一步",
    basis="公示无异议的人选才能提交选举、审批任命（换届工作方案）",
    what="候选人公示的异议在选举以前办结，任职公示的异议在审批任命以前办结。",
    why="带着没有弄清的异议往下走，结果会被推翻。",
    example="候选人公示收到异议还没有结论，选举大会已经开了。",
    fix="先把异议查清、写上结论和办结日期，再进行下一步。",
    covers=("R33",),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every objection still open, or closed too late, when the next step was taken."""
    for row, village, step, day in objections.before_next_step(records, today):
        if row.closed is None or row.closed > day:
            message = f"第{row.number}号异议{_when(row.closed)}，{village}{day}已经{step}"
            yield RULE.at(row.place("closed"), message, village=village)


def _when(closed: date | None) -> str:
    return f"{closed}才办结" if closed else "还没有办结"
