"""The clock of an election: publicity, objections, days before and after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongshi.model.days import Calendar, Paper
from gongshi.model.working import (
    HandoverItem,
    Posting,
)
from gongshi.rules import (
    appointed_after_publicity,
    appointment_certain,
    days_after_election,
    days_before_election,
    days_on_board,
    objections_closed,
    objections_decided,
    objections_in_time,
    objections_upheld,
    outcome_published,
    provisional_end,
)
from processes import ELECTION, TODAY, log, objection, rules, world
from worlds import at, entry, meeting

# Publicity and appointment.


def appointment(**changes):
    return entry(3, number="2", kind="任职公示", **changes)


@pytest.mark.parametrize(("status", "found"), [("已审", ["P010"]), ("草稿", [])])
def test_an_appointment_notice_is_signed_only_when_its_last_day_is_sure(status, found):
    day = date(2026, 12, 28)
    world_ = world(register=(appointment(posted=day, start=day, status=status),))
    assert rules(appointment_certain.check(world_)) == found
    assert rules(provisional_end.check(world_)) == ([] if found else ["P009"])
    paper = Paper(2027, "通知", frozenset({date(2027, 1, 1)}), frozenset())
    settled = replace(world_, county=replace(world_.county, calendar=Calendar((paper,))))
    assert not [*appointment_certain.check(settled), *provisional_end.check(settled)]


@pytest.mark.parametrize(("day", "found"), [(24, ["P011"]), (25, [])])
def test_nobody_is_appointed_before_the_day_after_the_publicity(day, found):
    start = date(2026, 11, 17)
    row = appointment(posted=start, start=start)
    made = world(register=(row,), log=(log("审批任命", date(2026, 11, day)),))
    assert rules(appointed_after_publicity.check(made)) == found


def test_the_latest_day_counts_while_the_last_day_is_open():
    start = date(2026, 12, 28)
    row = appointment(posted=start, start=start)
    made = world(register=(row,), log=(log("审批任命", date(2027, 1, 6)),))
    assert rules(appointed_after_publicity.check(made)) == ["P011"]


# Objections.


@pytest.mark.parametrize(
    ("closed", "found"), [(None, ["P012"]), (date(2026, 11, 17), ["P012"]), (ELECTION, [])]
)
def test_an_objection_is_closed_by_the_day_of_the_election(closed, found):
    made = world(objections=(objection(closed=closed, upheld="不成立"),))
    assert rules(objections_closed.check(made, TODAY)) == found


def test_an_objection_that_came_after_the_election_stops_nothing_before_it():
    made = world(objections=(objection(received=date(2026, 11, 17)),))
    assert not list(objections_closed.check(made, TODAY))


def test_before_the_votes_are_counted_an_open_objection_may_still_be_decided():
    made = world(objections=(objection(),), meetings=(meeting(collected=None),))
    assert not list(objections_closed.check(made, TODAY))


@pytest.mark.parametrize(
    ("upheld", "corrected", "found"),
    [
        ("不成立", None, []),
        ("成立", None, ["P013"]),
        ("部分成立", None, ["P013"]),
        ("", None, ["P013"]),
        ("成立", ELECTION, []),
        ("成立", date(2026, 11, 17), ["P013"]),
    ],
)
def test_an_objection_that_was_upheld_is_answered_by_a_correction(upheld, corrected, found):
    row = objection(closed=date(2026, 11, 6), upheld=upheld)
    fix = entry(3, number="2", kind="更正公告", corrects="1", posted=corrected)
    made = world(objections=(row,), register=(entry(), fix))
    assert rules(objections_upheld.check(made, TODAY)) == found


LISTS = {"步骤": ["公布选民名单", "召开选举大会"], "公布选民名单": ["选民名单公告"]}


def voters(posted: date = date(2026, 10, 20), **changes):
    return entry(kind="选民名单公告", posted=posted, start=None, days=None, **changes)


@pytest.mark.parametrize(("day", "found"), [(25, []), (26, ["P014"])])
def test_a_list_of_voters_may_be_objected_to_for_five_days(day, found):
    row = objection(received=date(2026, 10, day))
    made = world({"异议提出期限": 5}, LISTS, objections=(row,), register=(voters(),))
    assert rules(objections_in_time.check(made)) == found


@pytest.mark.parametrize(
    ("closed", "today", "found"),
    [
        (date(2026, 10, 25), TODAY, []),
        (date(2026, 10, 26), TODAY, ["P015"]),
        (None, date(2026, 10, 25), []),
        (None, date(2026, 10, 26), ["P015"]),
    ],
)
def test_an_objection_to_the_list_is_decided_within_three_days(closed, today, found):
    row = objection(received=date(2026, 10, 22), closed=closed)
    made = world({"异议处理期限": 3}, LISTS, objections=(row,), register=(voters(),))
    assert rules(objections_decided.check(made, today)) == found


def test_the_three_days_are_for_the_list_of_voters_alone():
    made = world({"异议处理期限": 3}, LISTS, objections=(objection(),))
    assert not list(objections_decided.check(made, TODAY))


@pytest.mark.parametrize(("days", "found"), [(2, ["P015"]), (16, [])])
def test_a_report_has_the_first_review_that_the_plan_sets(days, found):
    made = world({"举报初核期限": days}, objections=(objection(kind="举报"),))
    assert rules(objections_decided.check(made, TODAY)) == found


@pytest.mark.parametrize(
    ("kind", "corrects", "posted", "found"),
    [
        ("异议处理结果公告", "", 24, []),
        ("更正公告", "1", 24, []),
        ("更正公告", "1", 23, ["P016"]),
        ("更正公告", "9", 24, ["P016"]),
        ("选举公告", "", 24, ["P016"]),
    ],
)
def test_the_outcome_of_an_objection_to_the_list_is_made_public(kind, corrects, posted, found):
    row = objection(received=date(2026, 10, 22), closed=date(2026, 10, 24))
    told = entry(3, number="2", kind=kind, corrects=corrects, posted=date(2026, 10, posted))
    lists = {**LISTS, "异议处理结果公告": ["异议处理结果公告"]}
    made = world({}, lists, objections=(row,), register=(voters(), told))
    assert rules(outcome_published.check(made, TODAY)) == found


# Days before and after the election.


@pytest.mark.parametrize(("days", "found"), [(20, []), (19, ["P017"]), (-1, ["P017"])])
@pytest.mark.parametrize("source", ["register", "log"])
def test_the_list_of_voters_is_out_twenty_days_before_the_election(days, found, source):
    day = ELECTION - timedelta(days)
    rows = {"register": {"register": (voters(day),)}, "log": {"log": (log("公布选民名单", day),)}}
    made = world({"公布选民名单提前天数": 20}, LISTS, **rows[source])
    assert rules(days_before_election.check(made)) == found


@pytest.mark.parametrize(("days", "found"), [(10, []), (11, ["P018"])])
@pytest.mark.parametrize("source", ["handovers", "log"])
def test_the_handover_is_over_ten_days_after_the_election(days, found, source):
    day = ELECTION + timedelta(days)
    thing = at(HandoverItem(village="东村", item="公章", day=day), "移交清单")
    rows = {"handovers": (thing,), "log": (log("新老班子移交", day),)}
    lists = {"选举后的步骤": ["新老班子移交"]}
    made = world({"新老班子移交期限": 10}, lists, **{source: rows[source]})
    today = date(2026, 12, 31)
    assert rules(days_after_election.check(made, today)) == found


@pytest.mark.parametrize(("today", "found"), [(26, []), (27, ["P018"])])
def test_a_handover_that_nobody_recorded_is_missed_from_the_eleventh_day(today, found):
    made = world(
        {"新老班子移交期限": 10}, {"选举后的步骤": ["新老班子移交"]}, log=(log("准备", TODAY),)
    )
    assert rules(days_after_election.check(made, date(2026, 11, today))) == found


@pytest.mark.parametrize(("days", "found"), [(15, []), (14, ["P020"])])
def test_a_sheet_stays_on_the_board_for_fifteen_days(days, found):
    day = date(2026, 11, 2)
    row = Posting(notice="1", spot="公示栏", day=day, removed=day + timedelta(days))
    assert (
        rules(days_on_board.check(world({"公开栏天数": 15}, postings=(at(row, "张贴"),)))) == found
    )
    assert not list(days_on_board.check(world(postings=(at(row, "张贴"),))))
