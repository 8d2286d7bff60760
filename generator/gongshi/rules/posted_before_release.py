"""P043: nothing hung before it was published."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P043",
    severity=Severity.WARNING,
    title="张贴不早于发布",
    basis="张贴存证的通行做法（照片的日期与公告的日期对得上）",
    what="张贴记录里的张贴日期，不早于登记簿里这份公告的发布日期。",
    why="早于发布的张贴记录不能证明这份公告贴过，多半是照片配错了公告。",
    example="公告2026-11-12发布，张贴日期写的是2026-11-02。",
    fix="核对照片和公告编号，改正张贴日期；确实先贴后发的，查明原因。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every row of a day before its notice's own."""
    for row in records.postings:
        entry = records.entry(row.notice)
        if entry and entry.posted and row.day < entry.posted:
            message = f"第{row.notice}号公告{entry.posted}发布，{row.spot}的张贴记在{row.day}"
            yield RULE.at(row.place("day"), message, village=entry.village)
