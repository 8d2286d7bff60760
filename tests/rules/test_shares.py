"""Every share of every profile, one vote to either side of its line, in whole numbers."""

import pytest

from gongshi.model.place import Place
from gongshi.read.profiles import load_profile, profile_names


def shares():
    for name in profile_names():
        profile, _ = load_profile(name, Place("term.yml"))
        every = {"到会": profile.quorum, "当选": profile.majority, **profile.shares}
        every |= {f"{post}差额": share for post, share in profile.margin.items()}
        yield from (pytest.param(one, id=f"{name}-{what}") for what, one in every.items())


@pytest.mark.parametrize("share", list(shares()))
def test_the_least_that_is_enough_is_enough_and_one_less_is_not(share):
    for whole in range(1, 301):
        least = share.least(whole)
        assert share.reached(least, whole)
        assert least == 0 or not share.reached(least - 1, whole)


@pytest.mark.parametrize("share", list(shares()))
def test_exactly_the_share_decides_by_its_strictness(share):
    part, whole = share.fraction.numerator * 7, share.fraction.denominator * 7
    assert share.reached(part, whole) is share.inclusive
    assert share.reached(part + 1, whole)
    assert part == 0 or not share.reached(part - 1, whole)


@pytest.mark.parametrize(
    ("name", "what", "whole", "least"),
    [
        ("party-2020", "到会", 55, 44),
        ("party-2020", "当选", 55, 28),
        ("party-2020", "当选", 54, 28),
        ("party-2020", "推荐会到会", 60, 31),
        ("party-2020", "推荐过半", 41, 21),
        ("party-2020", "考察不同意", 20, 11),
        ("party-2020", "初步人选差额", 5, 1),
        ("party-2020", "书记差额", 1, 0),
        ("villagers-2026", "到会", 300, 151),
        ("villagers-2026", "当选", 151, 76),
        ("villagers-2026", "另行选举当选", 150, 50),
        ("villagers-2026", "另行选举当选", 151, 51),
        ("villagers-2026", "罢免到会", 300, 151),
        ("villagers-2026", "罢免通过", 151, 76),
        ("residents-2026", "到会", 60, 41),
        ("residents-2026", "到会", 58, 39),
        ("residents-2026", "当选", 56, 29),
        ("residents-2026", "另行选举当选", 57, 19),
    ],
)
def test_what_the_law_asks_of_real_counts(name, what, whole, least):
    profile, _ = load_profile(name, Place("term.yml"))
    fixed = {"到会": profile.quorum, "当选": profile.majority}
    assert (fixed.get(what) or profile.shares[what]).least(whole) == least
