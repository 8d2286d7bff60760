"""P022: no step of the plan is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P022",
    severity=Severity.WARNING,
    title="步骤没有遗漏",
    basis="规定程序不变、规定步骤不少（换届工作方案）",
    what="记了全程纪实的村，方案里后面的步骤做了，前面的步骤也要有记录：纪实、登记簿或者会议情况。",
    why="少一步就是“偷工减料”，检查时拿不出记录。",
    example="候选人公示有记录，组织考察没有记录。",
    fix="做了的补记纪实；没有做的按规定补做。",
    covers=("R90", "R91"),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every step without a record before one that has a record, in villages with a log."""
    plan, keepers = process.steps(records.term.profile), process.logged(records)
    made = process.done(records, today) if plan else {}
    for village in sorted(keepers & set(made)):
        known = [n for n, step in enumerate(plan) if step in made[village]]
        for n in range(max(known, default=0)):
            if plan[n] not in made[village]:
                later = next(plan[k] for k in known if k > n)
                message = f"{village}已经{later}，没有{plan[n]}的记录"
                yield RULE.at(made[village][later].place, message, village=village)
