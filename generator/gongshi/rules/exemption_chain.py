"""A007: a departure from a limit has the approval of every office."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import approvals, by_office, chain
from gongshi.rules.limits import excesses

RULE = Rule(
    id="A007",
    severity=Severity.ERROR,
    title="放宽条件的审批齐全",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="年龄、学历超出规定而在放宽审批表里有记录的，规则“放宽审批”列出的每一级都批准了。",
    why="邻村的人会问：他超了为什么还能提名？缺一级批准，就说不清。",
    example="规定镇党委研究、县委组织部批准，只登了镇党委。",
    fix="补办缺的那一级批准并登在放宽审批表；没有批准的，不能作为人选。",
    covers=("R57", "R54"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every exceeded limit with approvals, but not of every office of the chain."""
    for person in records.candidates:
        matters = dict.fromkeys(found.matter for found in excesses(records, person))
        for matter in matters:
            rows = approvals(records, matter, person.village, person.name)
            offices = chain(records.term.profile, matter)
            missing = [one for one in offices if one not in by_office(offices, rows)]
            if rows and missing:
                message = f"{person.village}{person.name}放宽{matter}，缺{'、'.join(missing)}的批准"
                yield RULE.at(rows[0].place("approver"), message, village=person.village)
