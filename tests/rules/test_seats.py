from dataclasses import replace

import pytest

from gongshi.model.profile import Limit, Number
from gongshi.model.records import YearMonth
from gongshi.rules import check_records
from worlds import candidate, profile, records, village

from .test_votes import TODAY, found


def world(*, numbers=None, **changes):
    """The tiny township with other numbers of the law."""
    base = records(**changes)
    return replace(base, term=replace(base.term, profile=profile(**(numbers or {}))))


def codes(township):
    return {finding.rule for finding in check_records(township, TODAY)}


def people(count, post="委员", **changes):
    """So many candidates for one post, with names in stroke order, and the secretary."""
    names = ("丁一", "卜二", "于三", "万四", "马五", "王六", "韦七", "毛八", "方九")
    rows = [
        candidate(row, name=name, post=post, **changes)
        for row, name in enumerate(names[:count], start=3)
    ]
    return (candidate(2, name="石磊", post="书记", **changes), *rows)


@pytest.mark.parametrize(
    ("seats", "candidates", "enough"),
    [(4, 5, True), (4, 4, False), (5, 6, True), (5, 5, False), (6, 8, True), (6, 7, False)],
)
def test_the_margin_is_a_fifth_of_the_seats_rounded_up_in_persons(seats, candidates, enough):
    home = village(seats={"书记": 1, "委员": seats})
    township = records(villages=(home,), candidates=people(candidates), votes=())
    assert ("S003" not in codes(township)) is enough


def test_persons_who_failed_the_review_do_not_count_for_the_margin():
    failed = [replace(person, review="不通过") for person in records().candidates[-1:]]
    assert found("S003", candidates=(*records().candidates[:-1], *failed), votes=())


def test_a_post_with_candidates_needs_seats():
    deputy = candidate(6, name="周同", post="副书记")
    (finding,) = found("S001", candidates=(*records().candidates, deputy), votes=())
    assert finding.message == "东村有副书记候选人，但没有副书记职数"


def test_a_village_without_any_seats_is_reported_even_before_there_are_candidates():
    empty = village(seats={"书记": 0, "委员": 0})
    assert found("S001", villages=(empty,), candidates=(), votes=())
    assert found("S001", candidates=(), votes=()) == []


@pytest.mark.parametrize(("members", "allowed"), [(1, False), (2, True), (6, True), (7, False)])
def test_the_number_of_members_is_within_the_profiles_bounds(members, allowed):
    home = village(organisation="党支部", seats={"书记": 1, "委员": members})
    numbers = {"seats": {"党支部": (3, 7, "《示例条例》")}}
    township = world(villages=(home,), candidates=(), votes=(), numbers=numbers)
    assert ("S002" not in codes(township)) is allowed


def test_too_many_seats_are_an_error_by_law_and_a_warning_in_the_party():
    home = village(seats={"主任": 1, "委员": 9})
    for body, severity in (("村民委员会", "error"), ("党组织", "warning")):
        numbers = {"seats": {"": (3, 7, "《示例法》")}, "body": body}
        township = world(villages=(home,), candidates=(), votes=(), numbers=numbers)
        (finding,) = [f for f in check_records(township, TODAY) if f.rule == "S002"]
        assert finding.severity.value == severity


def test_a_post_without_margin_needs_as_many_candidates_as_seats():
    home = village(seats={"书记": 2, "委员": 2})
    (finding,) = found("S004", villages=(home,))
    assert finding.message == "东村书记职数2名，候选人只有1名"


def test_a_seat_that_nobody_stands_for_is_reported():
    home = village(seats={"书记": 1, "副书记": 1, "委员": 2})
    assert found("S004", villages=(home,))
    assert found("S004", villages=(home,), candidates=(), votes=()) == []


def test_a_committee_needs_a_woman_among_the_candidates():
    numbers = {"women": Number(1, "《示例法》第八条")}
    assert "S005" in codes(world(numbers=numbers))
    first, *rest = records().candidates
    with_one = (replace(first, sex="女"), *rest)
    assert "S005" not in codes(world(numbers=numbers, candidates=with_one))
    assert "S005" not in codes(world())


def limited(rule, limits, **changes):
    township = world(numbers={"limits": limits}, candidates=people(3, **changes))
    return [f for f in check_records(township, TODAY) if f.rule == rule]


AGE = Limit((), "", 55, "初中", "《示例方案》", 18)


@pytest.mark.parametrize(
    ("rule", "changes", "fine"),
    [
        ("A001", {"born": YearMonth(1970, 12)}, True),
        ("A001", {"born": YearMonth(1970, 11)}, False),
        ("A001", {"born": None}, True),
        ("A002", {"education": "初中"}, True),
        ("A002", {"education": "小学"}, False),
        ("A002", {"education": "文盲"}, False),
        ("A002", {"education": "不详"}, False),
        ("A002", {"education": ""}, True),
        ("A003", {"born": YearMonth(2008, 11), "joined": None}, True),
        ("A003", {"born": YearMonth(2008, 12), "joined": None}, False),
    ],
)
def test_age_and_schooling_keep_to_the_limits_on_election_day(rule, changes, fine):
    assert bool(limited(rule, (AGE,), **changes)) is not fine


def test_the_narrower_limit_and_the_townships_own_go_first():
    own = Limit((), "", 58, "", "《本县方案》")
    new = Limit(("书记",), "新任", 45, "", "《本县方案》")
    born = YearMonth(1970, 1)  # 56 on election day
    assert len(limited("A001", (AGE,), born=born)) == 4
    assert limited("A001", (AGE, own), born=born) == []
    (finding,) = limited("A001", (AGE, own, new), born=born)
    assert "石磊56周岁" in finding.message


def test_ages_count_on_the_posting_day_while_no_meeting_is_planned():
    township = world(numbers={"limits": (AGE,)}, candidates=people(3, born=YearMonth(1970, 1)))
    assert "A001" in codes(replace(township, meetings=(), votes=()))
    assert "A001" not in codes(replace(township, meetings=(), votes=(), register=()))


def test_nobody_joins_the_party_before_eighteen():
    young = candidate(
        2, name="丁一", post="书记", born=YearMonth(1990, 5), joined=YearMonth(2008, 4)
    )
    (finding,) = found("A004", candidates=(young, *records().candidates[1:]))
    assert finding.place == young.place("joined")
    grown = replace(young, joined=YearMonth(2008, 5))
    assert found("A004", candidates=(grown, *records().candidates[1:])) == []
