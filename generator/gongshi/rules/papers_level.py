"""D002: a paper is kept at the level that must keep it."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="D002",
    severity=Severity.WARNING,
    title="资料保管在规定的层级",
    basis="镇、村两级各自的资料（换届工作方案）",
    what="资料清单的保管层级与规则里的一致；没有写保管层级的不查。",
    why="放错地方的资料归档时找不到。",
    example="考察材料应当由镇保管，清单写的是村。",
    fix="移到规定的层级保管；填错的改正。",
    covers=("R93",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every listed paper whose level is not the one that the profile names."""
    levels = {one.name: one.level for one in process.required_papers(records.term.profile)}
    for paper in records.documents:
        level = levels.get(paper.name)
        if level and paper.level and paper.level != level:
            message = f"{paper.village}的{paper.name}应当由{level}保管，清单写的是{paper.level}"
            yield RULE.at(paper.place("level"), message, village=paper.village)
