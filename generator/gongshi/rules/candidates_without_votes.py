"""V008: every candidate of a meeting that was held has votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting, Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V008",
    severity=Severity.WARNING,
    title="每个候选人都有得票记录",
    basis="选举结果公布每个候选人的得票",
    what="开过的会议里，同一职务的每个候选人都有一行得票。",
    why="漏掉一个人，结果公告就不完整。",
    example="委员候选人五名，得票情况只有四行。",
    fix="补上这个人的得票；会前退出的，从候选人名册里删去并写明原因。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate without a vote row at the first round of a meeting held."""
    for meeting in records.meetings:
        if meeting.held and meeting.round == 1 and records.votes_of(meeting):
            yield from _missing(records, meeting)


def _missing(records: Records, meeting: Meeting) -> Iterator[Finding]:
    votes = records.votes_of(meeting)
    named = {(vote.post, vote.name) for vote in votes}
    posts = {vote.post for vote in votes}
    for person in records.candidates_of(meeting.village):
        if person.post in posts and (person.post, person.name) not in named:
            message = f"{meeting.village}{meeting.name}没有{person.name}（{person.post}）的得票"
            yield RULE.at(person.place("name"), message, village=meeting.village)
