"""V010: the three counts of a person make up the valid ballots."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="V010",
    severity=Severity.WARNING,
    title="赞成、反对、弃权相加等于有效票",
    basis="计票记录的算术关系（没有另选他人的时候）",
    what="每人的赞成、反对、弃权票相加等于这一轮的有效票；同一职务有另选他人得票的除外。",
    why="少了的票不知道是什么意见，公告的数字会引起质疑。",
    example="有效票55张，丁一赞成53、反对1、弃权0。",
    fix="对照计票记录改正；另选了他人的，把另选的人也记入得票情况。",
    covers=("R23",),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every person with fewer votes than valid ballots where nobody was written in."""
    written = {(p.village, p.post) for p in records.candidates if "另选" in p.nomination}
    for ballot in (ballot for one in elections for ballot in one.ballots):
        valid = None if ballot.void else ballot.meeting.valid
        for vote in ballot.votes:
            total = vote.in_favour + vote.against + vote.abstain
            if valid is None or total >= valid or (vote.village, vote.post) in written:
                continue
            message = (
                f"{vote.village}{vote.name}（{vote.post}）赞成{vote.in_favour}、"
                f"反对{vote.against}、弃权{vote.abstain}，共{total}票，少于有效票{valid}张"
            )
            yield RULE.at(vote.place("in_favour"), message, village=vote.village)
