"""P003: publicity does not begin before the notice is posted."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P003",
    severity=Severity.ERROR,
    title="公示不早于发布",
    basis="没有张贴就没有公示",
    what="公示开始日期不早于发布日期。",
    why="从没有张贴的日子算起，公示期就短了。",
    example="发布日期 2026-11-03，公示开始 2026-11-02。",
    fix="改正公示开始或者发布日期。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose 公示开始 comes before its 发布日期."""
    for entry in records.register:
        if entry.start and entry.posted and entry.start < entry.posted:
            message = (
                f"{entry.number}号{entry.kind}{entry.start}开始公示，早于发布日期{entry.posted}"
            )
            yield RULE.at(entry.place("start"), message, village=entry.village)
