"""P008: a notice is approved before it is posted."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P008",
    severity=Severity.ERROR,
    title="先审批后发布",
    basis="《中国共产党党务公开条例（试行）》第十五条（提出、审核、审批、实施）",
    what="审批日期不晚于发布日期。",
    why="没有审批就发布是违反程序的。",
    example="发布日期 2026-11-02，审批日期 2026-11-03。",
    fix="改正审批日期；确实后批的，按审批后的日期发布。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row approved after its 发布日期."""
    for entry in records.register:
        if entry.approved and entry.posted and entry.approved > entry.posted:
            message = (
                f"{entry.number}号{entry.kind}{entry.approved}才审批，晚于发布日期{entry.posted}"
            )
            yield RULE.at(entry.place("approved"), message, village=entry.village)
