"""P004: publicity does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P004",
    severity=Severity.ERROR,
    title="公示截止不早于开始",
    basis="日期先后",
    what="公示截止日期不早于公示开始（没有写的按发布日期）。",
    why="倒过来的日期不能印出去。",
    example="公示开始 2026-11-02，公示截止 2026-10-09。",
    fix="改正公示开始或者公示截止。",
    covers=("R32",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose 公示截止 comes before its first day."""
    for entry in records.register:
        start = entry.start or entry.posted
        if entry.until and start and entry.until < start:
            message = f"{entry.number}号{entry.kind}{entry.until}截止，早于{start}开始"
            yield RULE.at(entry.place("until"), message, village=entry.village)
