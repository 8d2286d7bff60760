"""One rule of rounding, and shares that never lose their base."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.report.compare import number
from gongshi.report.figures import Figure, Form, Statistic, rounded


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(49, 53) * 100, 1, "92.5"),
        (Fraction(2249, 1000), 2, "2.25"),
        (Fraction(9, 4), 1, "2.3"),
        (Fraction(224, 100), 1, "2.2"),
        (Fraction(225, 100), 1, "2.3"),
        (Fraction(1, 2), 0, "1"),
        (Fraction(49, 100), 0, "0"),
        (Fraction(-1, 20), 1, "-0.1"),
        (Fraction(-1, 25), 1, "0.0"),
        (Fraction(552, 575) * 100, 1, "96.0"),
    ],
)
def test_halves_are_rounded_up(value: Fraction, decimals: int, text: str) -> None:
    assert rounded(value, decimals) == text


@given(st.fractions(), st.integers(0, 3))
def test_what_is_shown_is_at_most_half_a_unit_away(value: Fraction, decimals: int) -> None:
    assert abs(Fraction(rounded(value, decimals)) - value) <= Fraction(1, 2 * 10**decimals)


@given(st.fractions(min_value=0), st.integers(0, 3))
def test_less_is_never_shown_as_more(value: Fraction, decimals: int) -> None:
    assert rounded(-value, decimals).removeprefix("-") == rounded(value, decimals)


def test_a_figure_of_nothing_has_no_share() -> None:
    assert Figure("女", Fraction(0), base=0, base_name="委员总数").share is None
    assert Figure("女", Fraction(0), base=0, base_name="委员总数").words() == "女0人"


def test_a_base_is_named_once_for_figures_that_share_it() -> None:
    parts = [Figure(label, Fraction(n), base=3, base_name="委员总数") for label, n in PARTS]
    told = Statistic("S13", "性别结构", "按性别分", "", whole=True, figures=tuple(parts))
    assert told.words() == "按性别分，男2人，占委员总数3人的66.7%；女1人，占33.3%。"
    other = Figure("女书记", Fraction(1), base=1, base_name="书记总数")
    two = Statistic("S05", "女性", "", "", whole=False, figures=(parts[1], other))
    assert two.words() == "女1人，占委员总数3人的33.3%；女书记1人，占书记总数1人的100.0%。"


PARTS = (("男", 2), ("女", 1))


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Fraction(-12, 10), "岁", "平均年龄比上届下降1.2岁"),
        (Fraction(25, 10), "个百分点", "平均年龄比上届提高2.5个百分点"),
        (Fraction(-42), "个", "平均年龄比上届减少42.0个"),
        (Fraction(-4, 100), "岁", "平均年龄与上届持平"),
    ],
)
def test_a_change_says_which_way(value: Fraction, unit: str, words: str) -> None:
    assert Figure("平均年龄", value, unit, decimals=1, form=Form.CHANGE).words() == words


def test_parts_that_do_not_make_the_total_leave_a_gap() -> None:
    parts = [Figure(label, Fraction(n), base=4) for label, n in PARTS]
    told = Statistic("S13", "性别结构", "", "", whole=True, figures=tuple(parts))
    assert told.gap == 1


@pytest.mark.parametrize(
    ("text", "value", "decimals", "unit"),
    [
        ("36", "36", 0, ""),
        ("36名", "36", 0, "名"),
        ("92、9%", "92.9", 1, "%"),
        ("92．9％", "92.9", 1, "%"),
        ("41.60岁", "41.6", 2, "岁"),
        ("28,201人", "28201", 0, "人"),
    ],
)
def test_typed_figures_are_read_as_typed(text: str, value: str, decimals: int, unit: str) -> None:
    assert number(text) == (Fraction(value), decimals, unit)


@pytest.mark.parametrize("text", ["", "约九成", "1.2.3", "=1+1", "三十六"])
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert number(text) is None
