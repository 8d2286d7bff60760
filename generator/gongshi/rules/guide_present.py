"""M004: the township was present."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.staff import guides

RULE = Rule(
    id="M004",
    severity=Severity.WARNING,
    title="镇里有人到会指导",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“到会指导人数”的，已经开过的选举大会填了到会指导人，人数不少于这个数。",
    why="方案要求至少派1名党委委员到场指导，没有填就说不清去没去。",
    example="选举大会已经开过，到会指导人是空的。",
    fix="补填到会指导人。",
    covers=("R29",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every held election meeting with too few guides."""
    least = records.term.profile.numbers.get("到会指导人数")
    for meeting in records.meetings if least else ():
        count = len(guides(meeting))
        if least and meeting.held and count < least.value:
            message = (
                f"{meeting.village}{meeting.name}到会指导人{count}名，"
                f"至少要{least.value}名（{least.article}）"
            )
            yield RULE.at(meeting.place("guide"), message, village=meeting.village)
