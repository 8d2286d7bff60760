"""Q008: a draw by lot is recorded only where it may decide, and whole."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Ballot, Election, Outcome, by_lot

RULE = Rule(
    id="Q008",
    severity=Severity.ERROR,
    title="抽签只在规则许可的同票时记录，记全",
    basis="《中国共产党基层组织选举工作条例》第四章、省级选举办法（票数相等的重新投票）；抽签只限规则写明的地方",
    what="得票情况的“抽签”，只有规则的“平票”是抽签、这一轮在末位同票时才能填；同票的每个人都要填，中签的人数等于剩下的名额。",
    why="没有依据的抽签不能决定谁当选。",
    example="规则是重新投票，李明、张华同票，李明写“中签”。",
    fix="规则不许可的，删去抽签，就同票的人重新投票；许可的，把每个同票的人填全。",
    covers=("R21", "L-R20"),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every draw that the profile does not know, that no tie needs or that settles nothing."""
    allowed = by_lot(records.term.profile)
    for election in elections:
        for ballot in election.ballots:
            for result in ballot.outcomes:
                yield from _draws(ballot, result, allowed=allowed)


def _draws(ballot: Ballot, result: Outcome, *, allowed: bool) -> Iterator[Finding]:
    drawn = [vote for vote in ballot.votes if vote.post == result.post and vote.drawn]
    if not drawn:
        return
    where = f"{ballot.meeting.village}{result.post}"
    lucky = sum(vote.drawn == "中签" for vote in drawn)
    message = ""
    if not allowed:
        message = f"{where}记了抽签，但规则没有许可用抽签决定同票"
    elif result.tied:
        message = (
            f"{where}同票{len(result.tied)}人争{result.vacant}个名额，中签的有{lucky}人，没有记全"
        )
    elif len({vote.in_favour for vote in drawn}) > 1 or lucky == len(drawn):
        message = f"{where}没有需要抽签的同票，却记了抽签"
    if message:
        yield RULE.at(drawn[0].place("drawn"), message, village=ballot.meeting.village)
