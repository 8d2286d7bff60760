"""F007: who was replaced no longer stands."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="F007",
    severity=Severity.ERROR,
    title="被替换的人不再是候选人",
    basis="人选调整的通行规定",
    what="名册里“替换对象”写到的人，自己那一行的阶段不再是预备人选、正式候选人或当选（联审不通过的不算）。",
    why="两个人同时公示，群众不知道谁是候选人。",
    example="李明顶替王伟，王伟仍是正式候选人。",
    fix="被替换的人从名册删去，或者阶段改回、联审结果写不通过。",
    covers=("R94",),
)


_FORWARD = frozenset({"预备人选", "正式候选人", "当选"})


def check(records: Records) -> Iterator[Finding]:
    """Every replaced person who is still put forward."""
    replaced = {(one.village, one.replaces, one.body): one for one in records.candidates}
    for person in records.candidates:
        other = replaced.get((person.village, person.name, person.body))
        if other is None or person.stage not in _FORWARD or person.review == "不通过":
            continue
        message = f"{person.village}{person.name}已由{other.name}替换，阶段还是{person.stage}"
        yield RULE.at(person.place("stage"), message, village=person.village)
