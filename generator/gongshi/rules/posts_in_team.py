"""S025: certain offices are held by members of the team."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import Team, holds, percent, teams

RULE = Rule(
    id="S025",
    severity=Severity.WARNING,
    title="妇联主席、团支部书记进班子",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“妇联主席进班子比例”“团支部书记进班子比例”的，班子里有担任这个职务的人的村（社区）达到这个比例；从现任职务、兼任职务和人员类别里看。",
    why="方案要求他们进入班子，名册里看不出就无法汇总。",
    example="规定妇联主席都进班子，石桥村的班子里没有。",
    fix="兼任的写在“兼任职务”一列；确实没有的，调整人选。",
    covers=("R65", "R71"),
    waivable=True,
)


_WORDS = {"妇联主席": ("妇联主席", "妇代会主任"), "团支部书记": ("团支部书记", "团总支书记")}


def check(records: Records) -> Iterator[Finding]:
    """Each of these posts that too few teams have among their people."""
    every = list(teams(records))
    for post, words in _WORDS.items():
        share = records.term.profile.shares.get(f"{post}进班子比例")
        without = [team for team in every if not _has(team, words)]
        if share and every and not share.reached(len(every) - len(without), len(every)):
            names = "、".join(team.village.name for team in without)
            message = (
                f"{len(every)}个村（社区）中{post}进班子的{len(every) - len(without)}个，"
                f"要{percent(share)}（{share.article}）；没有的：{names}"
            )
            yield RULE.at(without[0].people[0].place("concurrent"), message)


def _has(team: Team, words: tuple[str, ...]) -> bool:
    return any(holds(one, word) for one in team.people for word in words)
