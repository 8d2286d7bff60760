from datetime import date

import pytest

from gongshi.model.profile import Limit
from gongshi.model.records import YearMonth
from gongshi.read.overrides import schooling_level
from gongshi.rules.approvals import is_office
from gongshi.rules.limits import level_of, month_after
from people import PLAN, allowed, changed, lists, told
from worlds import meeting, profile

CHAIN = lists(放宽审批=("镇党委", "县委组织部"))
OLD = {"limits": (Limit((), "", 55, "", PLAN),), **CHAIN}
FIFTY_SIX = changed(丁一={"born": YearMonth(1970, 11)})  # 56 in the month of the election
TOWN, COUNTY = date(2026, 10, 20), date(2026, 10, 25)


@pytest.mark.parametrize(
    ("born", "typed", "right"),
    [
        ((1985, 11), 41, True),
        ((1985, 11), 40, False),
        ((1985, 12), 40, True),
        ((1985, 12), 41, False),
    ],
)
def test_a_typed_age_is_that_of_the_birth_month_on_the_election_day(born, typed, right):
    people = changed(王伟={"born": YearMonth(*born), "age": typed})
    assert (told("A005", candidates=people) == []) is right


def test_a_wrong_age_is_told_with_both_numbers():
    (finding,) = told("A005", candidates=changed(王伟={"age": 42}))
    assert finding.message == "东村王伟年龄写42，1985年6月出生，到2026-11-16是41周岁"
    assert finding.severity.value == "error"


def test_without_an_election_day_the_profile_names_the_day_and_else_ages_are_not_compared():
    people, law = changed(王伟={"age": 42}), lists(年龄计算日=("2026-06-01",))
    other = (meeting(name="推荐会", day=date(2027, 6, 1)),)
    assert told("A005", candidates=people, meetings=other, votes=()) == []
    (finding,) = told("A005", law, candidates=people, meetings=(), votes=())
    assert "到2026-06-01是41周岁" in finding.message
    assert told("A005", lists(年龄计算日=("不知道",)), candidates=people, meetings=()) == []


@pytest.mark.parametrize(
    ("born", "cut", "severity"),
    [
        ((1976, 12), date(1976, 11, 30), None),
        ((1976, 11), date(1976, 11, 30), "warning"),  # the last day of the month: nobody is after
        ((1976, 11), date(1976, 11, 15), "note"),  # the day decides
        ((1976, 10), date(1976, 11, 15), "warning"),
    ],
)
def test_born_after_a_day_is_decided_by_the_month_where_it_can_be(born, cut, severity):
    law = {"limits": (Limit(("书记",), "新任", None, "", PLAN, born_after=cut),)}
    people = changed(丁一={"born": YearMonth(*born)}, 王伟={"born": YearMonth(1950, 1)})
    found = [one.severity.value for one in told("A006", law, candidates=people)]
    assert found == ([severity] if severity else [])


def test_a_month_after_a_cut_off():
    assert month_after(YearMonth(1976, 3), date(1976, 2, 29)) is True
    assert month_after(YearMonth(1976, 2), date(1976, 2, 29)) is False
    assert month_after(YearMonth(1976, 2), date(1976, 2, 28)) is None


def test_over_the_limit_by_age_and_by_birth_is_said_once():
    law = {"limits": (Limit((), "", 55, "", PLAN, born_after=date(1970, 11, 30)),)}
    assert len(told("A001", law, candidates=FIFTY_SIX)) == 1
    assert told("A006", law, candidates=FIFTY_SIX) == []


@pytest.mark.parametrize(
    ("cut", "agree"),
    [
        (date(1970, 11, 30), True),
        (date(1970, 12, 31), True),
        (date(1971, 1, 31), False),
        (date(1970, 9, 30), False),
    ],
)
def test_an_age_limit_and_a_cut_off_draw_the_same_line_to_a_month(cut, agree):
    law = {"limits": (Limit((), "", 55, "", PLAN, born_after=cut),)}
    assert (told("A010", law) == []) is agree


@pytest.mark.parametrize(
    ("approvals", "rules"),
    [
        ((), {"A001"}),
        ((allowed("东镇党委", TOWN),), {"A007"}),
        ((allowed("中共东镇委员会", TOWN), allowed("中共青禾县委组织部", COUNTY)), {"A009"}),
        ((allowed("中共东镇委员会", COUNTY), allowed("县委组织部部务会", TOWN)), {"A008", "A009"}),
        ((allowed("东镇党委", TOWN), allowed("县委组织部", date(2026, 11, 17))), {"A008", "A009"}),
        ((allowed("东镇党委", TOWN), allowed("县委组织部", date(2026, 11, 2))), {"A009"}),
        ((allowed("东镇党委", TOWN), allowed("县委组织部", TOWN)), {"A009"}),
        ((allowed("东镇党委", TOWN, matter="学历"),), {"A001"}),
        ((allowed("东镇党委", TOWN, name="王伟"),), {"A001"}),
    ],
)
def test_beyond_a_limit_every_office_approves_in_order_and_before_the_election(approvals, rules):
    found = {
        rule
        for rule in ("A001", "A007", "A008", "A009")
        if told(rule, OLD, candidates=FIFTY_SIX, exemptions=approvals)
    }
    assert found == rules


@pytest.mark.parametrize(
    ("day", "severities"),
    [
        (date(2026, 11, 2), []),
        (date(2026, 11, 3), ["warning"]),
        (date(2026, 11, 16), ["warning"]),
        (date(2026, 11, 17), ["error"]),
    ],
)
def test_an_exception_is_approved_before_the_candidates_are_made_public(day, severities):
    rows = (allowed("东镇党委", TOWN), allowed("县委组织部", day))
    found = told("A008", OLD, candidates=FIFTY_SIX, exemptions=rows)
    assert [one.severity.value for one in found] == severities


def test_the_missing_office_and_the_papers_are_named():
    (missing,) = told("A007", OLD, candidates=FIFTY_SIX, exemptions=(allowed("东镇党委", TOWN),))
    assert missing.message == "东村丁一放宽年龄，缺县委组织部的批准"
    both = (allowed("东镇党委", TOWN), allowed("县委组织部", COUNTY))
    (shown,) = told("A009", OLD, candidates=FIFTY_SIX, exemptions=both)
    assert shown.severity.value == "note"
    assert "东镇党委2026-10-20；县委组织部2026-10-25" in shown.message


@pytest.mark.parametrize(
    ("text", "office", "same"),
    [
        ("中共云溪镇委员会", "镇党委", True),
        ("云溪乡党委", "镇党委", True),
        ("中共荷塘街道工作委员会", "街道党工委", True),
        ("青禾县委组织部部务会", "县委组织部", True),
        ("青禾区委组织部", "县委组织部", True),
        ("青禾县委组织部", "县委", False),
        ("青禾县委", "县委组织部", False),
        ("云溪镇人民政府", "镇党委", False),
        ("市委组织部", "县委组织部", False),
    ],
)
def test_an_office_is_known_under_its_full_and_its_short_name(text, office, same):
    assert is_office(text, office) is same


@pytest.mark.parametrize(
    ("text", "counted", "level"),
    [
        ("大专（在读）", True, 3),
        ("大专（在读）", False, 2),
        ("高中（大专在读）", False, 2),
        ("初中，大专在读", False, 1),
        ("大专", False, 3),
        ("不详（在读）", False, None),
    ],
)
def test_schooling_in_progress_counts_unless_the_plan_says_otherwise(text, counted, level):
    law = profile() if counted else profile(**lists(在读学历=("不计入",)))
    assert level_of(law, text) == level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("中等专科", 2),
        ("大学专科", 3),
        ("大学", 4),
        ("职业高中", 2),
        ("在职研究生", 5),
        ("文盲", 0),
        ("大砖", None),
    ],
)
def test_the_longest_word_for_a_schooling_counts(text, level):
    assert schooling_level(text) == level


def test_a_note_that_calls_the_older_ones_born_after_contradicts_itself():
    text = "55周岁以上（1971年11月30日后出生）的不超过1名"
    (finding,) = told("A011", candidates=changed(王伟={"resume": text}))
    assert "自相矛盾" in finding.message
    for right in ("55周岁以上（1971年11月30日前出生）", "45周岁以下（1981年11月30日后出生）"):
        assert told("A011", candidates=changed(王伟={"resume": right})) == []
    wrong = changed(王伟={"resume": "35岁（含）以下(1991年11月30日前出生)"})
    assert told("A011", candidates=wrong)
