"""P011: nobody is appointed before the publicity of the elected is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.calendars.register import period_of
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P011",
    severity=Severity.ERROR,
    title="任职公示期满才审批任命",
    basis="公示无异议的，镇党委审批任命（换届工作方案）",
    what="审批任命（全程纪实、任职通知、选举结果批复）的日期晚于本村任职公示的最后一天；最后一天未定的按最晚的算。",
    why="公示没有结束就任命，群众的异议就没有意义。",
    example="任职公示到 2026-11-30，11 月 30 日当天审批任命。",
    fix="公示期满以后再审批任命；纪实日期记错的改正。",
    covers=("R33",),
    waivable=True,
)


_KIND, _STEP = "任职公示", "审批任命"


def check(records: Records) -> Iterator[Finding]:
    """Every appointment on or before the last day of the publicity."""
    counting, calendar = records.term.profile.counting, records.county.calendar
    made = process.done(records, date.max)
    for village in records.villages:
        one = made.get(village.name, {}).get(_STEP)
        for entry in process.notices(records, village.name, _KIND) if one else ():
            period = period_of(entry, counting, calendar)
            if one and period and one.day <= period.latest:
                over = f"{entry.number}号{_KIND}到{period.latest}才期满"
                message = f"{village.name}{one.day}{_STEP}，{over}"
                yield RULE.at(one.place, message, village=village.name)
