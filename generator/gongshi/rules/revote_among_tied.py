"""Q005: a re-vote is among those with equal votes only."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Vote
from gongshi.model.rule import Rule
from gongshi.rules.results import REVOTE, Ballot, Election

RULE = Rule(
    id="Q005",
    severity=Severity.ERROR,
    title="重新投票只在票数相等的人中间进行",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章（票数相等的重新投票）；村（居）委会：省级选举办法的通行规定",
    what="上一轮因得票相等不能确定当选人的职务，下一轮的得票只能有票数相等的那几个人，一个也不能少。",
    why="重新投票只解决同票，不能让已经落选的人再选一次，也不能漏掉同票的人。",
    example="李明、张华同为8票，第二轮的得票里有王伟。",
    fix="核对重新投票的选票；名单不对的，这一轮重新投票。",
    covers=("R21",),
)


def check(elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every re-vote with a name that was not tied, or without one that was."""
    for election in elections:
        tied: dict[str, set[str]] = {}
        for ballot in election.ballots:
            for result in ballot.outcomes:
                votes = [vote for vote in ballot.votes if vote.post == result.post]
                if result.kind == REVOTE:
                    yield from _others(ballot, result.post, votes, tied[result.post])
                if not ballot.void:
                    tied[result.post] = {vote.name for vote in result.tied}


def _others(ballot: Ballot, post: str, votes: list[Vote], tied: set[str]) -> Iterator[Finding]:
    meeting = ballot.meeting
    start = f"{meeting.village}{post}第{meeting.round}轮是就票数相等的"
    start += f"{'、'.join(sorted(tied))}重新投票"
    for vote in votes:
        if vote.name not in tied:
            message = f"{start}，{vote.name}不在其中"
            yield RULE.at(vote.place("name"), message, village=meeting.village)
    missing = sorted(tied - {vote.name for vote in votes})
    if missing:
        message = f"{start}，没有{'、'.join(missing)}的得票"
        yield RULE.at(votes[0].place("name"), message, village=meeting.village)
