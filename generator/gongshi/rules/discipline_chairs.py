"""S029: the discipline member heads village supervision."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import Team, also, holds, percent, teams

RULE = Rule(
    id="S029",
    severity=Severity.WARNING,
    title="纪检委员兼任村务监督委员会主任",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“纪检委员兼监督主任比例”的，有纪检委员并由他兼任村（居）务监督委员会主任的村（社区）达到这个比例。",
    why="方案要求全面覆盖，名册里写明才看得出。",
    example="规定100%，石桥村的纪检委员没有写兼任村务监督委员会主任。",
    fix="兼任的写在“兼任职务”一列。",
    covers=("R68",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """The villages without a discipline member who heads supervision, where too many."""
    share = records.term.profile.shares.get("纪检委员兼监督主任比例")
    every = list(teams(records)) if records.term.profile.of_party else []
    without = [team for team in every if not _covered(team)]
    if share and every and not share.reached(len(every) - len(without), len(every)):
        names = "、".join(team.village.name for team in without)
        message = (
            f"{len(every)}个村（社区）中纪检委员兼任村务监督委员会主任的"
            f"{len(every) - len(without)}个，要{percent(share)}（{share.article}）；没有的：{names}"
        )
        yield RULE.at(without[0].people[0].place("concurrent"), message)


def _covered(team: Team) -> bool:
    pattern = r".*(?:监督委员会|监委会)主任"
    return any(holds(one, "纪检") and also(one, pattern) for one in team.people)
