"""The order of an election's steps, its timetable, papers and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongshi.model.finding import Finding, Severity
from gongshi.model.working import (
    Audit,
    Document,
    Exemption,
    Step,
)
from gongshi.rules import (
    agenda_complete,
    approver_apart,
    audits_before_election,
    delay_approved,
    log_agrees,
    log_of_the_past,
    overhaul_first,
    papers_missing,
    party_first,
    process,
    schedule_complete,
    schedule_dates,
    schedule_stages,
    steps_in_order,
    steps_late,
    steps_missing,
)
from processes import ELECTION, TODAY, log, rules, world
from worlds import at, candidate, entry, meeting, records, village

# Steps.

PLAN = {"步骤": ["审查", "考察", "候选人公示", "召开选举大会"]}


@pytest.mark.parametrize(("day", "found"), [(2, []), (3, ["P021"])])
def test_a_step_may_share_the_day_of_the_next_but_not_follow_it(day, found):
    made = world({}, PLAN, log=(log("考察", date(2026, 11, day)),))
    assert rules(steps_in_order.check(made, TODAY)) == found


def test_party_before_committee_is_an_order_of_its_own():
    lists = {"换届次序": ["党组织换届", "召开选举大会"]}
    early, late = (
        world({}, lists, log=(log("党组织换届", ELECTION + timedelta(n)),)) for n in (0, 1)
    )
    assert not list(steps_in_order.check(early, TODAY))
    assert rules(steps_in_order.check(late, TODAY)) == ["P021"]


@pytest.mark.parametrize(
    ("day", "year", "order", "found"),
    [
        (15, "2026", "党组织换届", []),
        (16, "2026", "党组织换届", ["P034"]),
        (16, "2021", "党组织换届", []),
        (16, "2026", "村委会换届", []),
    ],
)
def test_the_party_of_a_village_is_elected_on_an_earlier_day(day, year, order, found):
    party = records(meetings=(meeting(day=date(2026, 11, day)),))
    party = replace(party, term=replace(party.term, slug=year))
    made = world({}, {"换届次序": [order, "召开选举大会"]})
    body = replace(made.term.profile, body="村民委员会")
    made = replace(made, term=replace(made.term, slug="2026-cwh", profile=body))
    assert rules(party_first.check(made, (party, made))) == found
    assert not list(party_first.check(party, (party, made)))


def test_a_skipped_step_is_named_with_the_step_that_came_after_it():
    made = world({}, PLAN, log=(log("审查", date(2026, 10, 20)),))
    (found,) = steps_missing.check(made, TODAY)
    assert found.message == "东村已经候选人公示，没有考察的记录"


def test_a_village_without_a_log_is_not_said_to_have_skipped_anything():
    assert not list(steps_missing.check(world({}, PLAN), TODAY))


def test_a_step_still_to_come_is_not_missing():
    lists = {"步骤": [*PLAN["步骤"][2:], "审批任命"]}
    made = world({}, lists, log=(log("别的", date(2026, 10, 20)),))
    assert not list(steps_missing.check(made, TODAY))


def test_what_was_done_is_known_from_log_register_and_meeting_by_the_plans_names():
    lists = {"步骤": ["公布名单", "召开选举大会"], "公布名单": ["候选人公示"]}
    made = process.done(world({}, lists, log=(log("考察", date(2026, 11, 1)),)), TODAY)
    assert {name: one.day for name, one in made["东村"].items()} == {
        "考察": date(2026, 11, 1),
        "公布名单": date(2026, 11, 2),
        "召开选举大会": ELECTION,
    }


@pytest.mark.parametrize(
    ("step", "day", "found"),
    [
        ("候选人公示", date(2026, 11, 2), []),
        ("候选人公示", date(2026, 11, 1), ["P023"]),
        ("召开选举大会", date(2026, 11, 15), ["P023"]),
        ("考察", date(2026, 11, 15), []),
    ],
)
def test_the_log_tells_the_days_of_the_other_tables(step, day, found):
    assert rules(log_agrees.check(world(log=(log(step, day),)))) == found


@pytest.mark.parametrize(("day", "found"), [(21, []), (22, ["P024"])])
def test_the_log_holds_nothing_of_tomorrow(day, found):
    made = world(log=(log("谈话", date(2026, 11, day)),))
    assert rules(log_of_the_past.check(made, TODAY)) == found


@pytest.mark.parametrize(
    ("overhaul", "held", "found"),
    [
        ("正在整顿", True, ["P025"]),
        ("正在调整", True, ["P025"]),
        ("正在整顿", False, []),
        ("已经完成", True, []),
        ("", True, []),
    ],
)
def test_a_village_in_disorder_is_put_in_order_first(overhaul, held, found):
    meetings = (meeting() if held else meeting(collected=None),)
    made = world(villages=(village(overhaul=overhaul),), meetings=meetings)
    assert rules(overhaul_first.check(made)) == found


def test_the_agenda_is_read_only_while_a_meeting_is_still_to_come():
    made = world({}, {"会议环节": ["唱票", "宣布"]}, meetings=(meeting(collected=None),))
    texts = {"议程": {"": ("公开唱票。",)}}
    made = replace(made, term=replace(made.term, texts=texts))
    (found,) = agenda_complete.check(made)
    assert found.message.startswith("议程里没有宣布（")
    assert not list(agenda_complete.check(replace(made, meetings=(meeting(),))))


# The timetable.


def step(name: str, first: int, last: int, stage: str = "", village: str = "") -> Step:
    days = date(2026, 10, first), date(2026, 10, last)
    one = Step(name=name, village=village, stage=stage, start=days[0], until=days[1])
    return at(one, "时间表")


@pytest.mark.parametrize(("last", "found"), [(5, []), (4, ["P027"])])
def test_a_planned_step_may_end_on_the_day_it_begins(last, found):
    assert rules(schedule_dates.check(world(schedule=(step("考察", 5, last),)))) == found


@pytest.mark.parametrize(
    ("year", "found"), [(2025, []), (2027, []), (2024, ["P027"]), (2028, ["P027"])]
)
def test_a_planned_step_lies_within_a_year_of_the_term(year, found):
    one = replace(step("考察", 5, 6), start=date(year, 10, 5), until=date(year, 10, 6))
    assert rules(schedule_dates.check(world(schedule=(one,)))) == found


@pytest.mark.parametrize(("first", "found"), [(5, []), (4, ["P028"])])
def test_a_stage_may_begin_on_the_last_day_of_the_one_before(first, found):
    made = world(schedule=(step("方案", 1, 5, "准备"), step("选举", first, 9, "实施")))
    assert rules(schedule_stages.check(made)) == found


def test_stages_that_overlap_in_one_village_are_told_for_it_alone():
    rows = (step("方案", 1, 5, "准备"), step("选举", 4, 9, "实施", "东村"))
    (found,) = schedule_stages.check(world(schedule=rows))
    assert found.village == "东村"


@pytest.mark.parametrize(("day", "found"), [(5, []), (6, ["P029"])])
def test_a_step_is_done_by_the_last_day_of_the_plan(day, found):
    made = world(schedule=(step("考察", 1, 5),), log=(log("考察", date(2026, 10, day)),))
    assert rules(steps_late.check(made)) == found
    leave = Exemption(village="东村", matter="延期", approver="镇党委", approved=TODAY)
    assert not list(steps_late.check(replace(made, exemptions=(leave,))))
    of_the_term = replace(leave, approved=date(2026, 9, 30))
    assert rules(steps_late.check(replace(made, exemptions=(of_the_term,)))) == found


def test_a_step_that_is_done_again_is_not_late():
    again = (log("考察", date(2026, 10, 9)), log("考察", date(2026, 10, 5)))
    assert not list(steps_late.check(world(schedule=(step("考察", 1, 5),), log=again)))


def test_the_plan_of_a_village_goes_before_that_of_all():
    rows = (step("考察", 1, 5), step("考察", 1, 9, village="东村"))
    made = world(schedule=rows, log=(log("考察", date(2026, 10, 9)),))
    assert not list(steps_late.check(made))


@pytest.mark.parametrize(
    ("offices", "found"),
    [(("中共东镇委员会",), ["P030"]), (("中共东镇委员会", "中共青禾县委组织部"), [])],
)
def test_a_delay_needs_both_offices(offices, found):
    rows = tuple(
        at(Exemption(village="东村", matter="延期", approver=one, approved=TODAY), "放宽审批")
        for one in offices
    )
    made = world({}, {"延期审批": ["镇党委", "县委组织部"]}, exemptions=rows)
    assert rules(delay_approved.check(made)) == found


def test_a_timetable_may_call_a_step_by_any_name_of_the_plan():
    lists = {"步骤": ["公布选民名单"], "公布选民名单": ["选民名单公告"]}
    assert not list(
        schedule_complete.check(world({}, lists, schedule=(step("选民名单公告", 1, 2),)))
    )
    assert rules(schedule_complete.check(world({}, lists, schedule=(step("考察", 1, 2),)))) == [
        "P031"
    ]


# Papers and people.


@pytest.mark.parametrize(("day", "found"), [(15, []), (16, ["P032"]), (None, ["P032"])])
def test_audits_are_finished_the_day_before_the_election(day, found):
    row = Audit(village="东村", name="钱明", conclusion="无", day=day and date(2026, 11, day))
    assert rules(audits_before_election.check(world(audits=(at(row, "审计"),)), TODAY)) == found


def test_an_audit_without_a_day_may_still_be_made_before_the_election():
    row = at(Audit(village="东村", name="钱明", conclusion="无"), "审计")
    assert not list(audits_before_election.check(world(audits=(row,)), date(2026, 11, 1)))


def test_nobody_approves_what_is_about_himself_or_approves_it_twice():
    one = entry(approver="王伟")
    two = entry(second_approver="镇党委书记")
    made = world(register=(one, two), candidates=(candidate(),))
    assert rules(approver_apart.check(made)) == ["P033", "P033"]


@pytest.mark.parametrize(("held", "missing"), [(True, "东村还缺计票单"), (False, "")])
def test_a_paper_is_missed_once_its_step_was_done(held: bool, missing: str):
    lists = {"必备资料": ["村 候选人公示 公示照片", "村 召开选举大会 计票单"]}
    paper = at(Document(village="东村", name="公示照片"), "资料清单")
    meetings = (meeting() if held else meeting(collected=None),)
    found: list[Finding] = [
        *papers_missing.check(world({}, lists, documents=(paper,), meetings=meetings), TODAY)
    ]
    assert [one.message for one in found] == ([missing] if missing else [])
    assert {one.severity for one in found} <= {Severity.WARNING}
