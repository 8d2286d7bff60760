"""P016: the outcome of an objection to the list of voters is made public."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import VOID, Records
from gongshi.model.rule import Rule
from gongshi.rules import objections

RULE = Rule(
    id="P016",
    severity=Severity.WARNING,
    title="选民名单异议的处理结果已经公布",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第十七条、《中华人民共和国城市居民委员会组织法》（2025年修订）第十七条",
    what="对选民名单的异议办结以后，登记簿里要有更正对象是那份名单、或者公布处理结果的公告。",
    why="法律要求公布处理结果；只告诉本人不够。",
    example="名单异议办结三天了，没有公布结果的公告。",
    fix="发选民名单更正公告或者情况回应。",
    covers=("L-R5",),
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every objection to a list of voters that was closed without a notice of the outcome."""
    outcome = records.term.profile.lists.get("异议处理结果公告")
    if outcome is None:
        return
    for row, entry in objections.to_voter_lists(records):
        if row.closed is None or row.closed >= today:
            continue
        after = [e for e in records.register if e.village == entry.village and e.status != VOID]
        told = (e for e in after if e.corrects == entry.number or e.kind in outcome.words)
        if not any(e.posted and e.posted >= row.closed for e in told):
            message = (
                f"第{row.number}号异议{row.closed}办结，处理结果还没有公布（{outcome.article}）"
            )
            yield RULE.at(row.place("closed"), message, village=entry.village)
