"""V009: no post has more votes in favour than its ballots can carry."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, setting

RULE = Rule(
    id="V009",
    severity=Severity.ERROR,
    title="一个职务的赞成票合计不超过应选人数乘有效票",
    basis="多选的选票无效：选举法第四十四条（村（居）委会选举参照）；党组织：选举办法的通行规定",
    what="同一轮同一职务所有人的赞成票相加，不大于这一轮的应选人数乘以有效票。规则的“多选的选票”写“无效”的是错误，"
    "写“提醒”的（party-2020）是警告，写“不限”的不核对。",
    why="每张有效票至多赞成应选的人数，超出就是把多选的票算成了有效票。",
    example="应选委员2名，有效票10张，三人赞成票共21票。",
    fix="对照选票核对；多选的选票计入无效票。",
    covers=("R18", "L-R19"),
)

#: How grave it is, by what the profile says of such ballots.
_SEVERITIES = {"无效": Severity.ERROR, "提醒": Severity.WARNING}


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every post of a round whose votes in favour exceed seats times valid ballots."""
    severity = _SEVERITIES.get(setting(records.term.profile, "多选的选票"))
    if severity is None:
        return
    for election in elections:
        for ballot in election.ballots:
            for result in ballot.outcomes:
                mine = [vote for vote in ballot.votes if vote.post == result.post]
                total, valid = sum(vote.in_favour for vote in mine), ballot.meeting.valid
                if valid is not None and result.seats and total > result.seats * valid:
                    message = (
                        f"{election.village}{result.post}赞成票共{total}票，应选{result.seats}名，"
                        f"有效票{valid}张，至多{result.seats * valid}票"
                    )
                    place = mine[0].place("in_favour")
                    yield RULE.at(place, message, village=election.village, severity=severity)
