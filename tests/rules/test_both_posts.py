"""What people won in the other body of their village counts like a typed 兼任职务."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from gongshi.model.profile import Share
from gongshi.model.records import Records
from gongshi.rules import check_records
from gongshi.rules.both_posts import with_other_posts
from worlds import ARTICLE, profile, records, village, vote

from .test_votes import TODAY

ALL = Share(Fraction(1), True, "村（社区）", ARTICLE)
SHARES = {"一肩挑比例": ALL, "交叉任职比例": replace(ALL, fraction=Fraction(1, 3), base="成员")}


def party() -> Records:
    base = records()
    return replace(base, term=replace(base.term, slug="2026", profile=profile(shares=SHARES)))


def committee(chair: str, *, slug: str = "2026-cwh") -> Records:
    base = records()
    term = replace(base.term, slug=slug, profile=profile(body="村民委员会"))
    home = village(seats={"主任": 1})
    return replace(base, term=term, villages=(home,), votes=(vote(2, post="主任", name=chair),))


def told(*others: Records) -> set[str]:
    now = party()
    return {one.rule for one in check_records(now, TODAY, (), (now, *others))} & {"S027", "S028"}


@pytest.mark.parametrize(
    ("others", "lacks"),
    [
        ((), {"S028"}),
        ((committee("丁一"),), set()),
        ((committee("王伟"),), {"S028"}),
        ((committee("旁人"),), {"S028"}),
        ((committee("丁一", slug="2021-cwh"),), {"S028"}),
    ],
)
def test_the_secretary_who_won_the_chair_holds_both(
    others: tuple[Records, ...], lacks: set[str]
) -> None:
    assert told(*others) == lacks


def test_what_was_typed_stays() -> None:
    base = party()
    people = (replace(base.candidates[0], concurrent="合作社理事长"), *base.candidates[1:])
    found = with_other_posts(replace(base, candidates=people), (committee("丁一"),))
    assert found.candidates[0].concurrent == "合作社理事长、村民委员会主任"
    assert found.candidates[1].concurrent == ""
