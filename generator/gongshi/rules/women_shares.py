"""S022: women reach their share in the township."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import shortfall, teams

RULE = Rule(
    id="S022",
    severity=Severity.WARNING,
    title="妇女的比例达到要求",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“妇女成员比例”“妇女主任比例”的，全镇成员、主任中妇女的比例达到要求（没有选出的村按候选人算）。",
    why="这两个比例是上级考核换届的指标。",
    example="全镇30名成员中妇女8名，规定30%以上。",
    fix="推荐、提名时多考虑妇女人选。",
    covers=("R66",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Each of the two shares of women that the township does not reach."""
    people = [one for team in teams(records) for one in team.people if one.sex]
    heads = [one for one in people if one.post == "主任"]
    for name, whom, group in (("妇女成员比例", "成员", people), ("妇女主任比例", "主任", heads)):
        if lack := shortfall(records, name, group, _is_woman):
            first = next(one for one in group if not _is_woman(one))
            yield RULE.at(first.place("sex"), f"全镇{whom}中妇女：{lack}")


def _is_woman(person: Candidate) -> bool:
    return person.sex == "女"
