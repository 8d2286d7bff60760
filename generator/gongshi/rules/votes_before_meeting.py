"""V007: votes are not counted before the meeting's day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V007",
    severity=Severity.ERROR,
    title="没有开的会没有票数",
    basis="选举结果由会议当场产生",
    what="日期在今天以后的会议不能有票数。",
    why="会前就有票数，不是日期写错就是弄虚作假。",
    example="今天 2026-11-10，会议日期 2026-11-16，收回票 55。",
    fix="改正会议日期；会还没有开的，删去票数。",
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every meeting with ballots counted on a day still to come."""
    for meeting in records.meetings:
        if meeting.held and meeting.day is not None and meeting.day > today:
            message = (
                f"{meeting.village}{meeting.name}日期是{meeting.day}，还没有到，却已经填了票数"
            )
            yield RULE.at(meeting.place("day"), message, village=meeting.village)
