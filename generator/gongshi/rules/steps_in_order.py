"""P021: the steps of the plan are done in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.profile import Words
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P021",
    severity=Severity.WARNING,
    title="步骤按方案的次序进行",
    basis="规定程序不变、规定步骤不少（换届工作方案）",
    what="每个村做过的步骤，日期先后与规则里的步骤、换届次序一致。",
    why="次序颠倒，后一步就没有依据，例如还没有考察就确定人选。",
    example="组织考察 10 月 28 日，确定预备人选 10 月 26 日。",
    fix="日期记错的改正；真的颠倒了，按规定重做。",
    covers=("R89", "R90", "R91"),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every step that was done on an earlier day than a step before it."""
    lists = records.term.profile.lists
    plans = [lists[name] for name in (process.STEPS, "换届次序") if name in lists]
    made = process.done(records, today) if plans else {}
    for village in sorted(made):
        for plan in plans:
            yield from _reversed(village, made[village], plan)


def _reversed(village: str, made: dict[str, process.Done], plan: Words) -> Iterator[Finding]:
    latest, before = date.min, ""
    for step in (step for step in plan.words if step in made):
        one = made[step]
        if one.day < latest:
            message = f"{village}{one.day}就{step}，早于前一步{before}的{latest}（{plan.article}）"
            yield RULE.at(one.place, message, village=village)
        else:
            latest, before = one.day, step
