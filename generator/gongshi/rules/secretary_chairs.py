"""S028: the secretary also chairs the committee."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.both_posts import with_other_posts
from gongshi.rules.teams import chairs_committee, leads_party, shortfall, teams

RULE = Rule(
    id="S028",
    severity=Severity.WARNING,
    title="书记、主任一肩挑达到要求",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“一肩挑比例”的，书记兼任（拟兼任）村（居）委会主任的村（社区）达到这个比例；村（居）委会换届看主任兼任书记。同一年两个组织都有得票的，照选举结果算。",
    why="要求全覆盖的，一个村没有就没有达到。",
    example="规定100%，石桥村的书记人选没有写兼任主任。",
    fix="兼任的写在“兼任职务”一列；确实不能一肩挑的，在“规则调整”里写明比例和依据。",
    covers=("R68",),
    waivable=True,
)


def check(records: Records, others: tuple[Records, ...]) -> Iterator[Finding]:
    """The share of secretaries who also chair the committee, where it is not reached."""
    known = with_other_posts(records, others)
    party = records.term.profile.of_party
    post, test = ("书记", chairs_committee) if party else ("主任", leads_party)
    heads = [one for team in teams(known) for one in team.people if one.post == post]
    if lack := shortfall(records, "一肩挑比例", heads, test):
        first = next(one for one in heads if not test(one))
        yield RULE.at(first.place("concurrent"), f"一肩挑：{post}{lack}")
