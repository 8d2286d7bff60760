"""Q006: another election is for open seats and those not yet elected."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.results import ANOTHER, Ballot, Election, Outcome

RULE = Rule(
    id="Q006",
    severity=Severity.ERROR,
    title="另行选举只选不足的名额",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条（当选人少于应选名额的另行选举）",
    what="后一轮只对还有空缺的职务投票；前一轮已经当选这个职务的人不再列入。",
    why="已经有效当选的不能再选一次，没有空缺的职务不能再投票。",
    example="王伟第一轮已经当选委员，第二轮委员的得票里又有王伟。",
    fix="核对第二轮的选票；轮次写错的改正轮次。",
    covers=("R22",),
)


def check(elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every later vote on a post without an open seat, or on someone elected to it before."""
    for election in elections:
        won: set[tuple[str, str]] = set()
        for ballot in election.ballots:
            for result in ballot.outcomes:
                if result.kind and result.seats <= 0:
                    yield _filled(ballot, result)
                elif result.kind == ANOTHER:
                    yield from _again(ballot, result, won)
            won.update((one.post, vote.name) for one in ballot.outcomes for vote in one.elected)


def _filled(ballot: Ballot, result: Outcome) -> Finding:
    meeting = ballot.meeting
    vote = next(vote for vote in ballot.votes if vote.post == result.post)
    message = f"{meeting.village}{result.post}已经选足，第{meeting.round}轮又有{result.post}的得票"
    return RULE.at(vote.place("post"), message, village=meeting.village)


def _again(ballot: Ballot, result: Outcome, won: set[tuple[str, str]]) -> Iterator[Finding]:
    for vote in ballot.votes:
        if vote.post == result.post and (vote.post, vote.name) in won:
            number = ballot.meeting.round
            message = f"{vote.village}{vote.name}已经当选{vote.post}，第{number}轮又列入{vote.post}"
            yield RULE.at(vote.place("name"), message, village=vote.village)
