"""What the office has to do: post, take down, chase, decide, meet; each at its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import worlds
from gongshi.model.profile import Number, Words
from gongshi.model.records import Entry, Records
from gongshi.model.working import Objection, Posting, Spot, Step
from gongshi.report.pages import today_page
from gongshi.report.today import Task, tasks

#: A Monday; its publicity of five working days ends on Monday the 9th.
POSTED = date(2026, 11, 2)
SPOTS = (Spot(village="东村", name="村口"), Spot(village="东村", name="祠堂"))


def world(*entries: Entry, **changes: Any) -> Records:
    base = worlds.records(register=entries, meetings=(), votes=())
    return replace(base, **changes)


def todo(records: Records, day: date, *, issued: str = "1") -> list[str]:
    found = tasks(records, frozenset(issued), day)
    return [f"{one.verb}{'！' if one.late else '：'}{one.text}" for one in found]


def posting(spot: str, **changes: Any) -> Posting:
    return Posting(notice="1", spot=spot, day=POSTED, **changes)


def test_on_its_day_a_notice_goes_to_every_spot_that_lacks_it() -> None:
    records = world(worlds.entry(), spots=SPOTS)
    assert todo(records, POSTED) == ["张贴：第1号候选人公示今天张贴：村口、祠堂"]
    half = replace(records, postings=(posting("村口"),))
    assert todo(half, POSTED) == ["张贴：第1号候选人公示今天张贴：祠堂"]
    full = replace(records, postings=(posting("村口"), posting("祠堂")))
    assert todo(full, POSTED) == []


def test_a_list_that_is_only_sent_up_goes_to_no_spot() -> None:
    records = world(worlds.entry(), spots=SPOTS)
    sent_up = {"只报送的公告": Words(("候选人公示",), worlds.ARTICLE)}
    profile = replace(records.term.profile, lists=sent_up)
    assert todo(replace(records, term=replace(records.term, profile=profile)), POSTED) == []


def test_on_friday_the_office_looks_ahead_to_monday() -> None:
    records = world(worlds.entry())
    friday = date(2026, 10, 30)
    assert todo(records, friday) == ["张贴：第1号候选人公示11月2日张贴，先印好"]
    assert todo(records, date(2026, 10, 29)) == []


@pytest.mark.parametrize(("day", "mark"), [(1, "："), (2, "："), (3, "！")])
def test_an_approval_that_is_missing_is_chased(day: int, mark: str) -> None:
    records = world(worlds.entry(status="待审"))
    text = "第1号候选人公示定于11月2日发布，登记簿还是待审，催审批"
    assert f"催办{mark}{text}" in todo(records, date(2026, 11, day), issued="")


def test_an_approved_notice_that_is_not_issued_is_named() -> None:
    found = todo(world(worlds.entry()), date(2026, 11, 3), issued="")
    assert found == ["张贴！第1号候选人公示已审，还没有签发"]


def test_a_spot_without_a_record_is_chased_while_the_notice_should_hang() -> None:
    records = world(worlds.entry(), spots=SPOTS, postings=(posting("村口"),))
    chased = "催办！第1号候选人公示没有张贴记录：祠堂"
    assert chased in todo(records, date(2026, 11, 3))
    assert chased in todo(records, date(2026, 11, 9))
    assert chased not in todo(records, date(2026, 11, 10))


def test_spots_without_any_record_are_chased_too() -> None:
    records = world(worlds.entry(), spots=SPOTS)
    assert "催办！第1号候选人公示没有张贴记录：村口、祠堂" in todo(records, date(2026, 11, 3))


def test_the_last_day_asks_for_a_conclusion_and_the_day_after_for_the_paper() -> None:
    records = world(worlds.entry())
    assert todo(records, date(2026, 11, 8)) == []
    assert todo(records, date(2026, 11, 9)) == ["决定：第1号候选人公示今天期满，汇总意见，研究结论"]
    assert todo(records, date(2026, 11, 10)) == ["取下：第1号候选人公示11月9日期满"]
    assert todo(records, date(2026, 11, 13)) == []


def test_what_still_hangs_is_named_until_it_is_down() -> None:
    hangs = world(worlds.entry(), postings=(posting("村口"),))
    assert todo(hangs, date(2026, 11, 30)) == ["取下：第1号候选人公示11月9日期满：村口"]
    down = world(worlds.entry(), postings=(posting("村口", removed=date(2026, 11, 10)),))
    assert todo(down, date(2026, 11, 30)) == []


def test_a_withdrawn_notice_comes_down_at_once_and_a_void_one_asks_for_nothing() -> None:
    gone = world(worlds.entry(withdrawn=date(2026, 11, 4)), postings=(posting("村口"),))
    assert todo(gone, date(2026, 11, 4)) == ["取下：第1号候选人公示已撤回：村口"]
    assert todo(world(worlds.entry(status="作废")), POSTED) == []


@pytest.mark.parametrize(("day", "mark"), [(7, "："), (8, "！")])
def test_an_objection_is_late_after_its_term(day: int, mark: str) -> None:
    one = Objection(number="1", notice="1", received=date(2026, 11, 4), subject="年龄")
    numbers = {"异议处理期限": Number(3, "《示例条例》第一条")}
    term = replace(worlds.records().term, profile=worlds.profile(numbers=numbers))
    records = world(worlds.entry(), term=term, objections=(one,))
    text = f"决定{mark}第1号异议（年龄）收到{day - 4}天，还没有办结，期限11月7日"
    assert text in todo(records, date(2026, 11, day))
    closed = replace(records, objections=(replace(one, closed=date(2026, 11, 5)),))
    assert text not in todo(closed, date(2026, 11, day))


def test_an_appointment_is_approved_when_its_publicity_is_over_and_nothing_is_open() -> None:
    lists = {"步骤": Words(("任职公示", "审批任命"), "方案")}
    term = replace(worlds.records().term, profile=worlds.profile(lists=lists))
    records = world(worlds.entry(kind="任职公示"), term=term)
    approve = "决定：第1号任职公示期满，没有未办结的异议，办理审批任命"
    assert approve in todo(records, date(2026, 11, 10))
    one = Objection(number="1", notice="1", received=POSTED, subject="年龄")
    assert approve not in todo(replace(records, objections=(one,)), date(2026, 11, 10))


def test_a_meeting_is_announced_then_its_counts_and_its_result_are_chased() -> None:
    blank = worlds.meeting(collected=None, time="上午9:00", venue="会议室")
    records = world(meetings=(blank,))
    assert todo(records, date(2026, 11, 15)) == ["会议：明天上午9:00选举大会，会议室"]
    assert todo(records, date(2026, 11, 16)) == ["会议：今天上午9:00选举大会，会议室"]
    assert todo(records, date(2026, 11, 17)) == ["催办！11月16日的选举大会还没有填到会和票数"]
    held = replace(records, meetings=(worlds.meeting(),))
    assert todo(held, date(2026, 11, 16)) == ["催办：选举大会已经计票，登记簿里没有选举结果公告"]


def test_steps_that_end_and_reviews_that_wait_are_named() -> None:
    plan = Step(name="联审", until=date(2026, 11, 4), responsible="镇换届办")
    people = (worlds.candidate(review="待审"), worlds.candidate(name="李明", review="待审"))
    records = world(schedule=(plan,), candidates=people)
    waiting = "决定：2名人选的联审还没有结果"
    assert todo(records, date(2026, 11, 2)) == [waiting]
    assert todo(records, date(2026, 11, 3)) == ["催办：联审明天到期（镇换届办）", waiting]
    assert todo(records, date(2026, 11, 5)) == ["催办！联审逾期1天（镇换届办）", waiting]


def test_the_page_is_one_file_marked_for_the_office_and_escapes_every_value() -> None:
    hostile = "<script>alert(1)</script>"
    page = today_page(Path("/nonexistent"), POSTED, [("东镇", (Task("东村", "催办", hostile),))])
    assert "内部资料，不对外公布" in page
    assert "&lt;script&gt;" in page
    assert hostile not in page
    assert "src=" not in page
    assert 'content="noindex"' in page
