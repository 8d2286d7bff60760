"""The clock and the order of an election, at each limit from both sides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from gongshi.model.days import Calendar, Paper
from gongshi.model.finding import Finding, Severity
from gongshi.model.profile import Number, Words
from gongshi.model.records import Records
from gongshi.model.working import (
    Audit,
    Document,
    Exemption,
    HandoverItem,
    LogEntry,
    Objection,
    Posting,
    Step,
)
from gongshi.rules import (
    agenda_complete,
    appointed_after_publicity,
    appointment_certain,
    approver_apart,
    audits_before_election,
    days_after_election,
    days_before_election,
    days_on_board,
    delay_approved,
    log_agrees,
    log_of_the_past,
    objections_closed,
    objections_decided,
    objections_in_time,
    objections_upheld,
    outcome_published,
    overhaul_first,
    papers_missing,
    party_first,
    process,
    provisional_end,
    schedule_complete,
    schedule_dates,
    schedule_stages,
    steps_in_order,
    steps_late,
    steps_missing,
)
from worlds import at, candidate, entry, meeting, profile, records, village

TODAY = date(2026, 11, 21)
ELECTION = date(2026, 11, 16)
ARTICLE = "《示例条例》第一条"


def world(numbers=None, lists=None, **changes) -> Records:
    """东村 under a profile with these numbers and lists."""
    base = records(**changes)
    own = profile(
        numbers={name: Number(value, ARTICLE) for name, value in (numbers or {}).items()},
        lists={name: Words(tuple(words), ARTICLE) for name, words in (lists or {}).items()},
    )
    return replace(base, term=replace(base.term, profile=own))


def log(step: str, day: date, row: int = 2) -> LogEntry:
    one = LogEntry(village="东村", step=step, day=day, responsible="王伟", result="完成")
    return at(one, "全程纪实", row)


def objection(**changes) -> Objection:
    base = Objection(number="1", notice="1", received=date(2026, 11, 5), subject="年龄")
    return at(replace(base, **changes), "异议登记")


def rules(found) -> list[str]:
    return [finding.rule for finding in found]


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
