"""P015: objections are decided within the days that the rules give."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongshi.model.finding import Finding, Severity
from gongshi.model.profile import Number
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Objection
from gongshi.rules import objections

RULE = Rule(
    id="P015",
    severity=Severity.WARNING,
    title="异议按期办结",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第十七条、《中华人民共和国城市居民委员会组织法》（2025年修订）第十七条；举报的初核期限按换届工作方案",
    what="对选民名单的异议从收到起 3 日内办结；规则写了举报初核期限的，举报在期限内办结。",
    why="逾期不处理，当事人可以说程序违法。",
    example="名单异议 2026-10-22 收到，10 月 26 日才办结。",
    fix="尽快办结并公布；办结日期记错的改正。",
    covers=("R37", "L-R5"),
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every objection closed late, or open after the last day for it."""
    numbers = records.term.profile.numbers
    listed = {row.number for row, _ in objections.to_voter_lists(records)}
    for row in records.objections:
        name = "举报初核期限" if row.kind == "举报" else "异议处理期限"
        limit = numbers.get(name) if row.kind == "举报" or row.number in listed else None
        if limit is not None:
            yield from _late(records, row, limit, today)


def _late(records: Records, row: Objection, limit: Number, today: date) -> Iterator[Finding]:
    last = row.received + timedelta(limit.value)
    if (row.closed or today) > last:
        state = f"{row.closed}才办结" if row.closed else "还没有办结"
        message = (
            f"第{row.number}号{row.kind or '异议'}应当在{last}以前办结（{limit.article}），{state}"
        )
        entry = records.entry(row.notice)
        yield RULE.at(row.place("closed"), message, village=entry.village if entry else "")
