"""S030: graduates sent to villages lead some of them."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import holds, teams

RULE = Rule(
    id="S030",
    severity=Severity.WARNING,
    title="大学生村官任主干的人数达到要求",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“大学生村官主干人数”的，全镇人员类别是大学生村官的书记、主任、副书记、副主任不少于这个数。",
    why="方案里的目标要到名册里找得到人。",
    example="规定全镇至少1名，名册里没有。",
    fix="人员类别写明大学生村官；确实没有的，调整人选。",
    covers=("R71",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """A township with too few of them in leading posts."""
    least = records.term.profile.numbers.get("大学生村官主干人数")
    people = [one for team in teams(records) for one in team.people]
    leaders = [one for one in people if one.post != "委员"]
    count = sum(holds(one, "大学生村官") for one in leaders)
    if least and leaders and count < least.value:
        message = f"全镇任主干的大学生村官{count}名，至少要{least.value}名（{least.article}）"
        yield RULE.at(leaders[0].place("category"), message)
