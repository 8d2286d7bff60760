"""A009: who was allowed beyond a limit, and on which papers."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Exemption
from gongshi.rules.approvals import approvals, by_office, chain
from gongshi.rules.limits import excesses

RULE = Rule(
    id="A009",
    severity=Severity.NOTE,
    title="放宽的人选说得出批准依据",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="年龄、学历超出规定、每一级都批准了的人选，列出批准的单位、日期和文号。",
    why="公示期间一定有人问，答复要当场拿得出依据。",
    example="58周岁的书记人选，镇党委、县委组织部都已批准。",
    fix="不必改；答复询问时照此说明，批准文件存档。",
    covers=("R57",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every exceeded limit that all offices have allowed, with the papers."""
    for person in records.candidates:
        for found in excesses(records, person):
            rows = approvals(records, found.matter, person.village, person.name)
            offices = chain(records.term.profile, found.matter)
            if rows and all(office in by_office(offices, rows) for office in offices):
                papers = "；".join(map(_paper, rows))
                message = f"{found.message}，已经批准放宽：{papers}"
                yield RULE.at(person.place(found.field), message, village=person.village)


def _paper(row: Exemption) -> str:
    number = f"（{row.document_number}）" if row.document_number else ""
    return f"{row.approver}{row.approved}{number}"
