"""F004: every department has cleared every candidate."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import by_person, standing

RULE = Rule(
    id="F004",
    severity=Severity.ERROR,
    title="联审意见齐全",
    basis="候选人联审的通行规定：考察以前征求各部门意见（部门写在规则里）",
    what="有联审意见表的，阶段到了考察对象及以后的人，规则“联审部门”的每个部门都有意见。",
    why="一个部门没有审，不符合条件的人就可能进入公示。",
    example="候选人李明没有公安的意见。",
    fix="补齐那个部门的意见；没有联审完的，阶段改回初步人选。",
    covers=("R84", "R80", "R81", "R83", "L-R7"),
    waivable=True,
)


_REVIEWED = frozenset({"考察对象", "预备人选", "正式候选人", "当选"})


def check(records: Records) -> Iterator[Finding]:
    """Every person from 考察对象 on without the opinion of a department."""
    listed = records.term.profile.lists.get("联审部门")
    if listed is None or not records.clearances:
        return
    opinions = by_person(records.clearances)
    for person in standing(records):
        heard = [one.department for one in opinions.get((person.village, person.name), ())]
        missing = [word for word in listed.words if not any(word in one for one in heard)]
        if person.stage in _REVIEWED and missing:
            message = f"{person.village}{person.name}没有{'、'.join(missing)}的联审意见"
            yield RULE.at(person.place("name"), message, village=person.village)
