"""Whom the figures count: once each, with the highest post, as the results say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import worlds
from gongshi.model.decisions import Decision
from gongshi.model.profile import Number, Words
from gongshi.model.records import YearMonth
from gongshi.report.measures import statistics
from gongshi.report.people_measures import is_both, is_cross
from gongshi.report.prose import opening, paragraphs
from gongshi.report.roster import Member, current, previous, scope, together
from summaries import born, figure, township


def test_those_elected_by_the_votes_are_counted_and_not_those_marked() -> None:
    base = worlds.records()
    marked = tuple(replace(one, stage="当选") for one in base.candidates)
    names = [one.person.name for one in scope(replace(base, candidates=marked)).members]
    assert names == ["丁一", "王伟", "李明"]


def test_a_secretary_who_was_voted_member_too_is_one_person() -> None:
    base = worlds.records(villages=(worlds.village(seats={"书记": 1, "委员": 3}),))
    both = (*base.votes, worlds.vote(6, name="丁一", in_favour=10))
    found = scope(replace(base, votes=both))
    assert [(one.person.name, one.person.post) for one in found.members] == [
        ("丁一", "书记"),
        ("王伟", "委员"),
        ("李明", "委员"),
    ]


def test_ages_are_full_years_on_the_election_day_the_birth_month_reached() -> None:
    people = (
        worlds.candidate(2, name="丁一", post="书记", born=YearMonth(1985, 11)),
        worlds.candidate(3, born=YearMonth(1985, 12)),
    )
    found = scope(worlds.records(candidates=people))
    assert [one.age for one in found.members[:2]] == [41, 40]


def test_nobody_whose_election_was_declared_void_is_counted() -> None:
    decision = Decision(
        village="东村", matter="当选无效", body="镇党委", decided=date(2026, 11, 18), name="王伟"
    )
    found = scope(worlds.records(decisions=(decision,)))
    assert "王伟" not in [one.person.name for one in found.members]


@pytest.mark.parametrize(("day", "count"), [(15, 3), (16, 0)])
def test_a_void_election_counts_only_when_it_was_held_again(day: int, count: int) -> None:
    decision = Decision(
        village="东村", matter="选举无效", body="镇党委", decided=date(2026, 11, day)
    )
    assert len(scope(worlds.records(decisions=(decision,))).members) == count


@pytest.mark.parametrize(
    ("concurrent", "both", "cross"),
    [
        ("村民委员会主任", True, True),
        ("东村村委会主任、合作社理事长", True, True),
        ("社区居委会主任", True, True),
        ("村民委员会副主任", False, True),
        ("村委会委员", False, True),
        ("村妇联主任", False, False),
        ("治保主任", False, False),
        ("会计", False, False),
        ("", False, False),
    ],
)
def test_which_posts_of_a_secretary_make_two_in_one(
    concurrent: str, both: bool, cross: bool
) -> None:
    member = Member(worlds.candidate(post="书记", concurrent=concurrent), 40)
    assert (is_both(member), is_cross(member, of_party=True)) == (both, cross)


@pytest.mark.parametrize(
    ("concurrent", "both"),
    [
        ("村党支部书记", True),
        ("社区党总支书记", True),
        ("书记", True),
        ("村党支部副书记", False),
        ("村团支部书记", False),
        ("驻村第一书记", False),
    ],
)
def test_which_posts_of_a_chair_make_two_in_one(concurrent: str, both: bool) -> None:
    assert is_both(Member(worlds.candidate(post="主任", concurrent=concurrent), 40)) is both


def test_the_term_before_is_the_last_one_of_the_same_body() -> None:
    base = worlds.records()
    party = [replace(base, term=replace(base.term, slug=slug)) for slug in ("2016", "2021", "2026")]
    other = worlds.profile(body="村民委员会")
    committee = replace(base, term=replace(base.term, slug="2023", profile=other))
    terms = (*party, committee)
    assert previous(terms, party[2]) is party[1]
    assert previous(terms, committee) is None
    assert current(terms) == (party[2], committee)


def test_younger_and_better_schooled_than_last_term_is_said() -> None:
    old = township(2, columns={"born": {born(50): 2}, "education": {"初中": 2}})
    now = township(2, columns={"born": {born(40): 2}, "education": {"大专": 2}})
    found = scope(now, old)
    text = "".join(paragraphs(found, statistics(found)))
    assert "平均年龄比上届下降10.0岁；高中及以上学历比上届提高100.0个百分点" in text
    assert "年龄、学历实现“一降一升”。" in text
    older = scope(old, now)
    assert "一降一升" not in "".join(paragraphs(older, statistics(older)))


def test_a_summary_opens_with_how_many_villages_have_elected() -> None:
    base = worlds.records()
    villages = (*base.villages, worlds.village(name="西村", path="xicun"))
    for world, state in (
        (base, "1个村（社区）全部完成选举，共选举产生3人。"),
        (replace(base, villages=villages), "2个村（社区）已有1个完成选举，共选举产生3人。"),
        (replace(base, meetings=(), votes=()), "1个村（社区）都还没有完成选举。"),
    ):
        assert opening(scope(world)).endswith(state)


def test_a_county_is_the_sum_of_its_townships() -> None:
    one = scope(township(3, columns={"sex": {"男": 2, "女": 1}}))
    other = scope(township(5, columns={"sex": {"男": 1, "女": 4}}))
    whole = together("青禾县", [one, other])
    women = figure(whole, "性别结构", "女")
    assert women.words() == "女5人，占委员总数8人的62.5%"


def test_bands_that_overlap_show_as_a_gap_and_missing_ages_as_a_part() -> None:
    lists = {"统计年龄段": Words(("35岁以下", "35-45", "46岁以上"), "方案")}
    term = replace(worlds.records().term, profile=worlds.profile(lists=lists))
    world = township(4, columns={"born": {born(35): 1, born(50): 2}}, term=term)
    (one,) = statistics(scope(world), ["S11"])
    assert [(f.label, f.value) for f in one.figures] == [
        ("35岁以下", 1),
        ("35-45", 1),
        ("46岁以上", 2),
        ("未注明", 1),
    ]
    assert one.gap == -1


@pytest.mark.parametrize(("age", "count"), [(44, 0), (45, 1)])
def test_newly_elected_secretaries_count_as_old_from_the_age_on(age: int, count: int) -> None:
    columns = {"post": {"书记": 1}, "standing": {"新任": 1}, "born": {born(age): 1}}
    assert figure(township(1, columns=columns), "年龄偏大的书记").value == count


def test_the_age_from_which_secretaries_count_as_old_is_the_profiles() -> None:
    term = worlds.records().term
    numbers = {"统计新任年龄": Number(50, "方案")}
    term = replace(term, profile=worlds.profile(numbers=numbers))
    columns = {"post": {"书记": 1}, "standing": {"新任": 1}, "born": {born(49): 1}}
    found = figure(township(1, columns=columns, term=term), "年龄偏大的书记")
    assert (found.label, found.value) == ("50岁及以上新任书记", 0)


def test_an_empty_column_gives_no_figure_instead_of_a_zero() -> None:
    titles = {one.title for one in statistics(scope(worlds.records()))}
    assert not titles & {"一肩挑", "交叉任职", "选举方式", "联审清除", "人员类别"}
