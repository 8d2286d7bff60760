"""What the site may tell: issued results only, no complaints, no structure of a few."""

from __future__ import annotations

from dataclasses import replace

import pytest

import boards
from gongshi.model.notice import Published
from gongshi.model.records import Records
from gongshi.model.working import Objection
from gongshi.report.public import FEWEST, public_figures
from gongshi.report.roster import scope
from summaries import township


def result(village: str, *, issued: bool = True) -> Published:
    made = boards.notice(kind="result", village=village, number=village[-1])
    return boards.issued(made) if issued else Published(notice=made)


def world(total: int = 12) -> Records:
    return township(total, [total - 2, 2], {"sex": {"男": total}, "review": {"不通过": 1}})


def test_only_villages_whose_result_is_issued_are_counted() -> None:
    found = public_figures(world(14), [result("村1"), result("村2", issued=False)])
    assert found is not None
    assert (found.villages, found.told, found.elected) == (2, 1, 12)
    assert [row.name for row in found.rows] == ["村1"]


@pytest.mark.parametrize("published", [[], [result("村1", issued=False)], [boards.issued()]])
def test_without_an_issued_result_there_is_nothing(published: list[Published]) -> None:
    assert public_figures(world(), published) is None


@pytest.mark.parametrize(("total", "small"), [(FEWEST - 1, True), (FEWEST, False)])
def test_the_structure_of_a_few_persons_is_not_told(total: int, small: bool) -> None:
    found = public_figures(world(total), [result("村1"), result("村2")])
    assert found is not None
    assert found.small is small
    told = {one.id for one in found.facts} | {one.id for one in found.charts}
    assert bool(told & {"S13", "S05", "S06"}) is not small
    assert "S01" in told


def test_complaints_and_reviews_stay_in_the_office() -> None:
    objection = Objection(number="1", notice="1", received=boards.TODAY, subject="学历")
    records = replace(world(), objections=(objection,))
    assert len(scope(records).organs) == 2
    found = public_figures(records, [result("村1"), result("村2")])
    assert found is not None
    told = {one.id for one in found.facts} | {one.id for one in found.charts}
    assert not told & {"S08", "S29", "S30", "S30A", "S32"}


def test_the_term_before_is_compared_by_its_own_issued_results() -> None:
    old, now = world(20), world(12)
    both = [result("村1"), result("村2")]
    with_old = public_figures(now, both, (old, both))
    without = public_figures(now, both, (old, []))
    assert with_old is not None
    assert without is not None
    words = {one.id: one.words() for one in with_old.facts}
    assert words["S25"] == "职数12个；总职数比上届减少8个。"
    assert {one.id: one.words() for one in without.facts}["S25"] == "职数12个。"


def test_bars_have_the_length_of_their_share() -> None:
    found = public_figures(world(), [result("村1"), result("村2")])
    assert found is not None
    (chart,) = [one for one in found.charts if one.id == "S13"]
    assert [(bar.label, bar.length, bar.value) for bar in chart.bars] == [
        ("男", 360, "12人，100.0%"),
        ("女", 0, "0人，0.0%"),
    ]
    assert len({bar.pattern for bar in chart.bars}) == 2
    assert chart.caption == "委员总数12人"
