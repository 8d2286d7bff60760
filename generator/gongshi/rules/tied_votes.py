"""Q002: the last seat is not decided by equal votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting, Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q002",
    severity=Severity.ERROR,
    title="最后一个名额没有同票",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村（居）委会：省级选举办法（票数相等的再次投票）",
    what="达到当选票数的人多于职数时，职数末位的得票不能与下一位相同。",
    why="票数相等不能确定当选人时，应当就票数相等的人再次投票；程序不代为决定。",
    example="委员职数 2 名，三人分别得 10、9、9 票。",
    fix="就票数相等的人再次投票：会议情况表先填下一轮的日期，公告以后投票，把结果记为下一轮。",
    covers=("R21", "L-R20"),
)


def check(elections: tuple[Election, ...], records: Records) -> Iterator[Finding]:
    """Every post where people with equal votes stand for fewer seats; last rounds only.

    A next round in the table only leaves a warning: the notice of it must go out.
    """
    for election in elections:
        for ballot, result in election.latest():
            if not result.tied:
                continue
            names = "、".join(vote.name for vote in result.tied)
            message = (
                f"{election.village}{result.post}应选{result.seats}名，{names}"
                f"同为{result.tied[0].in_favour}票，不能确定谁当选"
            )
            planned = _planned(records, ballot.meeting)
            yield RULE.at(
                result.tied[0].place("in_favour"),
                f"{message}，下一轮已经安排" if planned else message,
                village=election.village,
                severity=Severity.WARNING if planned else None,
            )


def _planned(records: Records, meeting: Meeting) -> bool:
    """Whether a later round of the meeting has its day."""
    return any(
        (one.village, one.name) == (meeting.village, meeting.name)
        and one.round > meeting.round
        and one.day is not None
        for one in records.meetings
    )
