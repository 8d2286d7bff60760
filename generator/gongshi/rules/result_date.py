"""P007: the result notice is dated on or after the meeting's day."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, days_of

RULE = Rule(
    id="P007",
    severity=Severity.ERROR,
    title="选举结果公告不早于选举",
    basis="选举结果当场公布；村民委员会组织法（2025年修改）第十八条，城市居民委员会组织法（2025年修订）第十九条",
    what="选举结果公告的发布日期不早于本村最后一次选举会议。",
    why="没有开会就没有结果。",
    example="选举大会 2026-11-16，选举结果公告 2026-11-15。",
    fix="改正公告的发布日期或者会议日期。",
    covers=("L-R11",),
)

_KIND = "选举结果公告"


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every result notice dated before the village's last meeting."""
    election_days = days_of(elections)
    for entry in records.register:
        days = election_days.get(entry.village, ())
        if entry.kind == _KIND and entry.posted and days and entry.posted < max(days):
            message = f"{entry.number}号{_KIND}{entry.posted}发布，早于选举会议{max(days)}"
            yield RULE.at(entry.place("posted"), message, village=entry.village)
