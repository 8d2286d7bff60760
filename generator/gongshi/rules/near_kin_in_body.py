"""F001: near kin do not serve together."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import near_kin
from gongshi.rules.teams import teams

RULE = Rule(
    id="F001",
    severity=Severity.WARNING,
    title="近亲属不在同一个班子里",
    basis="村民委员会组织法（2025年修改）第八条；城市居民委员会组织法（2025年修订）第八条（成员实行近亲属回避）；党组织按换届近亲属回避的通行规定",
    what="亲属关系表里互为近亲属的两个人，不同时是同一个班子的候选人；村（居）委会里两人都已选出的是错误。",
    why="近亲属同在一个班子，当选后必须有一人退出，不如提名时就回避。",
    example="候选人丁一与候选人李明是兄弟。",
    fix="调整其中一人；亲属关系填错的改正。",
    covers=("R85", "L-R2"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every pair of near kin among the people of one body of one village."""
    kin = near_kin(records)
    by_law = not records.term.profile.of_party
    for team in teams(records) if kin else ():
        told = set[frozenset[str]]()
        for one in team.people:
            for other in kin.get((one.village, one.name), ()):
                pair = frozenset((one.name, other.name))
                if pair in told or not _together(one, other.name, team.people):
                    continue
                told.add(pair)
                message = (
                    f"{one.village}{team.who}{one.name}与{other.name}是近亲属"
                    f"（{other.row.relation}），不能在同一个班子任职"
                )
                severity = Severity.ERROR if by_law and team.elected else None
                place = other.row.place("name")
                yield RULE.at(place, message, village=one.village, severity=severity)


def _together(one: Candidate, name: str, people: tuple[Candidate, ...]) -> bool:
    return any(other.name == name and other.body == one.body for other in people)
