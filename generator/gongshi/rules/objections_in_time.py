"""P014: objections to the list of voters were raised within the days that the law gives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import objections

RULE = Rule(
    id="P014",
    severity=Severity.NOTE,
    title="对选民名单的异议在期限内提出",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第十七条、《中华人民共和国城市居民委员会组织法》（2025年修订）第十七条",
    what="对选民名单的异议，收到日期不晚于名单公布后第 5 日。",
    why="过了期限的异议不按名单异议处理，但要告诉当事人。",
    example="名单 2026-10-20 公布，10 月 26 日收到异议。",
    fix="收到日期记错的改正；过期提出的，向当事人说明，按来信来访处理。",
    covers=("L-R5",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every objection to a list of voters that came after the last day for it."""
    limit = records.term.profile.numbers.get("异议提出期限")
    for row, entry in objections.to_voter_lists(records):
        if limit is None or entry.posted is None:
            continue
        last = entry.posted + timedelta(limit.value)
        if row.received > last:
            message = (
                f"第{row.number}号异议{row.received}收到，名单异议到{last}截止（{limit.article}）"
            )
            yield RULE.at(row.place("received"), message, village=entry.village)
