"""A village elects again when its term is over (P042), to the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from gongshi.model.profile import Number
from gongshi.model.records import Records
from gongshi.model.working import Exemption
from gongshi.rules import check_records
from worlds import ARTICLE, at, meeting, profile, records


def of(slug: str, day: date, **changes: object) -> Records:
    numbers = {"任期年数": Number(5, ARTICLE), "延期最多年数": Number(1, ARTICLE)}
    base = records(meetings=(meeting(day=day),), **changes)
    return replace(base, term=replace(base.term, slug=slug, profile=profile(numbers=numbers)))


def told(old: date, new: date, *, agreed: bool = False) -> list[str]:
    row = Exemption(village="东村", matter="延期", approver="镇党委", approved=date(2026, 1, 5))
    now = of("2026", new, exemptions=(at(row, "放宽审批"),) if agreed else ())
    terms = (of("2020", old), now)
    found = check_records(now, date(2026, 12, 31), (), terms)
    return [one.severity.value for one in found if one.rule == "P042"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (date(2021, 11, 16), date(2026, 11, 16), []),
        (date(2021, 11, 15), date(2026, 11, 16), ["note"]),
        (date(2020, 11, 16), date(2026, 11, 16), ["note"]),
        (date(2020, 11, 15), date(2026, 11, 16), ["warning"]),
        (date(2020, 2, 29), date(2026, 2, 28), ["note"]),
    ],
)
def test_the_term_and_the_year_of_delay_are_counted_to_the_day(
    old: date, new: date, expected: list[str]
) -> None:
    assert told(old, new) == expected


def test_an_approved_delay_may_last_a_year() -> None:
    assert told(date(2020, 11, 16), date(2026, 11, 16), agreed=True) == []
    assert told(date(2020, 11, 15), date(2026, 11, 16), agreed=True) == ["warning"]


def test_the_first_term_of_a_township_has_none_before_it() -> None:
    now = of("2026", date(2026, 11, 16))
    found = check_records(now, date(2026, 12, 31), (), (now,))
    assert [one for one in found if one.rule == "P042"] == []
