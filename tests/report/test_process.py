"""The figures of how the election was held, each at its boundary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

import worlds
from gongshi.model.profile import Share
from gongshi.model.working import Objection
from gongshi.report.measures import statistics
from gongshi.report.roster import scope
from summaries import figure


@pytest.mark.parametrize(("votes", "count"), [(8, 0), (9, 1)])
def test_nine_tenths_of_those_present_are_enough(votes: int, count: int) -> None:
    base = worlds.records()
    secretary = worlds.vote(post="书记", name="丁一", in_favour=votes, against=10 - votes)
    world = replace(base, votes=(secretary, *base.votes[1:]))
    found = figure(world, "书记得票率", "得票率90%以上")
    assert found.words() == f"得票率90%以上{count}人，占书记总数1人的{count * 100}.0%"
    assert figure(world, "书记得票率").words() == f"最低得票率{votes}0.0%（按书记总数1人计算）"


def test_one_round_that_fills_every_seat_is_a_success_at_once() -> None:
    base = worlds.records()
    assert figure(base, "一次成功").value == 1
    village = worlds.village(seats={"书记": 1, "委员": 3})
    assert figure(replace(base, villages=(village,)), "一次成功").value == 0


def test_a_second_round_is_no_success_at_once() -> None:
    base = worlds.records()
    first = [replace(vote, in_favour=2) if vote.name == "李明" else vote for vote in base.votes]
    again = worlds.vote(9, name="李明", round=2)
    rounds = (*base.meetings, worlds.meeting(round=2, day=date(2026, 11, 17)))
    world = replace(base, votes=(*first, again), meetings=rounds)
    assert len(scope(world).members) == 3
    assert figure(world, "一次成功").value == 0


def test_whom_only_members_or_only_the_masses_recommended_is_counted_of_those_elected() -> None:
    base = worlds.records()
    counts = {"due": 10, "present": 10, "issued": 10, "collected": 10, "valid": 10}
    meetings = [
        worlds.meeting(name=name, day=date(2026, 10, 20), **counts)
        for name in ("党员推荐会", "群众代表推荐会")
    ]
    cast = [
        worlds.vote(row, meeting=name, name=who, in_favour=votes, against=0)
        for row, (name, who, votes) in enumerate(
            [
                ("党员推荐会", "王伟", 6),
                ("群众代表推荐会", "王伟", 5),
                ("党员推荐会", "李明", 6),
                ("群众代表推荐会", "李明", 6),
                ("党员推荐会", "张华", 9),
            ],
            start=20,
        )
    ]
    half = Share(Fraction(1, 2), False, "投票人数", worlds.ARTICLE)
    profile = worlds.profile(shares={"推荐过半": half})
    world = replace(
        base,
        term=replace(base.term, profile=profile),
        meetings=(*base.meetings, *meetings),
        votes=(*base.votes, *cast),
    )
    found = figure(world, "推荐意见")
    assert found.words() == "群众与党员推荐意见不一致1人，占两推都有得票的当选人2人的50.0%"


def test_who_was_examined_and_did_not_stand_is_counted_of_those_examined() -> None:
    day = date(2026, 10, 25)
    people = [replace(one, examined_on=day) for one in worlds.records().candidates]
    out = worlds.candidate(9, name="赵立", stage="考察对象", examined_on=day)
    world = worlds.records(candidates=(*people, out))
    found = figure(world, "考察淘汰")
    assert (found.value, found.base) == (1, 5)
    early = replace(world, votes=(), candidates=(out,))
    assert figure(early, "考察淘汰").value == 0


@pytest.mark.parametrize(("aware", "percent"), [(12, "100.0%"), (11, "91.7%")])
def test_who_knows_what_the_election_is_about_is_counted_of_all_members(
    aware: int, percent: str
) -> None:
    world = worlds.records(villages=(worlds.village(members=12, aware=aware),))
    found = figure(world, "知晓率")
    assert (found.base_words, found.percent) == ("党员总数12人", percent)


def test_the_days_are_counted_from_the_first_notice_to_the_last_result() -> None:
    world = worlds.records(register=(worlds.entry(posted=date(2026, 11, 15)),))
    assert figure(world, "历时").words() == "前后历时2天"


def test_a_void_first_round_gives_no_attendance() -> None:
    few = worlds.meeting(present=7, issued=7, collected=7, valid=7)
    again = worlds.meeting(round=2, present=9, issued=9, collected=9, valid=9)
    found = figure(worlds.records(meetings=(few, again)), "到会")
    assert (found.value, found.base) == (9, 10)


def test_reviews_talks_and_pledges_are_counted_of_those_they_concern() -> None:
    day = date(2026, 10, 20)
    people = list(worlds.records().candidates)
    people = [replace(one, review="通过", talked_on=day, pledged_on=day) for one in people]
    people[3] = replace(people[3], talked_on=None)
    out = worlds.candidate(9, name="赵立", review="不通过")
    world = worlds.records(candidates=(*people, out))
    assert figure(world, "联审清除").words() == "联审不通过1人，占联审人数5人的20.0%"
    assert figure(world, "谈话和承诺", "谈话").words() == "谈话3人，占候选人总数4人的75.0%"
    assert figure(world, "谈话和承诺", "签订承诺书").value == 4


def test_complaints_are_counted_by_kind_and_against_the_term_before() -> None:
    def one(number: str, kind: str) -> Objection:
        day = date(2026, 11, 4)
        return Objection(number=number, notice="1", received=day, subject="年龄", kind=kind)

    old = worlds.records(objections=(one("1", ""), one("2", "举报"), one("3", "验票")))
    now = worlds.records(objections=(one("1", "异议"),))
    assert [int(f.value) for f in statistics(scope(old), ["S30"])[0].figures] == [1, 1, 1]
    (change,) = statistics(scope(now, old), ["S30A"])
    assert change.words() == "异议和举报比上届减少2件。"


def test_seats_kept_for_a_group_are_counted_with_their_villages() -> None:
    base = worlds.records()
    people = [replace(one, nomination="席位制") for one in base.candidates[:2]]
    world = replace(base, candidates=(*people, *base.candidates[2:]))
    assert figure(world, "席位制").value == 2
    assert figure(world, "席位制", "设席位制的村（社区）").value == 1
