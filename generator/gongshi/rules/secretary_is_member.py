"""Q010: who is elected 书记 or 副书记 is elected 委员 too."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Vote
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q010",
    severity=Severity.ERROR,
    title="书记、副书记也要当选委员",
    basis="村（社区）党组织换届工作方案的通行规定（直接选举：选为书记的也应选为委员；间接选举：由新当选的委员选举书记、副书记）",
    what="书记、副书记与委员同在选票上的（直接选举），或者由委员会选举的（间接选举），得票够的人还要当选委员。这时委员职数包括书记、副书记。",
    why="没有当选委员的人不能当选书记、副书记。",
    example="丁一书记得10票，委员得4票（要6票）。",
    fix="核对两项得票；确实没有当选委员的，书记另行选举。",
    covers=("R19", "R88"),
)


def check(elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Everyone with the votes for 书记 or 副书记 who was not elected 委员."""
    member = {(one.village, vote.name): vote for one in elections for vote in _members(one)}
    for election in elections:
        for ballot in election.ballots:
            for result in ballot.outcomes:
                for vote in result.barred:
                    own = member.get((vote.village, vote.name))
                    other = f"委员得{own.in_favour}票没有当选" if own else "没有委员的得票"
                    message = (
                        f"{vote.village}{vote.name}{vote.post}得{vote.in_favour}票"
                        f"（要{result.needed}票），但{other}"
                    )
                    yield RULE.at(vote.place("name"), message, village=vote.village)


def _members(election: Election) -> Iterator[Vote]:
    for ballot in election.ballots:
        yield from (vote for vote in ballot.votes if vote.post == "委员")
