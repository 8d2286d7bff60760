from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongshi.model.profile import Share
from gongshi.rules import check_records
from gongshi.rules.results import base_of, outcome
from worlds import candidate, meeting, profile, records, village, vote

from .test_votes import TODAY, found

NAMES = ("王伟", "李明", "张华", "赵立", "钱明")


def members(*counts, seats=2, base="实到", **counted):
    """The result for 委员 with these votes in favour, at a meeting of ten."""
    votes = tuple(
        vote(row, name=name, in_favour=count, against=10 - count)
        for row, (name, count) in enumerate(zip(NAMES, counts, strict=False), start=2)
    )
    majority = Share(Fraction(1, 2), False, base, "《示例条例》")
    world = records(votes=votes, villages=(village(seats={"书记": 1, "委员": seats}),))
    world = replace(world, term=replace(world.term, profile=profile(majority=majority)))
    (result,) = outcome(world, meeting(**counted))
    return result


def names(votes):
    return [vote.name for vote in votes]


def test_the_most_votes_win_the_seats():
    result = members(9, 7, 8)
    assert names(result.elected) == ["王伟", "张华"]
    assert names(result.others) == ["李明"]
    assert (result.needed, result.vacant) == (6, 0)


@pytest.mark.parametrize(("votes", "elected"), [(5, False), (6, True)])
def test_exactly_half_is_not_more_than_half(votes, elected):
    assert bool(members(votes).elected) is elected


@pytest.mark.parametrize(
    ("base", "needed"), [("应到", 7), ("实到", 6), ("投票人数", 5), ("有效票", 5)]
)
def test_the_votes_needed_follow_the_base_of_the_profile(base, needed):
    counts = {"due": 12, "present": 11, "collected": 9, "valid": 8}
    assert members(9, base=base, **counts).needed == needed


def test_too_few_over_half_leave_seats_open():
    result = members(9, 5, 4)
    assert names(result.elected) == ["王伟"]
    assert result.vacant == 1


def test_equal_votes_at_the_last_seat_are_not_decided():
    result = members(9, 8, 8)
    assert names(result.elected) == ["王伟"]
    assert names(result.tied) == ["李明", "张华"]


def test_equal_votes_that_all_have_a_seat_are_no_tie():
    result = members(9, 9, 7)
    assert names(result.elected) == ["王伟", "李明"]
    assert result.tied == ()


def test_nobody_is_elected_while_a_count_is_missing():
    result = members(9, 9, present=None)
    assert (result.needed, result.elected) == (None, ())


def test_nobody_is_elected_to_a_post_without_seats():
    assert members(9, seats=0).elected == ()


@given(st.lists(st.integers(0, 10), min_size=1, max_size=5), st.integers(0, 5))
def test_everybody_is_in_exactly_one_list_and_no_seat_is_given_twice(counts, seats):
    result = members(*counts, seats=seats)
    together = [*result.elected, *result.tied, *result.others]
    assert sorted(names(together)) == sorted(NAMES[: len(counts)])
    assert len(result.elected) <= seats
    assert all(vote.in_favour >= 6 for vote in (*result.elected, *result.tied))


def test_a_village_number_stands_in_for_a_missing_due():
    share = Share(Fraction(2, 3), False, "居民代表", "《示例法》")
    home = village(representatives=60)
    assert base_of(share, meeting(due=None), home) == 60
    assert base_of(share, meeting(due=58), home) == 58
    assert base_of(share, meeting(due=None), None) is None


@pytest.mark.parametrize(("present", "enough"), [(41, True), (40, False)])
def test_residents_representatives_need_more_than_two_thirds(present, enough):
    share = Share(Fraction(2, 3), False, "居民代表", "《示例法》")
    held = meeting(due=60, present=present, issued=40, collected=40, valid=40)
    world = records(meetings=(held,))
    world = replace(world, term=replace(world.term, profile=profile(quorum=share)))
    assert ("Q001" not in {f.rule for f in check_records(world, TODAY)}) is enough


def test_a_tie_is_an_error_until_a_further_round_decides_it():
    votes = tuple(
        vote(row, name=name, in_favour=count, against=10 - count)
        for row, (name, count) in enumerate((("王伟", 9), ("李明", 8), ("张华", 8)), start=2)
    )
    (finding,) = found("Q002", votes=votes)
    assert "李明、张华同为8票" in finding.message
    again = vote(5, name="李明", round=2), vote(6, name="张华", round=2, in_favour=0, against=10)
    both = meeting(), meeting(round=2)
    assert found("Q002", votes=(*votes, *again), meetings=both) == []


def test_a_planned_further_round_lets_the_notice_of_it_go_out():
    votes = tuple(
        vote(row, name=name, in_favour=count, against=10 - count)
        for row, (name, count) in enumerate((("王伟", 9), ("李明", 8), ("张华", 8)), start=2)
    )
    blank = dict.fromkeys(("present", "issued", "collected", "valid", "invalid"))
    planned = meeting(), meeting(round=2, **blank)
    (finding,) = found("Q002", votes=votes, meetings=planned)
    assert finding.severity.name == "WARNING"


def test_only_those_with_enough_votes_may_be_marked_as_elected():
    people = tuple(
        candidate(row, name=person.name, post=person.post, stage="当选")
        for row, person in enumerate(records().candidates, start=2)
    )
    (finding,) = found("Q003", candidates=people)
    assert "张华标为当选委员" in finding.message
    assert found("Q003", candidates=people[:-1]) == []
    assert found("Q003", candidates=people, votes=()) == []


def test_an_open_seat_is_a_warning():
    votes = tuple(
        replace(v, in_favour=5, against=5) if v.name == "李明" else v for v in records().votes
    )
    (finding,) = found("Q004", votes=votes)
    assert "达到6票当选的只有1名" in finding.message
    assert finding.severity.value == "warning"
    assert found("Q004") == []


def two_rounds(*first, second, **counts):
    """Two rounds for two seats of 委员: (name, votes in favour) each."""
    votes = tuple(
        vote(row, name=name, in_favour=count, against=10 - count, round=number)
        for number, round_ in ((1, first), (2, second))
        for row, (name, count) in enumerate(round_, start=2 * number)
    )
    return records(votes=votes, meetings=(meeting(**counts), meeting(round=2)))


def test_a_second_round_fills_only_the_seats_that_are_left():
    world = two_rounds(("王伟", 9), ("李明", 5), second=[("李明", 8), ("张华", 7)])
    (result,) = outcome(world, world.meetings[1])
    assert (result.seats, names(result.elected), names(result.others)) == (1, ["李明"], ["张华"])
    assert "Q004" not in {finding.rule for finding in check_records(world, TODAY)}


def test_a_void_round_elects_nobody_and_leaves_every_seat():
    world = two_rounds(("王伟", 9), second=[("李明", 8), ("张华", 7)], collected=11)
    first, second = (outcome(world, meeting)[0] for meeting in world.meetings)
    assert (first.needed, first.elected) == (None, ())
    assert names(second.elected) == ["李明", "张华"]
