"""S020: there are women in the team."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.profile import Number
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import Team, teams

RULE = Rule(
    id="S020",
    severity=Severity.WARNING,
    title="班子里有妇女",
    basis="村民委员会组织法（2025年修改）第八条；城市居民委员会组织法（2025年修订）第八条（成员中应当有妇女成员）；人数更多的按换届工作方案",
    what="选出的村（居）委会有法定的妇女人数；规则“班子妇女人数”更多的，当选人（没有选出前看候选人）够这个数。",
    why="班子里没有妇女，村（居）委会的组成就不合法。",
    example="五名当选人都是男性。",
    fix="没有选出前补充妇女人选；已经选出的，按规定补选。",
    covers=("R63", "R64", "R71", "L-R2"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every team with fewer women than the law or the plan asks."""
    profile = records.term.profile
    law, plan = profile.women, profile.numbers.get("班子妇女人数")
    if law is None and plan is None:
        return
    for team in teams(records):
        if not all(one.sex for one in team.people):
            continue
        if law is not None and team.elected and _women(team) < law.value:
            yield _finding(team, law, Severity.ERROR)
        elif plan is not None and _women(team) < plan.value:
            yield _finding(team, plan, Severity.WARNING)


def _women(team: Team) -> int:
    return team.count(lambda one: one.sex == "女")


def _finding(team: Team, least: Number, severity: Severity) -> Finding:
    name = team.village.name
    message = (
        f"{name}{team.who}中妇女{_women(team)}名，班子至少要{least.value}名（{least.article}）"
    )
    place = team.people[0].place("sex")
    return RULE.at(place, message, village=name, severity=severity)
