"""S027: Party body and committee share members."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.both_posts import with_other_posts
from gongshi.rules.teams import Team, Test, in_committee, in_party, percent, teams

RULE = Rule(
    id="S027",
    severity=Severity.WARNING,
    title="交叉任职的比例达到要求",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“交叉任职比例”的，每个村党组织委员在村（居）委会任职的比例、村（居）委会委员在党组织任职的比例，任一个达到就行；从“兼任职务”和同一人在两个机构的名册里看。",
    why="两个比例任一个达到就算达到，只算一边会冤枉。",
    example="党组织5名委员中2名进村委会，规定50%以上，村委会委员一边也没有达到。",
    fix="交叉任职的写在“兼任职务”一列；确实不够的，调整人选。",
    covers=("R67",),
    waivable=True,
)


def check(records: Records, others: tuple[Records, ...]) -> Iterator[Finding]:
    """Every team that reaches the share on neither side."""
    share = records.term.profile.shares.get("交叉任职比例")
    for team in teams(with_other_posts(records, others)) if share else ():
        sides = [side for side in _sides(team, records.term.profile.body) if side[2]]
        shown = any(part for _, part, _ in sides) or any(one.concurrent for one in team.people)
        if share and shown and not any(share.reached(part, whole) for _, part, whole in sides):
            counts = "，".join(f"{name}{whole}名中{part}名" for name, part, whole in sides)
            message = (
                f"{team.village.name}交叉任职：{counts}，"
                f"任一边要{percent(share)}（{share.article}）"
            )
            place = team.people[0].place("concurrent")
            yield RULE.at(place, message, village=team.village.name)


def _sides(team: Team, body: str) -> tuple[tuple[str, int, int], ...]:
    """Of each side its name, how many of it sit on the other, and how many it has."""
    party = [one for one in team.people if "党" in (one.body or body)]
    committee = [one for one in team.people if "党" not in (one.body or body)]
    return (
        ("党组织", _both(party, committee, in_committee), len(party)),
        ("村（居）委会", _both(committee, party, in_party), len(committee)),
    )


def _both(side: list[Candidate], other: list[Candidate], test: Test) -> int:
    names = {one.name for one in other}
    return sum(test(one) or one.name in names for one in side)
