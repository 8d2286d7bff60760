"""S023: there are young people in the team."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.limits import age_day
from gongshi.rules.teams import teams

RULE = Rule(
    id="S023",
    severity=Severity.WARNING,
    title="班子里有年轻干部",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“年轻干部人数”“年轻干部年龄”的，每个班子里不超过这个年龄的人不少于这个数，年龄按选举日算。",
    why="方案要求每个班子都有年轻人，缺了就要说明。",
    example="规定至少1名35周岁以下，最年轻的候选人36周岁。",
    fix="补充年轻人选；出生年月填错的改正。",
    covers=("R62", "R72"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every team with too few young people."""
    numbers = records.term.profile.numbers
    least, age = numbers.get("年轻干部人数"), numbers.get("年轻干部年龄")
    for team in teams(records) if least and age else ():
        day = age_day(records, team.village.name)
        ages = [one.born.age_on(day) for one in team.people if one.born and day]
        young = sum(one <= age.value for one in ages) if age else 0
        if least and age and len(ages) == len(team.people) and young < least.value:
            message = (
                f"{team.village.name}{team.who}中{age.value}周岁以下的{young}名，"
                f"至少要{least.value}名（{least.article}）"
            )
            place = team.people[0].place("born")
            yield RULE.at(place, message, village=team.village.name)
