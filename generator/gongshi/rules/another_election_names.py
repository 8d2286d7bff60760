"""Q007: those next in votes stand at another election."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Vote
from gongshi.model.rule import Rule
from gongshi.rules.results import ANOTHER, Ballot, Election, Outcome, setting

RULE = Rule(
    id="Q007",
    severity=Severity.WARNING,
    title="另行选举的候选人是得票多的未当选人",
    basis="村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十九条（另行选举）；候选人按得票多少确定是通行做法",
    what="另行选举的候选人，从前一轮没有当选的人中按得票多少确定，不能跳过得票多的。",
    why="跳过得票多的人，等于改变了选民已经表示的意愿。",
    example="前一轮未当选的张华15票、李明12票，另行选举只有李明。",
    fix="核对另行选举的候选人；得票多的人自愿退出的，写明情况。",
    covers=("L-R10", "R22"),
    waivable=True,
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Everyone left out of another election though they had more votes than one who is in."""
    if setting(records.term.profile, "另行选举候选人") != "得票多的未当选人":
        return
    for election in elections:
        before: dict[str, Outcome] = {}
        for ballot in election.ballots:
            for result in ballot.outcomes:
                if result.kind == ANOTHER and result.post in before:
                    yield from _left_out(ballot, result, before[result.post])
                if not ballot.void:
                    before[result.post] = result


def _left_out(ballot: Ballot, result: Outcome, before: Outcome) -> Iterator[Finding]:
    names = {vote.name for vote in ballot.votes if vote.post == result.post}
    fewest = min((v for v in before.others if v.name in names), key=_votes, default=None)
    for vote in before.others:
        if fewest and vote.name not in names and vote.in_favour > fewest.in_favour:
            message = (
                f"{vote.village}{vote.post}另行选举有得{fewest.in_favour}票的{fewest.name}，"
                f"没有得{vote.in_favour}票的{vote.name}"
            )
            yield RULE.at(vote.place("in_favour"), message, village=vote.village)


def _votes(vote: Vote) -> int:
    return vote.in_favour
