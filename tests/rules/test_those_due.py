"""Those due: computed, agreed, and one number in every table (M006–M008, M010)."""

from datetime import date
from fractions import Fraction

import pytest

from gongshi.model.profile import Share
from people import left_out, lists, told
from worlds import meeting, village


@pytest.mark.parametrize(
    ("members", "due", "meeting_due", "wrong"),
    [
        (12, 10, 10, []),
        (12, 11, 10, ["应到会党员写11人，党员总数12人减去不计入的2人是10人"]),
        (12, 10, 9, ["选举大会应到写9人，党员总数12人减去不计入的2人是10人"]),
        (11, 10, 10, ["应到会党员写10人，党员总数11人减去不计入的2人是9人"]),
        (None, 10, 10, []),
    ],
)
def test_those_due_are_the_members_less_those_left_out(members, due, meeting_due, wrong):
    home, held = village(members=members, due=due), meeting(due=meeting_due, present=9)
    rows = (left_out("赵四"), left_out("钱五"))
    found = told("M006", villages=(home,), meetings=(held,), uncounted=rows)
    assert [one.message.removeprefix("东村") for one in found] == wrong
    assert told("M006", villages=(home,), meetings=(held,)) == []


GROUNDS = lists(不计入应到情形=("年老体弱卧床不起、长期生病",), 没有选举权情形=("预备党员",))


@pytest.mark.parametrize(
    ("ground", "fine"),
    [
        ("年老体弱卧床不起", True),
        ("预备党员", True),
        ("外出打工", False),
        ("年老", False),
    ],
)
def test_members_are_left_out_on_grounds_of_the_profile(ground, fine):
    assert (told("M007", GROUNDS, uncounted=(left_out("赵四", ground),)) == []) is fine


def test_who_is_left_out_does_not_stand():
    (finding,) = told("M007", GROUNDS, uncounted=(left_out("王伟", "年老体弱卧床不起"),))
    assert "又是候选人" in finding.message


@pytest.mark.parametrize(
    ("base", "numbers", "lacks"),
    [
        ("应到", {"due": 10}, False),
        ("应到", {"due": 11}, True),
        ("应到", {"due": None}, False),
        ("应到", {"due": 10, "members": 10}, False),
        ("应到", {"due": 10, "members": 9}, True),
        ("登记选民", {"due": 99, "voters": 10, "members": 9}, False),
        ("登记选民", {"due": 10, "voters": 11}, True),
        ("居民代表", {"representatives": 9}, True),
    ],
)
def test_there_is_one_number_of_those_due(base, numbers, lacks):
    law = {"quorum": Share(Fraction(4, 5), True, base, "《示例方案》")}
    found = told("M010", law, villages=(village(**numbers),))
    assert bool(found) is lacks


@pytest.mark.parametrize(
    ("agreed", "approved", "fine"),
    [
        (date(2026, 11, 16), date(2026, 11, 16), True),
        (date(2026, 11, 16), date(2026, 11, 17), False),
        (date(2026, 10, 23), date(2026, 10, 22), False),
        (None, date(2026, 10, 22), False),
        (date(2026, 10, 22), None, False),
    ],
)
def test_leaving_out_is_agreed_then_approved_then_the_meeting(agreed, approved, fine):
    row = left_out("赵四", agreed=agreed, approved=approved)
    assert (told("M008", GROUNDS, uncounted=(row,)) == []) is fine
    without_vote = left_out("赵四", "预备党员", agreed=agreed, approved=approved)
    assert told("M008", GROUNDS, uncounted=(without_vote,)) == []
