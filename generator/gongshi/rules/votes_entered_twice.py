"""Q018: two independent entries of the votes agree cell by cell."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Vote
from gongshi.model.rule import Rule
from gongshi.model.working import VoteCheck

RULE = Rule(
    id="Q018",
    severity=Severity.ERROR,
    title="两遍录入的得票一致",
    basis="计票记录双人独立录入、逐项核对（选举计票的通行做法）",
    what="有得票复核表的，复核的赞成、反对、弃权与得票情况逐格相同。",
    why="一个人录入容易看错行；两个人录得不一样，必有一处是错的。",
    example="得票情况里王伟赞成53，复核表里是35。",
    fix="对照监票人签字的计票记录，改正录错的一处。",
)


_COUNTS = {"in_favour": "赞成", "against": "反对", "abstain": "弃权"}


def check(records: Records) -> Iterator[Finding]:
    """Every cell that differs between 得票情况 and 得票复核."""
    first = {key(vote): vote for vote in records.votes}
    for second in records.vote_checks:
        vote = first.get(key(second))
        for field, column in _COUNTS.items() if vote else ():
            one, two = getattr(vote, field), getattr(second, field)
            if one != two:
                place = vote.place(field) if vote else second.place(field)
                message = (
                    f"{second.village}{second.name}（{second.post}）{column}，得票情况是{one}，"
                    f"{second.checker}复核录入是{two}（{second.place(field)}）"
                )
                yield RULE.at(place, message, village=second.village)


def key(vote: Vote | VoteCheck) -> tuple[str, str, int, str, str]:
    """What makes a row of both tables the same: village, meeting, round, post, name."""
    return vote.village, vote.meeting, vote.round, vote.post, vote.name
