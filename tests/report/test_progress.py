"""Village × step: done, late, due; the day's and the week's report; the papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import worlds
from gongshi.model.decisions import Decision
from gongshi.model.profile import Words
from gongshi.model.records import Records
from gongshi.model.working import Document, LogEntry, Step
from gongshi.report.diary import diary
from gongshi.report.progress import State, papers, progress, table

DAY = date(2026, 11, 10)


def step(name: str, start: int, until: int, village: str = "") -> Step:
    first, last = date(2026, 11, start), date(2026, 11, until)
    return Step(name=name, village=village, start=first, until=last, responsible="村党支部书记")


def log(name: str, day: int, village: str = "东村") -> LogEntry:
    when = date(2026, 11, day)
    return LogEntry(village=village, step=name, day=when, responsible="王伟", result="已完成。")


def world(**changes: object) -> Records:
    villages = (worlds.village(), worlds.village(name="西村", path="xicun"))
    base = worlds.records(villages=villages, register=(), meetings=(), votes=())
    return replace(base, **changes)


def states(records: Records, day: date = DAY) -> list[list[str]]:
    return [[mark.words for mark in row] for row in progress(records, day).marks]


def test_a_step_is_done_late_due_or_ahead() -> None:
    plan = (step("推荐", 1, 5), step("联审", 8, 9), step("考察", 9, 12), step("选举", 16, 17))
    ahead = ["进行中 截止11月12日", "未到时间 截止11月17日"]
    found = states(world(schedule=plan, log=(log("推荐", 4), log("联审", 10))))
    assert found == [
        ["已完成 11月4日", "已完成 11月10日（迟1天）", *ahead],
        ["逾期5天", "逾期1天", *ahead],
    ]


@pytest.mark.parametrize(("day", "state"), [(9, State.DUE), (10, State.LATE)])
def test_a_step_is_late_the_day_after_its_last(day: int, state: State) -> None:
    found = progress(world(schedule=(step("联审", 8, 9),)), date(2026, 11, day))
    assert {mark.state for row in found.marks for mark in row} == {state}


def test_nothing_is_due_where_the_election_was_ended() -> None:
    row = Decision(village="西村", matter="终止选举", decided=DAY, body="村民委员会", basis="方案")
    plan, made = (step("推荐", 1, 5), step("联审", 8, 9)), (log("推荐", 4), log("推荐", 4, "西村"))
    records = world(schedule=plan, log=made, decisions=(row,))
    assert states(records) == [
        ["已完成 11月4日", "逾期1天"],
        ["已完成 11月4日", "选举已终止"],
    ]
    assert progress(records, DAY).planned == 3
    assert table(progress(records, DAY)).rows[-1] == ("完成的村", "2/2", "0/1")
    assert "终止选举的1个" in diary(records, DAY).text
    before = date(2026, 11, 9)
    assert states(records, before)[1] == ["已完成 11月4日", "进行中 截止11月9日"]


def test_a_meeting_that_is_to_come_has_not_been_held_on_the_day_of_the_report() -> None:
    records = worlds.records()
    assert "已召开选举大会的0个" in diary(records, date(2026, 11, 15)).text
    assert "已召开选举大会的1个" in diary(records, date(2026, 11, 16)).text


def test_what_the_log_says_after_the_day_is_not_done_yet() -> None:
    records = world(schedule=(step("联审", 8, 12),), log=(log("联审", 11),))
    assert states(records)[0] == ["进行中 截止11月12日"]


def test_a_villages_own_row_of_the_plan_wins_and_others_have_no_such_step() -> None:
    plan = (step("联审", 1, 5), step("联审", 8, 12, "西村"), step("整顿", 1, 12, "西村"))
    found = states(world(schedule=plan))
    assert found == [["逾期5天", "—"], ["进行中 截止11月12日", "进行中 截止11月12日"]]


def test_without_a_plan_the_profiles_steps_are_told_as_done_or_not() -> None:
    lists = {"步骤": Words(("候选人公示", "召开选举大会"), "方案")}
    term = replace(worlds.records().term, profile=worlds.profile(lists=lists))
    found = states(world(term=term, register=(worlds.entry(),)))
    assert found == [["已完成 11月2日", "未完成"], ["未完成", "未完成"]]


def test_the_table_ends_with_how_many_villages_have_done_each_step() -> None:
    sheet = table(progress(world(schedule=(step("推荐", 1, 5),), log=(log("推荐", 4),)), DAY))
    assert sheet.rows[-1] == ("完成的村", "1/2")


def test_a_paper_is_there_missing_or_not_due() -> None:
    required = {"必备资料": Words(("镇 联审 联审意见", "村 选举 计票单"), "方案")}
    lists = {"步骤": Words(("联审", "选举"), "方案"), **required}
    term = replace(worlds.records().term, profile=worlds.profile(lists=lists))
    paper = Document(village="东村", name="联审意见")
    records = world(term=term, documents=(paper,), log=(log("联审", 4), log("联审", 4, "西村")))
    assert papers(records, DAY).rows == (("东村", "有", ""), ("西村", "缺", ""))


def test_the_daily_report_tells_what_was_done_is_late_and_comes_next() -> None:
    plan = (step("推荐", 1, 5), step("联审", 9, 11))
    records = world(schedule=plan, log=(log("推荐", 10),))
    assert diary(records, DAY).text.splitlines() == [
        "东镇2026年村党组织换届选举日报（2026年11月10日）",
        "一、总体进度",
        "  2个村（社区）共4项步骤，已完成1项，逾期1项；已召开选举大会的0个。",
        "二、今日完成",
        "  11月10日 东村：推荐，已完成。",
        "三、逾期未完成",
        "  西村：推荐，应于11月5日完成，逾期5天，责任人村党支部书记。",
        "四、明日安排",
        "  东村：联审，11月11日前完成。",
        "  西村：联审，11月11日前完成。",
        "五、公示和异议",
        "  正在公示0份；收到异议、举报、验票0件，未办结0件。",
    ]


def test_the_weekly_report_begins_on_monday() -> None:
    found = diary(world(log=(log("推荐", 8), log("联审", 9))), DAY, weekly=True)
    assert found.title.endswith("每周小结（11月9日至11月10日）")
    assert dict(found.parts)["二、本周完成"] == ("11月9日 东村：联审，已完成。",)
