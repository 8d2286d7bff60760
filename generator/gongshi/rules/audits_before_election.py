"""P032: leaving cadres are audited before the election."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P032",
    severity=Severity.WARNING,
    title="离任审计在选举以前",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第四十条、《中华人民共和国城市居民委员会组织法》（2025年修订）第三十八条（审计结果在下一届选举前公布）",
    what="离任审计每一行有审计日期，并且早于本村选举日。",
    why="审计没有出结果就选举，有问题的人也可能当选。",
    example="选举大会 2026-11-16，审计报告 11 月 20 日才出。",
    fix="先审计后选举；日期漏填、记错的补正。",
    covers=("R99", "L-R18"),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every audit that was not finished before the election day."""
    for row in records.audits:
        election = process.election_day(records, row.village)
        if election is None or (row.day is None and election > today):
            continue
        if row.day is None or row.day >= election:
            when = f"{row.day}才完成" if row.day else "没有写审计日期"
            message = f"{row.village}{row.name}的离任审计{when}，选举在{election}"
            yield RULE.at(row.place("day"), message, village=row.village)
