"""P031: the timetable has every step of the plan."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P031",
    severity=Severity.NOTE,
    title="时间表列全了方案的步骤",
    basis="规定步骤不少（换届工作方案）",
    what="填了时间表的，规则里的每个步骤在时间表里都有。",
    why="漏排的步骤容易漏做。",
    example="时间表里没有资格联审。",
    fix="在时间表里补上；本地不需要这一步的，用规则调整改步骤并写明依据。",
    covers=("R90",),
)


def check(records: Records) -> Iterator[Finding]:
    """The steps of the plan that no row of the timetable names."""
    profile, planned = records.term.profile, {step.name for step in records.schedule}
    if not records.schedule:
        return
    missing = [
        step
        for step in process.steps(profile)
        if planned.isdisjoint(process.names_of(profile, step))
    ]
    if missing:
        yield RULE.at(records.schedule[0].place("name"), f"时间表没有{'、'.join(missing)}")
