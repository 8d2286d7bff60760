"""P010: an appointment notice is not signed while its last day is open."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.calendars.register import period_of
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P010",
    severity=Severity.ERROR,
    title="任职公示的截止日期已经确定",
    basis="国务院办公厅关于下一年节假日安排的通知",
    what="已审的任职公示，截止日期不能还是暂定的。",
    why="任职公示到哪一天决定哪一天可以任命；日期没有定，就会任命得太早。",
    example="2026-12-28 发布任职公示，2027 年的放假安排还没有公布。",
    fix="等通知公布，抄进 notices/放假安排.yml；急用的，在登记簿写明公示截止，取最晚的一天。",
    covers=("R32",),
)


_KIND = "任职公示"


def check(records: Records) -> Iterator[Finding]:
    """Every approved appointment notice whose period may end on one day or another."""
    counting, calendar = records.term.profile.counting, records.county.calendar
    for entry in records.register:
        if entry.kind != _KIND or not entry.is_approved:
            continue
        period = period_of(entry, counting, calendar)
        if period and period.provisional:
            days = f"最早{period.end}、最晚{period.latest}截止"
            message = f"{entry.number}号{_KIND}{days}，还不能签发"
            yield RULE.at(entry.place("days"), message, village=entry.village)
