from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.calendars.register import period_of
from gongshi.calendars.working_days import (
    is_working_day,
    publicity_period,
    working_days_between,
)
from gongshi.model.days import Calendar
from worlds import entry

#: A county that has written down no paper of its own.
NONE = Calendar()


@pytest.mark.parametrize(
    ("start", "same_day", "next_day"),
    [
        (date(2026, 9, 28), date(2026, 10, 9), date(2026, 10, 10)),
        (date(2026, 2, 10), date(2026, 2, 14), date(2026, 2, 24)),
        (date(2026, 11, 2), date(2026, 11, 6), date(2026, 11, 9)),
    ],
)
def test_five_working_days_end_as_the_official_calendar_says(start, same_day, next_day):
    assert publicity_period(start, 5, "当日", NONE).end == same_day
    assert publicity_period(start, 5, "次日", NONE).end == next_day
    assert not publicity_period(start, 5, "次日", NONE).provisional


def test_a_make_up_saturday_is_a_working_day_and_a_holiday_monday_is_not():
    assert is_working_day(date(2026, 10, 10), NONE) is True
    assert is_working_day(date(2026, 10, 5), NONE) is False


def test_a_year_without_a_holiday_paper_is_not_guessed():
    assert is_working_day(date(2027, 3, 3), NONE) is None


def test_the_last_days_of_december_wait_for_the_next_years_paper():
    assert is_working_day(date(2026, 12, 28), NONE) is True
    assert is_working_day(date(2026, 12, 31), NONE) is None
    assert is_working_day(date(2018, 12, 31), NONE) is False


def test_a_period_into_an_unannounced_year_has_an_earliest_and_a_latest_end():
    period = publicity_period(date(2026, 12, 28), 5, "次日", NONE)
    assert period.provisional
    assert period.end == date(2027, 1, 5)
    assert period.latest > period.end


def test_new_years_day_is_off_by_law_even_before_the_paper():
    assert publicity_period(date(2026, 12, 31), 1, "次日", NONE).end == date(2027, 1, 4)


@pytest.mark.parametrize("year", range(2010, 2027))
@pytest.mark.parametrize("days", [5, 7, 15])
def test_the_bounds_of_an_unannounced_year_would_have_held_in_every_year_known(
    monkeypatch, year, days
):
    """Hide a known year's paper, compute bounds, then compare with the truth."""
    from gongshi.calendars import working_days as module

    truth = {
        start: publicity_period(start, days, "次日", NONE).end
        for start in (date(year, 1, 1) + timedelta(n) for n in range(0, 330, 3))
    }
    extraordinary = {2015, 2020}  # a parade, and the Spring Festival of an epidemic
    paper = module._paper
    monkeypatch.setattr(module, "_paper", lambda day: None if day.year == year else paper(day))
    for start, end in truth.items():
        period = publicity_period(start, days, "次日", NONE)
        assert end <= period.latest or year in extraordinary, (start, end, period)


@given(st.dates(date(2010, 1, 1), date(2026, 10, 1)), st.integers(1, 20))
def test_a_period_holds_exactly_the_working_days_it_was_made_of(start, days):
    for counting in ("次日", "当日"):
        period = publicity_period(start, days, counting, NONE)
        assert working_days_between(start, period.end, counting, NONE) == days
        assert is_working_day(period.end, NONE)


def test_a_register_row_with_a_last_day_keeps_it():
    row = entry(days=None, until=date(2026, 11, 6))
    period = period_of(row, "当日", NONE)
    assert (period.end, period.working_days) == (date(2026, 11, 6), 5)


def test_a_register_row_in_calendar_days_counts_weekends():
    row = entry(days=15, working=False)
    assert period_of(row, "次日", NONE).end == date(2026, 11, 17)
    assert period_of(row, "当日", NONE).end == date(2026, 11, 16)


def test_a_register_row_without_a_length_has_no_period():
    assert period_of(entry(start=None, days=None), "次日", NONE) is None
    assert period_of(entry(start=None, posted=None), "次日", NONE) is None


def test_a_register_row_is_counted_from_its_posting_when_no_start_is_typed():
    assert period_of(entry(start=None), "次日", NONE).end == date(2026, 11, 9)
