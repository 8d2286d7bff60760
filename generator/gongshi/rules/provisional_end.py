"""P009: a last day that may still change is named as such."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.calendars.register import period_of
from gongshi.calendars.working_days import publicity_period
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P009",
    severity=Severity.WARNING,
    title="截止日期已经能确定",
    basis="国务院办公厅关于下一年节假日安排的通知",
    what="公示期跨到还没有公布节假日安排的年份时，给出最早和最晚的截止日期。",
    why="放假调休没有公布，算出来的截止日期可能印错。",
    example="2026-12-28 发布，公示 5 个工作日，2027 年的安排还没有公布。",
    fix="通知公布后抄进 notices/放假安排.yml 再核对；急用的，写明公示截止，取最晚的一天。",
    covers=("R32",),
)

#: Whether this one may be signed is P010's to say.
_APPOINTMENT = "任职公示"


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose last day depends on a calendar not yet announced."""
    profile, calendar = records.term.profile, records.county.calendar
    for entry in records.register:
        period = period_of(entry, profile.counting, calendar)
        least = profile.publicity.get(entry.kind)
        if period is None or (entry.kind == _APPOINTMENT and entry.is_approved):
            continue
        name = f"{entry.number}号{entry.kind}"
        if period.provisional:
            message = f"{name}的截止日期还不能确定：最早{period.end}，最晚{period.latest}"
            yield RULE.at(entry.place("days"), message, village=entry.village)
        elif least is not None:
            sure = publicity_period(period.start, least.value, profile.counting, calendar)
            if sure.provisional and sure.end <= period.end < sure.latest:
                message = (
                    f"{name}到{period.end}不一定够{least.value}个工作日，到{sure.latest}才一定够"
                )
                yield RULE.at(entry.place("until"), message, village=entry.village)
