"""Recommendation meetings and the review of those recommended."""

from dataclasses import replace
from fractions import Fraction

import pytest

from gongshi.model.profile import Number, Share, Words
from worlds import ARTICLE, candidate, meeting, profile, records, village, vote

from .test_votes import messages

HALF = Share(Fraction(1, 2), False, "应到", ARTICLE)
SHARES = {
    "推荐会到会": HALF,
    "推荐过半": replace(HALF, base="投票人数"),
    "考察不同意": replace(HALF, base="实到"),
}
NUMBERS = {"考察参加人数": Number(20, ARTICLE)}
WEIGHTS = {"党员推荐权重": Number(60, ARTICLE), "群众代表推荐权重": Number(40, ARTICLE)}


def world(polls, *people, numbers=None, lists=None, **counts):
    """Recommendation meetings by name with votes by person, and candidates with a stage."""
    held = {"due": 60, "present": 40, "issued": 40, "collected": 40, "valid": 40, **counts}
    rows = [(name, *pair) for name, poll in polls.items() for pair in poll.items()]
    base = records(
        meetings=tuple(meeting(name=name, **held) for name in polls),
        votes=tuple(
            vote(row, meeting=name, name=one, in_favour=count)
            for row, (name, one, count) in enumerate(rows, start=2)
        ),
        candidates=tuple(candidate(row, **one) for row, one in enumerate(people, start=2)),
    )
    changes = {"shares": SHARES, "numbers": numbers or {}, "lists": lists or {}}
    return replace(base, term=replace(base.term, profile=profile(**changes)))


@pytest.mark.parametrize(("present", "enough"), [(30, False), (31, True)])
def test_more_than_half_of_those_due_come_to_recommend(present, enough):
    township = world({"推荐会": {}}, present=present)
    assert bool(messages(township, "Q012")) is not enough
    assert messages(township, "Q001") == []


def test_the_words_of_the_profile_name_further_meetings_that_recommend():
    polls = {"村民代表会议": {}}
    lists = {"推荐会议": Words(("村民代表会议",), ARTICLE)}
    assert messages(world(polls, lists=lists, present=30), "Q012")
    assert messages(world(polls, present=30), "Q012") == []


@pytest.mark.parametrize(("votes", "enough"), [(20, False), (21, True)])
def test_more_than_half_of_the_ballots_recommend_who_is_considered(votes, enough):
    person = {"name": "王伟", "stage": "初步人选"}
    township = world({"推荐会": {"王伟": votes}}, person)
    assert bool(messages(township, "Q013")) is not enough
    named = {**person, "nomination": "上级党组织推荐"}
    assert messages(world({"推荐会": {"王伟": votes}}, named), "Q013") == []
    assert messages(world({"推荐会": {"王伟": votes}}, {**person, "stage": ""}), "Q013") == []


@pytest.mark.parametrize(("votes", "enough"), [(20, False), (21, True)])
def test_the_votes_of_several_meetings_count_together(votes, enough):
    polls = {"党员推荐会": {"王伟": votes}, "群众代表推荐会": {"王伟": 20}}
    township = world(polls, {"name": "王伟", "stage": "初步人选"})
    assert bool(messages(township, "Q013")) is not enough


def ranked(first, second, *, numbers=None, **changes):
    """王伟 stays behind with ``first`` votes of members and masses, 李明 goes on."""
    polls = {
        "党员推荐会": {"王伟": first[0], "李明": second[0]},
        "群众代表推荐会": {"王伟": first[1], "李明": second[1]},
    }
    behind = {"name": "王伟", "stage": "初步人选", **changes}
    return world(polls, behind, {"name": "李明", "stage": "预备人选"}, numbers=numbers)


@pytest.mark.parametrize(("votes", "told"), [(30, True), (29, False), (28, False)])
def test_nobody_with_more_votes_is_passed_over(votes, told):
    assert bool(messages(ranked((votes, 30), (29, 30)), "Q014")) is told


def test_the_weights_of_a_plan_decide_who_had_more():
    township = ranked((22, 40), (30, 30))
    assert "王伟推荐得62票" in messages(township, "Q014")[0]
    assert messages(ranked((22, 40), (30, 30), numbers=WEIGHTS), "Q014") == []
    weighted = ranked((31, 30), (22, 40), numbers=WEIGHTS)
    assert messages(weighted, "Q014") == [
        "东村委员王伟推荐得30.6票，停在“初步人选”，得29.2票的李明已列为“预备人选”"
    ]


def test_who_failed_the_review_is_not_passed_over():
    assert messages(ranked((35, 35), (30, 30), review="不通过"), "Q014") == []
    assert messages(ranked((35, 35), (30, 30), attendants=20, dissent=11), "Q014") == []
    assert messages(ranked((35, 35), (30, 30), attendants=20, dissent=10), "Q014")


@pytest.mark.parametrize(("against", "told"), [(10, False), (11, True), (20, True)])
def test_whom_more_than_half_opposed_does_not_go_on(against, told):
    person = {"name": "王伟", "stage": "预备人选", "attendants": 20, "dissent": against}
    assert bool(messages(world({}, person), "Q015")) is told
    assert messages(world({}, {**person, "stage": "考察对象"}), "Q015") == []


@pytest.mark.parametrize(("asked", "told"), [(19, True), (20, False)])
def test_a_review_hears_as_many_people_as_the_plan_asks(asked, told):
    person = {"name": "王伟", "attendants": asked}
    assert bool(messages(world({}, person, numbers=NUMBERS), "Q016")) is told


@pytest.mark.parametrize(("against", "told"), [(20, False), (21, True)])
def test_no_more_oppose_than_were_asked(against, told):
    person = {"name": "王伟", "stage": "考察对象", "attendants": 20, "dissent": against}
    assert bool(messages(world({}, person), "Q017")) is told


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, False)])
def test_enough_are_considered_at_first(count, told):
    names = ("王伟", "李明", "张华")[:count]
    township = world({}, *({"name": name, "stage": "初步人选"} for name in names))
    shares = {"初步人选差额": Share(Fraction(1, 5), True, "职数", ARTICLE)}
    term = replace(township.term, profile=profile(shares=shares))
    assert bool(messages(replace(township, term=term), "S006")) is told


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, False), (4, True)])
def test_exactly_one_more_than_seats_where_the_plan_says_so(count, told):
    names = ("王伟", "李明", "张华", "赵立")[:count]
    lists = {"委员推荐名额": Words(("职数加一名",), ARTICLE)}
    township = world({}, *({"name": one, "stage": "初步人选"} for one in names), lists=lists)
    assert bool(messages(township, "S007")) is told


@pytest.mark.parametrize(("count", "told"), [(1, True), (2, False)])
def test_a_contested_secretary_is_a_matter_of_the_profile(count, told):
    people = [{"name": name, "post": "书记"} for name in ("丁一", "王伟")[:count]]
    township = world({}, *people)
    assert messages(township, "S003") == []
    shares = {"书记差额": Share(Fraction(1, 5), True, "职数", ARTICLE)}
    term = replace(township.term, profile=profile(shares=shares))
    assert bool(messages(replace(township, term=term), "S003")) is told


@pytest.mark.parametrize(("inclusive", "enough"), [(True, True), (False, False)])
def test_exactly_a_fifth_more_candidates_decides_by_the_strictness(inclusive, enough):
    people = [{"name": name} for name in ("丁一", "卜二", "于三", "万四", "马五", "王六")]
    township = world({}, *people)
    township = replace(township, villages=(village(seats={"委员": 5}),))
    margin = {"委员": Share(Fraction(1, 5), inclusive, "职数", ARTICLE)}
    term = replace(township.term, profile=profile(margin=margin))
    assert bool(messages(replace(township, term=term), "S003")) is not enough


def test_those_left_behind_or_written_in_do_not_stand():
    people = [{"name": name, "stage": "预备人选"} for name in ("丁一", "卜二")]
    behind = {"name": "马五", "stage": "考察对象"}
    written = {"name": "王六", "nomination": "另选他人"}
    assert messages(world({}, *people, behind, written), "S003")
    assert messages(world({}, *people, {**behind, "stage": "预备人选"}), "S003") == []


def test_nobody_is_passed_over_by_an_equal():
    assert messages(ranked((35, 35), (30, 30), stage="正式候选人"), "Q014") == []


def test_counts_that_cannot_be_are_told_once():
    person = {"name": "王伟", "stage": "预备人选", "attendants": 20, "dissent": 21}
    assert messages(world({}, person), "Q015") == []
    assert messages(world({}, person), "Q017")


def test_who_is_recommended_as_secretary_is_recommended_as_a_member_too():
    person = {"name": "丁一", "post": "书记", "stage": "初步人选"}
    township = world({"推荐会": {"丁一": 30}}, person)
    as_secretary = tuple(replace(one, post="书记") for one in township.votes)
    strict = {"书记兼选委员": Words(("须同时当选委员",), ARTICLE)}
    asked = world({"推荐会": {"丁一": 30}}, person, lists=strict)
    assert messages(replace(township, votes=as_secretary), "Q022") == []
    assert messages(replace(asked, votes=as_secretary), "Q022") == [
        "东村丁一推荐为书记得30票，没有推荐为委员的得票"
    ]
    assert messages(replace(asked, votes=(*as_secretary, *asked.votes)), "Q022") == []
