"""Publicity periods in working days (工作日), as the State Council's holiday papers have them.

A date goes in; whether it is a working day, or a whole period, comes out.  The papers of
a year are only published late in the year before.  A period that reaches a day without a
paper is therefore never given as certain: it has an earliest and a latest end.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from gongshi.model.days import Calendar
from gongshi.model.notice import Publicity

NEXT_DAY = "次日"
SAME_DAY = "当日"

_DAY = timedelta(days=1)

#: Days off by law every year (全国年节及纪念日放假办法): never working, announced or not.
_FIXED = frozenset({(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)})

#: When a holiday may fall in a year without a paper, as (first, last, weekdays it may take).
#: Dates are (month, day); the limits are the widest of the papers from 2007 to 2026, rounded up.
_SEASONS = (
    ((12, 29), (12, 31), 3),
    ((1, 1), (1, 5), 3),
    ((1, 15), (3, 5), 8),
    ((4, 1), (4, 8), 3),
    ((4, 26), (5, 9), 5),
    ((5, 25), (6, 30), 3),
    ((9, 5), (10, 14), 9),
)


def is_working_day(day: date, calendar: Calendar) -> bool | None:
    """Whether ``day`` is a working day, make-up weekends included; none while unannounced.

    What ``calendar`` says of a year of its own goes before what the program knows of it.

    The last three days of December may still be ruled by the next year's paper (2007,
    2018 and 2023 have been), so they wait for it.
    """
    own = calendar.says(day)
    if (day.month, day.day) > (12, 28) and not announced(day.year + 1, calendar):
        return None
    return _paper(day) if own is None else own


def announced(year: int, calendar: Calendar) -> bool:
    """Whether the paper of a year is known, to the program or to the county."""
    return calendar.paper_of(year) is not None or _paper(date(year, 1, 1)) is not None


def papers(start: date, end: date, calendar: Calendar) -> tuple[str, ...]:
    """The announced papers by which the days from ``start`` to ``end`` are counted."""
    years = (year for year in range(start.year, end.year + 1) if announced(year, calendar))
    own = ((year, calendar.paper_of(year)) for year in years)
    return tuple(
        paper.source if paper else f"《国务院办公厅关于{year}年部分节假日安排的通知》"
        for year, paper in own
    )


@cache
def _paper(day: date) -> bool | None:
    """What the paper of the day's year says, or none where there is none yet."""
    from chinese_calendar import is_workday  # type: ignore[import-untyped]

    return bool(is_workday(day)) if day.year in _years() else None


@cache
def _years() -> range:
    from chinese_calendar.constants import holidays  # type: ignore[import-untyped]

    return range(min(holidays).year, max(holidays).year + 1)


def publicity_period(
    start: date, working_days: int, counting: str, calendar: Calendar
) -> Publicity:
    """The period of ``working_days`` (one or more) of a notice posted on ``start``.

    ``start`` is the day of posting, under both ways of counting.  ``次日``: the first
    working day after it is day one.  ``当日``: ``start`` itself is day one if it is a
    working day.  Days without a paper: the earliest end takes weekdays as working and
    weekends as off; the latest takes every holiday to begin on the first weekday of its
    season and to last as long as any has since 2007.  Extraordinary days off (an epidemic,
    a parade) and make-up weekends are not foreseen.
    """
    first = start if counting == SAME_DAY else start + _DAY
    end = latest = _last_day(first, working_days, calendar, earliest=True)
    if None in (is_working_day(first, calendar), is_working_day(end, calendar)):
        latest = _last_day(first, working_days, calendar, earliest=False)
    return Publicity(
        start=start,
        end=end,
        latest=latest,
        working_days=working_days,
        counting=counting,
    )


def working_days_between(start: date, end: date, counting: str, calendar: Calendar) -> int:
    """How many working days a period from ``start`` (day of posting) to ``end`` holds.

    Days without a paper count as weekdays do; a period that ends before it starts has none.
    """
    first = start if counting == SAME_DAY else start + _DAY
    days = (first + _DAY * n for n in range((end - first).days + 1))
    return sum(_works_early(day, calendar) for day in days)


def _last_day(first: date, working_days: int, calendar: Calendar, *, earliest: bool) -> date:
    taken: dict[tuple[int, int], int] = {}
    day, left = first, working_days
    while True:
        works = _works_early(day, calendar) if earliest else _works_late(day, calendar, taken)
        left -= works
        if left <= 0:
            return day
        day += _DAY


def _works_early(day: date, calendar: Calendar) -> bool:
    known = is_working_day(day, calendar)
    if known is not None:
        return known
    return day.weekday() < 5 and (day.month, day.day) not in _FIXED


def _works_late(day: date, calendar: Calendar, taken: dict[tuple[int, int], int]) -> bool:
    """As ``_works_early``, but a season's holiday takes its weekdays first."""
    early = _works_early(day, calendar)
    if is_working_day(day, calendar) is not None or not early:
        return early
    season = next((s for s in _SEASONS if s[0] <= (day.month, day.day) <= s[1]), None)
    if season is None or taken.get(season[0], 0) >= season[2]:
        return True
    taken[season[0]] = taken.get(season[0], 0) + 1
    return False
