"""V003: nobody has more votes than there are valid ballots."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V003",
    severity=Severity.ERROR,
    title="每人的票数不多于有效票",
    basis="计票记录的算术关系",
    what="每个人的赞成、反对、弃权票相加不大于该次会议的有效票。",
    why="一张有效票对一个人只能有一种意见。",
    example="有效票 55，丁一赞成 53、反对 2、弃权 1。",
    fix="对照计票记录改正这个人的票数，或者改正有效票。",
    covers=("R23",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every person whose three counts exceed the valid ballots of the meeting."""
    valid = {(one.village, one.name, one.round): one.valid for one in records.meetings}
    for vote in records.votes:
        total = vote.in_favour + vote.against + vote.abstain
        ballots = valid.get((vote.village, vote.meeting, vote.round))
        if ballots is not None and total > ballots:
            message = (
                f"{vote.village}{vote.name}赞成{vote.in_favour}、反对{vote.against}、"
                f"弃权{vote.abstain}，共{total}票，多于有效票{ballots}张"
            )
            yield RULE.at(vote.place("in_favour"), message, village=vote.village)
