"""P030: a delay has the approval of both offices."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import approvals

RULE = Rule(
    id="P030",
    severity=Severity.WARNING,
    title="延期经过两级批准",
    basis="需延缓实施的，须报经镇党委研究同意，并报县委组织部审批（换届工作方案）",
    what="放宽审批里延期的村，规则要求的每一级都有批准。",
    why="没有批准的延期，等于没有按期换届。",
    example="只有镇党委同意，没有县委组织部审批。",
    fix="补办缺的那一级批准，填入放宽审批。",
    covers=("R100",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose delay lacks an office of the chain."""
    chain = records.term.profile.lists.get("延期审批")
    rows = [row for row in records.exemptions if row.matter == "延期"] if chain else []
    for village in dict.fromkeys(row.village for row in rows):
        own = tuple(row for row in rows if row.village == village)
        given = approvals.by_office(chain.words, own) if chain else {}
        missing = [office for office in (chain.words if chain else ()) if office not in given]
        if missing and chain:
            message = f"{village}延期还缺{'、'.join(missing)}的批准（{chain.article}）"
            yield RULE.at(own[0].place("approver"), message, village=village)
