"""Q003: those marked as elected are those the votes elect."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Vote
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, Outcome

RULE = Rule(
    id="Q003",
    severity=Severity.ERROR,
    title="标为当选的人得票够",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="候选人名册里阶段为“当选”的人，得票要达到当选票数并且排在职数以内。",
    why="没有达到半数、或者排在职数以外的人不能当选。",
    example="应到 55 人，要 28 票当选，得 27 票的人标为当选。",
    fix="改正阶段，或者改正得票情况。",
    covers=("R15", "R20", "L-R9"),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every candidate whose 阶段 says 当选 though the votes at no round do."""
    won: set[tuple[str, str, str]] = set()
    counted: dict[tuple[str, str], Outcome] = {}
    votes: dict[tuple[str, str, str], Vote] = {}
    for election in elections:
        for ballot in election.ballots:
            votes.update(((v.village, v.post, v.name), v) for v in ballot.votes)
            counted.update(((election.village, one.post), one) for one in ballot.outcomes)
        won.update((vote.village, vote.post, vote.name) for _, _, vote in election.winners())
    for person in records.candidates:
        post = (person.village, person.post)
        key = (*post, person.name)
        if person.stage == "当选" and post in counted and key not in won:
            why = _why(votes.get(key), counted[post])
            message = f"{person.village}{person.name}标为当选{person.post}，{why}"
            yield RULE.at(person.place("stage"), message, village=person.village)


def _why(vote: Vote | None, result: Outcome) -> str:
    """The votes there are and the votes it takes, at the post's last round."""
    if vote is None:
        return "但没有得票"
    if result.needed is None:
        return f"得{vote.in_favour}票，但这一轮选举无效或者票数不全"
    if vote.in_favour < result.needed:
        return f"得{vote.in_favour}票，但要{result.needed}票当选"
    if vote in result.barred:
        return f"得{vote.in_favour}票，但没有当选委员"
    if vote in result.tied:
        return f"得{vote.in_favour}票，但与别人票数相等"
    last = result.elected[-1].in_favour if result.elected else 0
    return f"得{vote.in_favour}票，但{result.seats}个名额的末位得{last}票"
