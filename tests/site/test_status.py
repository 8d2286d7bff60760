"""What a page says of a notice's status without knowing the reader's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import boards
from gongshi.model.notice import Published
from gongshi.site.status import full_period, is_open, short_period, status


def test_a_draft_is_a_draft_whatever_else_it_is() -> None:
    assert status(Published(notice=boards.notice(), corrected_by="2")).text == "草稿"


def test_a_corrected_notice_says_so_even_in_its_period() -> None:
    assert status(replace(boards.issued(), corrected_by="2")).text == "已更正"


def test_a_notice_without_publicity_is_published() -> None:
    assert status(boards.issued(publicity=None)).text == "已发布"


def test_a_period_gives_its_dates() -> None:
    found = status(boards.issued())
    assert (found.text, found.start, found.end) == (
        "公示期 11月2日至11月6日",
        "2026-11-02",
        "2026-11-06",
    )


def test_a_period_over_new_year_names_the_year() -> None:
    period = boards.period(date(2026, 12, 30), date(2027, 1, 6))
    assert short_period(period) == "12月30日至2027年1月6日"


def test_a_provisional_period_says_so_with_its_range() -> None:
    period = replace(boards.period(), latest=date(2026, 11, 10))
    assert short_period(period).endswith("（暂定）")
    assert "最迟2026年11月10日" in full_period(period)


@pytest.mark.parametrize(("day", "expected"), [(6, True), (7, False)])
def test_the_last_day_is_still_open(day: int, expected: bool) -> None:
    assert is_open(boards.issued(), date(2026, 11, day)) is expected
