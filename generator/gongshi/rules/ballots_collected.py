"""V001: no more ballots come back than were handed out."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting, Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V001",
    severity=Severity.ERROR,
    title="收回票不多于发出票",
    basis="《中国共产党基层组织选举工作条例》第四章；村（居）委会选举同此",
    what="每次会议的收回票数不大于发出票数。",
    why="收回的选票多于发出的选票，选举无效，应当重新选举。",
    example="发出票 55，收回票 56。",
    fix="核对计票记录；确实多收的，选举无效，重新投票后另记一轮。",
    covers=("R16", "R17", "L-R19"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every last round whose collected ballots exceed the issued ones; it may be held again."""
    last = {(one.village, one.name): one for one in sorted(records.meetings, key=_round)}
    for meeting in last.values():
        issued, collected = meeting.issued, meeting.collected
        if issued is not None and collected is not None and collected > issued:
            message = f"{meeting.village}{meeting.name}收回{collected}张票，多于发出的{issued}张"
            yield RULE.at(meeting.place("collected"), message, village=meeting.village)


def _round(meeting: Meeting) -> int:
    return meeting.round
