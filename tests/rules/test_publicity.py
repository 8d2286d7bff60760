from dataclasses import replace
from datetime import date

import pytest

from gongshi.model.profile import Number
from gongshi.rules import check_records
from worlds import entry, meeting, profile, records

from .test_votes import TODAY

FIVE = {"候选人公示": Number(5, "《示例方案》"), "任职公示": Number(5, "《示例方案》")}


def codes(*rows, counting="次日", **changes):
    world = records(register=rows, **changes)
    numbers = profile(publicity=FIVE, counting=counting)
    world = replace(world, term=replace(world.term, profile=numbers))
    return {finding.rule for finding in check_records(world, TODAY)}


def test_a_right_row_has_no_findings():
    assert codes(entry()) == set()


@pytest.mark.parametrize(("days", "enough"), [(5, True), (4, False)])
def test_publicity_holds_the_working_days_that_the_profile_asks_for(days, enough):
    assert ("P001" not in codes(entry(days=days))) is enough


@pytest.mark.parametrize(
    ("until", "counting", "enough"),
    [
        (date(2026, 11, 9), "次日", True),
        (date(2026, 11, 8), "次日", False),
        (date(2026, 11, 6), "当日", True),
        (date(2026, 11, 5), "当日", False),
    ],
)
def test_a_last_day_is_counted_as_the_profile_counts(until, counting, enough):
    assert ("P001" not in codes(entry(days=None, until=until), counting=counting)) is enough


def test_fifteen_calendar_days_over_the_long_holiday_hold_working_days_enough():
    row = {"posted": date(2026, 9, 28), "start": None, "working": False}
    row["approved"] = date(2026, 9, 27)
    assert codes(entry(days=15, **row)) == set()
    assert codes(entry(days=9, **row)) == {"P001"}


def test_a_kind_without_a_least_length_may_be_as_short_as_it_likes():
    assert codes(entry(kind="任职条件和职数公示", days=1)) == set()


def test_publicity_names_its_length():
    assert codes(entry(days=None)) == {"P002"}
    assert codes(entry(kind="选举公告", days=None)) == set()


def test_publicity_does_not_begin_before_posting():
    assert codes(entry(start=date(2026, 11, 1))) == {"P003"}
    assert codes(entry(start=date(2026, 11, 3))) == set()


def test_publicity_does_not_end_before_it_begins():
    assert codes(entry(days=None, until=date(2026, 11, 1))) == {"P004"}
    one_day = entry(kind="任职条件和职数公示", days=None, until=date(2026, 11, 2))
    assert codes(one_day, counting="当日") == set()


def test_candidates_are_public_until_the_day_before_the_election():
    assert codes(entry(), meetings=(meeting(day=date(2026, 11, 10)),)) == set()
    assert codes(entry(), meetings=(meeting(day=date(2026, 11, 9)),)) == {"P005"}


def test_an_election_that_the_latest_end_may_reach_is_too_early():
    posted = {"posted": date(2026, 12, 28), "start": None, "approved": None}
    held = meeting(day=date(2027, 1, 11), **dict.fromkeys(("collected", "issued", "valid")))
    held = replace(held, invalid=None)
    assert {"P005", "P009"} <= codes(entry(**posted), meetings=(held,), votes=())


def test_an_appointment_is_public_only_after_the_election():
    late = {"kind": "任职公示", "start": None}
    assert codes(entry(posted=date(2026, 11, 16), **late)) == set()
    assert codes(entry(posted=date(2026, 11, 15), **late)) == {"P006"}
    again = meeting(), meeting(round=2, day=date(2026, 11, 18))
    assert "P006" in codes(entry(posted=date(2026, 11, 17), **late), meetings=again)


def test_a_result_is_dated_on_or_after_the_election():
    result = {"kind": "选举结果公告", "start": None, "days": None}
    assert codes(entry(posted=date(2026, 11, 16), **result)) == set()
    assert codes(entry(posted=date(2026, 11, 15), **result)) == {"P007"}


def test_a_notice_is_approved_before_it_is_posted():
    assert codes(entry(approved=date(2026, 11, 2))) == set()
    assert codes(entry(approved=date(2026, 11, 3))) == {"P008"}


def test_an_end_that_may_still_change_is_named_with_its_bounds():
    row = entry(posted=date(2026, 12, 28), start=None, kind="任职条件和职数公示")
    (finding,) = check_records(records(register=(row,)), TODAY)
    assert finding.rule == "P009"
    assert "最早2027-01-05，最晚2027-01-12" in finding.message
    assert finding.severity.value == "warning"


@pytest.mark.parametrize(("day", "sure"), [(5, False), (11, False), (12, True)])
def test_a_typed_last_day_that_may_be_too_early_is_named(day, sure):
    row = entry(posted=date(2026, 12, 28), start=None, days=None, until=date(2027, 1, day))
    planned = meeting(day=date(2027, 2, 1))
    planned = replace(planned, **dict.fromkeys(("issued", "collected", "valid", "invalid")))
    assert ("P009" not in codes(row, meetings=(planned,), votes=())) is sure
