"""The publicity period that a register row asks for."""

from __future__ import annotations

from datetime import timedelta

from gongshi.calendars.working_days import SAME_DAY, publicity_period, working_days_between
from gongshi.model.days import Calendar
from gongshi.model.notice import Publicity
from gongshi.model.records import Entry


def period_of(entry: Entry, counting: str, calendar: Calendar) -> Publicity | None:
    """The period of a row of 公告登记簿, or none where it names no length.

    Counted from 公示开始, or from 发布日期 where that is empty.  A last day (公示截止) is
    taken as it is typed; otherwise the length (公示天数) is counted, in working days or
    in calendar days as typed.
    """
    start = entry.start or entry.posted
    if start is None:
        return None
    if entry.until is None and entry.days and entry.working:
        return publicity_period(start, entry.days, counting, calendar)
    end = entry.until
    if end is None and entry.days:
        end = start + timedelta(days=entry.days - (counting == SAME_DAY))
    if end is None or end < start:
        return None
    return Publicity(
        start=start,
        end=end,
        latest=end,
        working_days=working_days_between(start, end, counting, calendar),
        counting=counting,
    )
