"""Every day from 2007 to 2026 against the State Council's papers, and a county's own paper."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from gongshi.calendars.working_days import announced, is_working_day, publicity_period
from gongshi.model.days import Calendar
from gongshi.read.holidays import read_holidays

PAPERS = Path(__file__).parents[1] / "vendor" / "放假安排.yml"
NONE = Calendar()
NEW_YEAR = """\
2027:
  依据: 国务院办公厅关于2027年部分节假日安排的通知（示例）
  放假: [2027-01-01至2027-01-03, 2027-02-05至2027-02-12]
  上班: [2027-01-31, 2027-02-20]
"""


def papers() -> Calendar:
    calendar, findings = read_holidays(PAPERS, PAPERS.name)
    assert findings == []
    assert [paper.year for paper in calendar.papers] == list(range(2007, 2027))
    return calendar


def own(tmp_path: Path, text: str = NEW_YEAR) -> Calendar:
    path = tmp_path / "放假安排.yml"
    path.write_text(text, encoding="utf-8")
    calendar, findings = read_holidays(path, path.name)
    assert findings == []
    return calendar


def test_no_day_of_twenty_years_is_taken_wrongly():
    truth = papers()
    days = [date(2007, 1, 1) + timedelta(n) for n in range(7305)]
    assert days[-1] == date(2026, 12, 31)
    sure = [day for day in days if day <= date(2026, 12, 28)]
    assert [day for day in sure if is_working_day(day, NONE) is not truth.says(day)] == []


def test_only_the_last_three_days_of_the_newest_year_wait_for_its_successor():
    days = [date(2007, 1, 1) + timedelta(n) for n in range(7305)]
    waiting = [day for day in days if is_working_day(day, NONE) is None]
    assert waiting == [date(2026, 12, 29), date(2026, 12, 30), date(2026, 12, 31)]


def test_a_county_may_write_down_a_paper_that_has_just_come_out(tmp_path: Path):
    calendar = own(tmp_path)
    assert not announced(2027, NONE)
    assert announced(2027, calendar)
    assert is_working_day(date(2027, 1, 31), calendar) is True
    assert is_working_day(date(2027, 2, 8), calendar) is False
    assert is_working_day(date(2027, 3, 3), calendar) is True
    assert is_working_day(date(2027, 3, 6), calendar) is False
    assert is_working_day(date(2026, 12, 30), calendar) is True


@pytest.mark.parametrize(
    ("start", "counting", "end"),
    [
        (date(2026, 9, 28), "当日", date(2026, 10, 9)),
        (date(2026, 9, 28), "次日", date(2026, 10, 10)),
        (date(2026, 2, 10), "当日", date(2026, 2, 14)),
        (date(2026, 2, 10), "次日", date(2026, 2, 24)),
    ],
)
def test_the_known_traps_end_on_the_day_that_the_papers_say(start, counting, end):
    for calendar in (NONE, papers()):
        period = publicity_period(start, 5, counting, calendar)
        assert (period.end, period.latest) == (end, end)


@pytest.mark.parametrize(
    ("counting", "early", "sure"),
    [("当日", date(2027, 1, 4), date(2027, 1, 4)), ("次日", date(2027, 1, 5), date(2027, 1, 5))],
)
def test_the_third_trap_stays_open_until_the_paper_of_the_new_year(
    tmp_path: Path, counting, early, sure
):
    start = date(2026, 12, 28)
    open_end = publicity_period(start, 5, counting, NONE)
    assert (open_end.end, open_end.provisional) == (early, True)
    assert open_end.latest > early
    settled = publicity_period(start, 5, counting, own(tmp_path))
    assert (settled.end, settled.provisional) == (sure, False)


def test_a_paper_may_rule_days_of_the_december_before(tmp_path: Path):
    text = NEW_YEAR.replace("2027-01-01至", "2026-12-30至").replace("2027-01-31", "2026-12-27")
    calendar = own(tmp_path, text)
    assert is_working_day(date(2026, 12, 30), calendar) is False
    assert is_working_day(date(2026, 12, 27), calendar) is True
    assert is_working_day(date(2026, 12, 29), calendar) is True


def test_a_revised_paper_goes_before_what_the_program_knows(tmp_path: Path):
    text = "2026:\n  依据: 调整通知（示例）\n  放假: [2026-11-05至2026-11-06]\n"
    calendar = own(tmp_path, text)
    assert publicity_period(date(2026, 11, 2), 5, "次日", calendar).end == date(2026, 11, 11)


@pytest.mark.parametrize(
    ("text", "rule", "cell"),
    [
        ("27:\n  依据: 通知\n  放假: [2027-01-01]\n", "Y090", "1"),
        ("2027:\n  依据: 通知\n  放假: [2027-02-30]\n", "Y090", "3"),
        ("2027:\n  依据: 通知\n  放假: [2026-02-05]\n", "Y090", "3"),
        ("2027:\n  依据: 通知\n  放假: [2027-01-03至2027-01-01]\n", "Y090", "3"),
        ("2027:\n  依据: 通知\n  放假: [[2027-01-03]]\n", "Y090", "3"),
        ("2027:\n  依据: 通知\n  放假: [2027-01-02]\n  上班: [2027-01-02]\n", "Y090", "4"),
        ("2027:\n  依据: 通知\n  放假: [2027-01-01]\n  上班: [2027-01-04]\n", "Y090", "4"),
        ("2027:\n  放假: [2027-01-01]\n", "Y005", "2"),
        ("2027:\n  依据: 通知\n", "Y005", "2"),
        ("2027:\n  依据: 通知\n  放假: [2027-01-01]\n  补班: []\n", "Y004", "4"),
        ("2027: 通知\n", "Y006", "1"),
        ("- 2027\n", "Y006", "1"),
    ],
)
def test_a_paper_written_down_wrongly_is_refused_whole(tmp_path: Path, text, rule, cell):
    path = tmp_path / "放假安排.yml"
    path.write_text(text, encoding="utf-8")
    calendar, findings = read_holidays(path, "notices/放假安排.yml")
    assert calendar == NONE
    assert [(one.rule, one.place.cell) for one in findings] == [(rule, cell)]
