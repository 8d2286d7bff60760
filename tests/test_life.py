"""The life of a notice: what may be shown of it on a day, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

import boards
import worlds
from gongshi.life import events, shown
from gongshi.model.notice import Published
from gongshi.model.profile import Number

YEAR = Number(365, worlds.ARTICLE)
DAY = date(2026, 11, 21)
PEOPLE = """现将名单公示如下。

| 姓名 | 性别 | 民族 | 出生年月 | 拟任职务 |
| --- | --- | --- | --- | --- |
| 王伟 | 男 | 汉族 | 1985年6月 | 委员 |
| 阿依古丽·买买提 | 女 | 维吾尔族 | 1990年1月 | 书记 |

特此公示。"""
VOTES = "| 姓名 | 职务 | 赞成 |\n| --- | --- | --- |\n| 王伟 | 委员 | 9 |"


def issued(body: str = PEOPLE) -> Published:
    return boards.issued(body=body)


def last_day(one: Published) -> date:
    assert one.notice.publicity
    return one.notice.publicity.latest


def test_a_notice_is_whole_until_its_retention_is_over() -> None:
    one = issued()
    until = last_day(one) + timedelta(365)
    assert shown(one, None, YEAR, until) == one
    after = shown(one, None, YEAR, until + timedelta(1))
    assert after.retired == until + timedelta(1)


def test_after_its_retention_names_and_posts_stay_and_nothing_else_personal() -> None:
    one = issued()
    body = shown(one, None, YEAR, last_day(one) + timedelta(366)).notice.body
    for kept in ("王伟", "阿依古丽·买买提", "委员", "书记"):
        assert kept in body
    for gone in ("汉族", "维吾尔族", "1985", "1990", "男", "女", "出生年月"):
        assert gone not in body


INTRODUCED = """按照姓氏笔画介绍如下。

## 一、书记候选人　丁一

女，汉族，1980年5月生，大专，现任村党支部书记。

### （一）简历

2005年参加工作。

特此公布。"""
CAUSES = "| 姓名 | 当选职务 | 情形 |\n| --- | --- | --- |\n| 王伟 | 委员 | 经查有拉票行为 |"


def test_of_introductions_the_names_stay_and_what_is_told_of_them_goes() -> None:
    body = shown(issued(INTRODUCED), None, YEAR, date(2099, 1, 1)).notice.body
    assert "书记候选人　丁一" in body
    for gone in ("汉族", "1980", "现任", "2005", "简历"):
        assert gone not in body


def test_why_somebody_lost_a_post_goes_and_that_it_was_lost_stays() -> None:
    body = shown(issued(CAUSES), None, YEAR, date(2099, 1, 1)).notice.body
    assert ("王伟" in body, "委员" in body, "拉票" in body) == (True, True, False)


def test_a_correction_of_a_personal_fact_goes_with_the_fact() -> None:
    one = issued("名单中马秀兰同志的学历误写为“大专”，应为“中专”。")
    late = date(2099, 1, 1)
    assert shown(one, None, YEAR, late) == one
    corrected = replace(one, notice=replace(one.notice, corrects="6"))
    assert "中专" not in shown(corrected, None, YEAR, late).notice.body
    place = replace(corrected, notice=replace(corrected.notice, body="地点误写，应为村委会。"))
    assert shown(place, None, YEAR, late) == place


def test_a_notice_without_personal_facts_stays_whole_for_ever() -> None:
    one = issued(VOTES)
    assert shown(one, None, YEAR, date(2099, 1, 1)) == one


def test_without_a_number_in_the_profile_nothing_is_taken_away() -> None:
    assert shown(issued(), None, None, date(2099, 1, 1)) == issued()


def withdrawn(**changes: object) -> Published:
    entry = worlds.entry(withdrawn=DAY, **changes)
    return shown(issued(), entry, YEAR, DAY)


def test_a_withdrawn_notice_leaves_a_dated_tombstone_without_its_text() -> None:
    one = withdrawn(withdrawal="名单有误，<b>另行</b>公示")
    assert one.withdrawn == DAY
    assert "2026年11月21日撤回" in one.notice.body
    assert "王伟" not in one.notice.body + one.notice.title
    assert "已撤回" in one.notice.title
    assert "\\<b\\>另行" in one.notice.body
    assert one.notice.publicity is None
    assert one.check_code == issued().check_code


def test_a_withdrawal_counts_from_its_day_on() -> None:
    entry = worlds.entry(withdrawn=DAY)
    assert shown(issued(), entry, YEAR, DAY - timedelta(1)).withdrawn is None


def test_a_draft_is_never_a_tombstone() -> None:
    draft = Published(notice=boards.notice(body=PEOPLE))
    assert shown(draft, worlds.entry(withdrawn=DAY), YEAR, date(2099, 1, 1)) == draft


def test_its_events_are_told_in_order() -> None:
    one = replace(issued(), corrected_by="4")
    correction = boards.notice(number="4", dated=date(2026, 11, 20))
    told = events(one, worlds.entry(second_approved=date(2026, 11, 2)), {"4": correction})
    days = [event.day for event in told]
    assert days == sorted(days)
    words = [event.what for event in told]
    assert {"审批", "复审", "签发", "公示开始", "公示截止", "更正（第4号）"} <= set(words)


@pytest.mark.parametrize("state", ["withdrawn", "retired"])
def test_a_tombstone_says_when_it_became_one(state: str) -> None:
    one = replace(issued(), **{state: DAY})
    assert any(event.day == DAY for event in events(one, None, {}))
