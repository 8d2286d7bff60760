"""Q019: both entries of the votes have the same persons and rounds."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Vote
from gongshi.model.rule import Rule
from gongshi.model.working import VoteCheck
from gongshi.rules.votes_entered_twice import key

RULE = Rule(
    id="Q019",
    severity=Severity.ERROR,
    title="两遍录入的人和轮次一样",
    basis="计票记录双人独立录入、逐项核对（选举计票的通行做法）",
    what="一个村（社区）一次会议有得票复核的，两张表的每一轮、每个职务、每个人都要对得上。",
    why="只录一遍的行没有核对过。",
    example="得票情况里有张华，复核表里没有。",
    fix="补上漏录的行；轮次、职务写错的改正。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every row of a meeting entered twice that one of the two tables does not have."""
    first = {key(vote): vote for vote in records.votes}
    second = {key(vote): vote for vote in records.vote_checks}
    meetings = {(vote.village, vote.meeting) for vote in records.vote_checks}
    for own, vote in first.items():
        if own not in second and own[:2] in meetings:
            yield _missing(vote, "得票情况", "得票复核")
    for own, vote_check in second.items():
        if own not in first:
            yield _missing(vote_check, "得票复核", "得票情况")


def _missing(vote: Vote | VoteCheck, here: str, there: str) -> Finding:
    message = (
        f"{vote.village}{vote.meeting}第{vote.round}轮{vote.name}（{vote.post}）"
        f"在{here}里有，在{there}里没有"
    )
    return RULE.at(vote.place("name"), message, village=vote.village)
