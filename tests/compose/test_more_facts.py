"""Rounds, decisions, rolls and publicity: what each notice may state, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from elections import entry, kinds
from every_kind import LATE, composed, world
from gongshi.compose.compose import compose
from gongshi.model.decisions import Decision
from gongshi.model.notice import Notice
from gongshi.model.records import Records

WINNERS = "选举结果公告", "当选公告"


def written(records: Records, kind: str, **changes: Any) -> tuple[Notice | None, set[str]]:
    """The notice of a row of this kind, and the rules that refuse it."""
    given = {"number": "9", "posted": LATE, "start": None, "days": None, **changes}
    row = entry(records, kind, **given)
    one = compose(row, replace(records, register=(*records.register, row)), kinds())
    return one.notice, {finding.rule for finding in one.findings}


def decision(matter: str, day: date, **changes: Any) -> Decision:
    return Decision(
        **{"village": "东村", "matter": matter, "body": "中共东镇委员会", "decided": day, **changes}
    )


def body_of(kind: str, body: str) -> str:
    notice = composed(kind, body).notice
    assert notice is not None
    return notice.body


@pytest.mark.parametrize("matter", ["终止选举", "选举无效"])
@pytest.mark.parametrize("kind", ["选举结果公告", "当选公告", "任职公示", "正式候选人公告"])
def test_an_election_called_off_or_void_never_shows_a_winner(kind: str, matter: str) -> None:
    base = world("当选公告", "村民委员会")
    off = replace(base, decisions=(decision(matter, date(2026, 11, 20)),))
    days = {"days": 5} if kind == "任职公示" else {}
    assert written(base, kind, **days)[0] is not None
    assert written(off, kind, **days) == (None, {"C010"})


def test_the_day_of_the_decision_counts_and_the_day_before_does_not() -> None:
    base = world("当选公告", "村民委员会")
    off = replace(base, decisions=(decision("选举无效", LATE),))
    assert written(off, "当选公告")[1] == {"C010"}
    assert written(off, "当选公告", posted=date(2026, 11, 24))[0] is not None


def test_a_void_election_that_was_held_again_has_a_result() -> None:
    base = world("当选公告", "村民委员会")
    off = replace(base, decisions=(decision("选举无效", date(2026, 11, 10)),))
    assert written(off, "当选公告")[0] is not None


@pytest.mark.parametrize("kind", ["终止选举公告", "选举无效公告"])
@pytest.mark.parametrize("body", ["党组织", "村民委员会", "居民委员会"])
def test_the_notice_of_no_election_names_nobody_and_counts_no_votes(kind: str, body: str) -> None:
    text = body_of(kind, body)
    assert not any(one.name in text for one in world(kind, body).candidates)
    assert "赞成" not in text


def test_who_was_struck_off_is_no_candidate_from_that_day_on() -> None:
    base = world("正式候选人公告", "村民委员会")
    struck = decision("取消候选人资格", LATE, name="王伟", post="副主任")
    world_now = replace(base, decisions=(struck,))
    assert written(world_now, "正式候选人公告")[1] == {"C011"}
    assert written(world_now, "正式候选人公告", posted=date(2026, 11, 24))[0] is not None


def test_whose_election_is_void_is_not_among_the_elected() -> None:
    base = world("当选公告", "村民委员会")
    void = replace(base, decisions=(decision("当选无效", LATE, name="李明", post="委员"),))
    assert written(void, "当选公告")[1] == {"C011"}


def test_disqualification_says_name_post_category_and_basis_only() -> None:
    text = body_of("取消候选人资格公告", "村民委员会")
    assert "| 赵六 | 委员 | 经查有拉票行为 |" in text
    assert "《东镇换届选举办法》第十条" in text


def test_the_next_round_is_between_the_tied_only() -> None:
    assert "候选人2名（按姓氏笔画为序）：李明、张华。" in body_of("重新投票公告", "党组织")


def test_another_election_has_one_candidate_more_than_seats() -> None:
    assert "委员应选1名，候选人2名" in body_of("另行选举公告", "村民委员会")


def test_a_void_round_is_voted_anew_by_all_and_says_why() -> None:
    base = world("重新投票公告", "村民委员会")
    first = replace(base.meetings[0], present=5, issued=5, collected=5, valid=5)
    notice, _ = written(replace(base, meetings=(first, *base.meetings[1:])), "重新投票公告")
    assert notice is not None
    assert "参加投票5名，少于选举有效所需的6名，选举无效" in notice.body
    assert "全部职务和候选人重新投票" in notice.body


@pytest.mark.parametrize("kind", ["另行选举公告", "重新投票公告"])
def test_no_further_round_without_need(kind: str) -> None:
    base = world("另行选举公告", "村民委员会")
    filled = replace(base, votes=world("当选公告", "村民委员会").votes)
    assert written(filled, kind) == (None, {"C014"})


def test_a_notice_before_the_first_round_names_its_day_not_the_second_s() -> None:
    base = world("另行选举公告", "村民委员会")
    notice, _ = written(base, "会议通知", posted=date(2026, 11, 10))
    assert notice is not None
    assert "2026年11月16日（星期一）" in notice.body


def test_a_roll_must_have_as_many_names_as_there_are_voters() -> None:
    base = world("选民名单公告", "村民委员会")
    assert written(replace(base, voters=base.voters[1:]), "选民名单公告") == (None, {"C012"})


def test_a_roll_stands_as_it_was_on_its_day() -> None:
    base = world("选民名单公告", "村民委员会")
    before, _ = written(base, "选民名单公告", posted=date(2026, 11, 19))
    after, _ = written(base, "选民名单公告", posted=date(2026, 11, 20))
    assert before is not None
    assert after is not None
    assert ("陈八" in before.body, "冯七" in before.body) == (True, False)
    assert ("陈八" in after.body, "冯七" in after.body) == (False, True)


def test_two_voters_of_one_name_in_a_group_are_told_apart() -> None:
    assert "王伟（男）\u3000王伟（女）" in body_of("选民名单公告", "村民委员会")


def test_recommendations_are_weighted_exactly() -> None:
    assert "| 委员 | 丁一 | 8 | 7 | 7.6 |" in body_of("推荐结果公告", "党组织")


@pytest.mark.parametrize(("day", "fine"), [(17, False), (18, True)])
def test_an_approval_waits_for_the_last_day_of_publicity(day: int, fine: bool) -> None:
    base = world("选举结果批复", "党组织")
    notice, rules = written(base, "选举结果批复", posted=date(2026, 11, day))
    assert (notice is not None, rules) == (fine, set() if fine else {"C015"})


def test_an_open_objection_holds_the_approval_back() -> None:
    base = world("选举结果批复", "党组织")
    still = tuple(replace(one, closed=None) for one in base.objections)
    assert written(replace(base, objections=still), "任职通知")[1] == {"C015"}


def test_a_heading_with_a_village_s_name_is_for_that_village_only() -> None:
    base = world("先进典型", "党组织")
    texts = {**base.term.texts, "先进典型": {"东村": ("本村的事。",), "": ("大家的事。",)}}
    notice, _ = written(replace(base, term=replace(base.term, texts=texts)), "先进典型")
    assert notice is not None
    assert "本村的事。" in notice.body
    assert "大家的事。" not in notice.body
    assert "东村\n" not in notice.body


@pytest.mark.parametrize("kind", ["初步人选名单", "考察对象名单", "预备人选名单"])
def test_lists_under_review_are_not_for_the_site(kind: str) -> None:
    assert not kinds()[kind].on_site


def test_every_other_kind_is_for_the_site() -> None:
    assert sum(kind.on_site for kind in kinds().values()) == len(kinds()) - 3
