"""S026: the secretaries of the township are who the plan wants."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.read.overrides import schooling_level
from gongshi.rules.limits import age_day, level_of
from gongshi.rules.teams import holds, shortfall, teams

RULE = Rule(
    id="S026",
    severity=Severity.WARNING,
    title="书记队伍的结构达到要求",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了优秀农民工、致富带头人、大专以上（含在读）、年轻书记比例的，全镇书记（没有选出的村按候选人）达到这些比例。",
    why="这是全镇的指标，少一个村就可能不达标。",
    example="8名书记中45周岁以下2名，规定30%以上，至少3名。",
    fix="核对人员类别、学历和出生年月；确实不够的，调整人选。",
    covers=("R59", "R69", "R55"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Each share of the secretaries that the township does not reach."""
    heads = [one for team in teams(records) for one in team.people if one.post == "书记"]
    for name, what, field, test in _shares(records):
        if lack := shortfall(records, name, heads, test):
            first = next(one for one in heads if not test(one))
            yield RULE.at(first.place(field), f"全镇书记中{what}：{lack}")


def _shares(
    records: Records,
) -> Iterator[tuple[str, str, str, Callable[[Candidate], bool]]]:
    profile = records.term.profile
    college, age = schooling_level("大专") or 0, profile.numbers.get("书记年轻年龄")
    yield "书记优秀农民工比例", "优秀农民工", "category", lambda one: holds(one, "农民工")
    yield "书记致富带头人比例", "致富带头人", "category", lambda one: holds(one, "致富")
    yield (
        "书记大专以上比例",
        "大专以上",
        "education",
        lambda one: (level_of(profile, one.education) or 0) >= college,
    )
    if age is not None:
        most = age.value
        yield "书记年轻比例", f"{most}周岁以下", "born", lambda one: _young(records, one, most)


def _young(records: Records, person: Candidate, most: int) -> bool:
    day = age_day(records, person.village)
    return bool(person.born and day and person.born.age_on(day) <= most)
