"""M003: who guides the meeting does not count."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.staff import guides, staff

RULE = Rule(
    id="M003",
    severity=Severity.ERROR,
    title="到会指导的人不监票、不计票",
    basis="换届工作方案的通行规定：唱票、计票、封票由选举委员会和监票人、计票人操作，乡镇指导人员不代办",
    what="选举大会的到会指导人不同时是总监票人、监票人、计票人、唱票人。",
    why="镇里的人替村里计票是大忌，选举会被说成包办。",
    example="到会指导人赵立同时是监票人。",
    fix="另外推选监票人、计票人。",
    covers=("R97",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every guide who also counts."""
    for one in staff(records):
        if one.name in guides(one.meeting):
            village = one.meeting.village
            message = f"{village}到会指导人{one.name}同时是{one.role}"
            yield RULE.at(one.meeting.place(one.field), message, village=village)
