"""V008: votes belong to a meeting in the table of meetings."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V008",
    severity=Severity.ERROR,
    title="有得票就有会议情况",
    basis="选举结果由会议产生，人数和票数应当一并公布",
    what="得票情况里的村、会议、轮次要在会议情况里找得到。",
    why="没有会议的人数和票数，得票就无从核对。",
    example="得票情况写“党员大会”，会议情况写“选举大会”。",
    fix="把两张表的会议名称和轮次改成一样，或者在会议情况里补上这次会议。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every vote row whose village, meeting and round are not in 会议情况; once each."""
    known = {(meeting.village, meeting.name, meeting.round) for meeting in records.meetings}
    for vote in records.votes:
        key = (vote.village, vote.meeting, vote.round)
        if key not in known:
            known.add(key)
            message = f"会议情况里没有{vote.village}“{vote.meeting}”第{vote.round}轮"
            yield RULE.at(vote.place("meeting"), message, village=vote.village)
