"""V008: every candidate of a meeting that was held has votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import by_village, standing
from gongshi.rules.results import Ballot, Election

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


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every candidate without a vote row at the first round of a meeting held."""
    people = by_village(records.candidates)
    for ballot in (ballot for election in elections for ballot in election.ballots):
        if ballot.meeting.held and ballot.meeting.round == 1 and ballot.votes:
            yield from _missing(ballot, standing(people.get(ballot.meeting.village, ())))


def _missing(ballot: Ballot, people: list[Candidate]) -> Iterator[Finding]:
    meeting = ballot.meeting
    named = {(vote.post, vote.name) for vote in ballot.votes}
    posts = {vote.post for vote in ballot.votes}
    for person in people:
        if person.post in posts and (person.post, person.name) not in named:
            message = f"{meeting.village}{meeting.name}没有{person.name}（{person.post}）的得票"
            yield RULE.at(person.place("name"), message, village=meeting.village)
