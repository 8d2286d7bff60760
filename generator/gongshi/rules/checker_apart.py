"""Q020: who enters the votes a second time has no part in them."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting, Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="Q020",
    severity=Severity.ERROR,
    title="复核人不是候选人，也不是计票人、唱票人",
    basis="计票记录双人独立录入、逐项核对（选举计票的通行做法）",
    what="得票复核的复核人不能是本村的候选人，也不能是这次会议的计票人、唱票人。",
    why="自己核对自己，核对就没有意义。",
    example="复核人是第一遍计票的周同。",
    fix="换一个人照计票记录重新录一遍。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every second entry by a candidate of the village or by who counted or called."""
    people = {(one.village, one.name) for one in records.candidates}
    staff = {(one.village, one.name, one.round): one for one in records.meetings}
    told = set()
    for vote in records.vote_checks:
        meeting = staff.get((vote.village, vote.meeting, vote.round))
        own = (vote.village, vote.meeting, vote.round, vote.checker)
        role = "候选人" if (vote.village, vote.checker) in people else _role(meeting, vote.checker)
        if role and own not in told:
            told.add(own)
            message = f"{vote.village}{vote.meeting}的复核人{vote.checker}就是{role}"
            yield RULE.at(vote.place("checker"), message, village=vote.village)


def _role(meeting: Meeting | None, name: str) -> str:
    if meeting is None:
        return ""
    if name in meeting.counters:
        return "计票人"
    return "唱票人" if name in meeting.callers else ""
