"""V005: no more ballots are handed out than people are present."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V005",
    severity=Severity.ERROR,
    title="发出票不多于实到人数",
    basis="一人一票；《中国共产党基层组织选举工作条例》第四章",
    what="每次会议的发出票数不大于实到人数。",
    why="党员大会不得委托投票；村（居）委会的委托投票计入参加投票的人数，写在实到里。",
    example="实到 55，发出票 56。",
    fix="核对领票登记；有书面委托投票的，把委托的人计入实到。",
    covers=("R17",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every meeting with more ballots issued than people present."""
    for meeting in records.meetings:
        present, issued = meeting.present, meeting.issued
        if present is not None and issued is not None and issued > present:
            message = f"{meeting.village}{meeting.name}发出{issued}张票，多于实到{present}人"
            yield RULE.at(meeting.place("issued"), message, village=meeting.village)
