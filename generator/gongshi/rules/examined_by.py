"""Q029: candidates are examined by the offices that the plan names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import is_office
from gongshi.rules.kin import standing

RULE = Rule(
    id="Q029",
    severity=Severity.WARNING,
    title="由规定的单位考察",
    basis="换届工作方案的规定（书记由县委组织部会同镇党委考察，其他人选由镇党委考察；写在规则里，可以在“规则调整”里改）",
    what="规则写了“书记考察单位”“考察单位”的，名册里填了考察日期或者考察单位的人，每个规定的单位都在考察单位里；"
    "考察单位一列全空的不核对。",
    why="书记由乡镇自己考察，等于少了县一级的把关。",
    example="书记人选的考察单位只写了云溪镇党委。",
    fix="核对考察材料；确实少了的，请那个单位补做考察。",
    covers=("R41",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone examined without one of the offices, where the roll says by whom at all."""
    lists = records.term.profile.lists
    kept = any(person.examiner for person in records.candidates)
    for person in standing(records) if kept else ():
        listed = lists.get("书记考察单位" if person.post == "书记" else "考察单位")
        if listed is None or not (person.examiner or person.examined_on):
            continue
        given = re.split(r"[、，,；;和]|会同", person.examiner)
        missing = [word for word in listed.words if not any(is_office(g, word) for g in given)]
        if missing:
            message = (
                f"{person.village}{person.name}（{person.post}）的考察单位没有"
                f"{'、'.join(missing)}（{listed.article}）"
            )
            yield RULE.at(person.place("examiner"), message, village=person.village)
