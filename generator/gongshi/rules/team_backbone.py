"""S034: the teams as a whole are of the age and schooling aimed at."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.read.overrides import schooling_level
from gongshi.rules.limits import age_day, level_of
from gongshi.rules.teams import shortfall, teams

RULE = Rule(
    id="S034",
    severity=Severity.NOTE,
    title="班子的主体结构达到目标",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“骨干年龄比例”（连同“骨干年龄”）、“骨干学历比例”的，全镇班子里不超过这个年龄、高中以上学历的人达到比例。",
    why="这是换届的总体目标，汇报时要用。",
    example="30名成员中45周岁以下12名，目标是50%以上。",
    fix="不必改名册；推荐人选时参照。",
    covers=("R73",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Each of the two aims for the teams as a whole that is not reached."""
    people = [one for team in teams(records) for one in team.people]
    age, school = records.term.profile.numbers.get("骨干年龄"), schooling_level("高中") or 0

    def schooled(one: Candidate) -> bool:
        return (level_of(records.term.profile, one.education) or 0) >= school

    def young(one: Candidate) -> bool:
        day = age_day(records, one.village)
        return bool(age and one.born and day and one.born.age_on(day) <= age.value)

    aims = [("骨干学历比例", "高中以上", "education", schooled)]
    aims += [("骨干年龄比例", f"{age.value}周岁以下", "born", young)] if age else []
    for name, what, field, test in aims:
        if lack := shortfall(records, name, people, test):
            first = next(one for one in people if not test(one))
            yield RULE.at(first.place(field), f"全镇班子中{what}：{lack}")
