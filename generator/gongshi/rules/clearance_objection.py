"""F005: nobody goes on against a department."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing

RULE = Rule(
    id="F005",
    severity=Severity.ERROR,
    title="有异议的人不进入下一步",
    basis="候选人联审的通行规定：有部门提出异议的不能作为人选",
    what="联审意见有异议的人，联审结果不写通过，阶段也不到考察对象及以后。",
    why="受过重处分的人被列为人选上报的事发生过。",
    example="纪检监察有异议，名册里仍是预备人选。",
    fix="弄清异议；确实不符合条件的，联审结果写不通过并另定人选。",
    covers=("R84", "R83", "L-R7"),
)


_REVIEWED = frozenset({"考察对象", "预备人选", "正式候选人", "当选"})


def check(records: Records) -> Iterator[Finding]:
    """Every person who goes on although a department objects."""
    people = {(one.village, one.name): one for one in standing(records)}
    for row in records.clearances:
        person = people.get((row.village, row.name))
        if person is None or row.opinion != "有异议":
            continue
        if person.review == "通过" or person.stage in _REVIEWED:
            how = "联审结果写通过" if person.review == "通过" else f"阶段已经是{person.stage}"
            message = f"{row.village}{row.name}，{row.department}有异议，{how}"
            yield RULE.at(row.place("opinion"), message, village=row.village)
