"""S024: not too many of the team are old."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.limits import age_day
from gongshi.rules.teams import teams

RULE = Rule(
    id="S024",
    severity=Severity.WARNING,
    title="年龄偏大的干部不超过人数",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“大龄干部人数”“大龄干部年龄”的，每个选出的班子里到了这个年龄的人不超过这个数。",
    why="方案限制年龄偏大的干部的人数，多一名就要报批。",
    example="规定55周岁以上不超过1名，当选人中有2名。",
    fix="核对出生年月；确实超出的，按规定报批。",
    covers=("R61",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every elected team with too many older people."""
    numbers = records.term.profile.numbers
    most, age = numbers.get("大龄干部人数"), numbers.get("大龄干部年龄")
    for team in teams(records) if most and age else ():
        day = age_day(records, team.village.name)
        old = [
            one
            for one in team.people
            if one.born and day and age and one.born.age_on(day) >= age.value
        ]
        if most and age and team.elected and len(old) > most.value:
            names = "、".join(one.name for one in old)
            message = (
                f"{team.village.name}当选人中{age.value}周岁以上的{len(old)}名（{names}），"
                f"不超过{most.value}名（{most.article}）"
            )
            yield RULE.at(old[0].place("born"), message, village=team.village.name)
