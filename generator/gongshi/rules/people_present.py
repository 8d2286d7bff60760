"""V004: no more people are present than are due."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V004",
    severity=Severity.ERROR,
    title="实到不多于应到",
    basis="会议记录的算术关系",
    what="每次会议的实到人数不大于应到人数。",
    why="应到人数是有选举权的人数，超出的人不能参加选举。",
    example="应到 55，实到 56。",
    fix="核对签到表，列席人员不计入实到；应到人数有错的，按批准的人数改。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every meeting with more people present than due."""
    for meeting in records.meetings:
        due, present = meeting.due, meeting.present
        if due is not None and present is not None and present > due:
            message = f"{meeting.village}{meeting.name}实到{present}人，多于应到{due}人"
            yield RULE.at(meeting.place("present"), message, village=meeting.village)
