"""Second entries of the votes, proxies, marks, boxes and recalls."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from gongshi.model.profile import Number, Share, Words
from gongshi.model.working import Document, LogEntry, Proxy, VoteCheck
from gongshi.rules import check_records
from worlds import ARTICLE, at, candidate, entry, meeting, profile, records, village, vote

from .test_votes import TODAY, messages


def world(*, numbers=None, shares=None, body="党组织", lists=None, quorum=None, **changes):
    base = records(**changes)
    words = {name: Words((value,), ARTICLE) for name, value in (lists or {}).items()}
    more = {"quorum": quorum} if quorum else {}
    rules = profile(body=body, numbers=numbers or {}, shares=shares or {}, lists=words, **more)
    return replace(base, term=replace(base.term, profile=rules))


def second(*left_out, checker="郑安", **changes):
    """The votes entered again; ``changes`` are those of 王伟's row."""
    rows = []
    for row, one in enumerate(records().votes, start=2):
        fields = {name: getattr(one, name) for name in vote().__dataclass_fields__}
        fields = {k: v for k, v in fields.items() if k not in {"places", "drawn"}}
        fields |= changes if one.name == "王伟" else {}
        if one.name not in left_out:
            rows.append(at(VoteCheck(checker=checker, **fields), "得票复核", row))
    return tuple(rows)


def test_two_equal_entries_have_nothing_to_say():
    township = world(vote_checks=second())
    assert not {"Q018", "Q019", "Q020"} & {one.rule for one in check_records(township, TODAY)}


def test_every_cell_that_differs_is_named_with_both_numbers_and_both_cells():
    found = messages(world(vote_checks=second(in_favour=6, against=4)), "Q018")
    assert len(found) == 2
    assert found[0].startswith("东村王伟（委员）赞成，得票情况是10，郑安复核录入是6（")
    assert "得票复核:E3" in found[0]


def test_rows_of_only_one_entry_are_named():
    (message,) = messages(world(vote_checks=second("张华")), "Q019")
    assert message == "东村选举大会第1轮张华（委员）在得票情况里有，在得票复核里没有"
    (message, _) = sorted(messages(world(vote_checks=second(round=2)), "Q019"))
    assert message == "东村选举大会第1轮王伟（委员）在得票情况里有，在得票复核里没有"
    assert messages(world(vote_checks=()), "Q019") == []


@pytest.mark.parametrize(
    ("checker", "role"), [("周同", "计票人"), ("吴新", "唱票人"), ("丁一", "候选人"), ("郑安", "")]
)
def test_the_checker_has_no_part_in_the_count(checker, role):
    held = meeting(counters=("周同",), callers=("吴新",))
    found = messages(world(meetings=(held,), vote_checks=second(checker=checker)), "Q020")
    assert found == ([f"东村选举大会的复核人{checker}就是{role}"] if role else [])


def proxies(*pairs, day=None):
    return tuple(
        at(Proxy(village="东村", principal=one, proxy=other, day=day), "委托投票", row)
        for row, (one, other) in enumerate(pairs, start=2)
    )


THREE = {"每人接受委托": Number(3, "第十八条")}
FROM = ("钱明", "孙华", "李平", "吴新")


@pytest.mark.parametrize(("count", "told"), [(3, False), (4, True)])
def test_nobody_votes_for_more_than_three(count, told):
    given = proxies(*((name, "周同") for name in FROM[:count]))
    assert bool(messages(world(numbers=THREE, proxies=given), "Q021")) is told


def test_who_is_away_votes_for_nobody():
    (message,) = messages(world(proxies=proxies(("钱明", "周同"), ("孙华", "钱明"))), "Q024")
    assert message == "东村钱明自己委托了别人投票，又受孙华委托"
    assert messages(world(proxies=proxies(("钱明", "钱明"))), "Q024")


@pytest.mark.parametrize(("before", "late"), [(3, False), (2, True)])
def test_a_proxy_is_given_the_days_before_that_a_province_asks(before, late):
    numbers = {"委托办理提前天数": Number(3, "某省办法第二十条")}
    given = proxies(("钱明", "周同"), day=meeting().day - timedelta(days=before))
    assert bool(messages(world(numbers=numbers, proxies=given), "Q023")) is late


@pytest.mark.parametrize(("day", "late"), [(14, False), (15, True), (None, True)])
def test_proxies_are_published_the_days_before_that_a_province_asks(day, late):
    numbers = {"委托公布提前天数": Number(2, "某省办法第二十条")}
    posted = date(2026, 11, day) if day else None
    register = (entry(), entry(3, number="2", kind="委托投票公告", posted=posted))
    township = world(numbers=numbers, proxies=proxies(("钱明", "周同")), register=register)
    assert bool(messages(township, "Q023")) is late


@pytest.mark.parametrize(("count", "told"), [(2, False), (3, True)])
def test_no_more_proxy_votes_than_papers(count, told):
    given = proxies(("钱明", "周同"), ("孙华", "周同"))
    township = world(meetings=(meeting(proxy_votes=count),), proxies=given)
    assert bool(messages(township, "V013")) is told


@pytest.mark.parametrize(("base", "told"), [("居民代表", True), ("登记选民", False)])
def test_representatives_vote_in_person(base, told):
    quorum = Share(Fraction(2, 3), False, base, ARTICLE)
    lists = {"委托投票": "居民代表选举时不得委托"}
    given = proxies(("钱明", "周同"))
    township = world(lists=lists, quorum=quorum, proxies=given)
    assert bool(messages(township, "V013")) is told


@pytest.mark.parametrize(("way", "severity"), [("提醒", "warning"), ("无效", "error")])
@pytest.mark.parametrize(("extra", "told"), [(1, False), (2, True)])
def test_votes_in_favour_do_not_exceed_seats_times_ballots(way, severity, extra, told):
    votes = (*records().votes[:-1], vote(5, name="张华", in_favour=extra, against=10 - extra))
    township = world(lists={"多选的选票": way}, votes=votes)
    found = [one for one in check_records(township, TODAY) if one.rule == "V009"]
    assert [one.severity.value for one in found] == ([severity] if told else [])


def test_counts_of_a_person_make_up_the_ballots_unless_others_were_written_in():
    votes = (vote(2, post="书记", name="丁一", in_favour=9, against=0), *records().votes[1:])
    assert len(messages(world(votes=votes), "V010")) == 1
    extra = candidate(9, name="赵立", post="书记", nomination="另选他人")
    people = (*records().candidates, extra)
    assert messages(world(votes=votes, candidates=people), "V010") == []


def test_others_are_written_in_unless_the_profile_forbids_it():
    extra = candidate(9, name="赵立", nomination="另选他人")
    votes = (*records().votes, vote(9, name="赵立", in_favour=1))
    changes = {"votes": votes, "candidates": (*records().candidates, extra)}
    assert messages(world(**changes), "V015") == []
    assert messages(world(lists={"另选他人": "不允许"}, **changes), "V015")


def test_mobile_boxes_need_the_consent_of_the_members():
    changes = {"lists": {"流动票箱": "党员大会同意"}, "meetings": (meeting(mobile_boxes=1),)}
    assert messages(world(**changes), "V012")
    paper = Document(village="东村", name="流动投票决定")
    assert messages(world(documents=(paper,), **changes), "V012") == []
    step = LogEntry(
        village="东村", step="讨论流动票箱", day=TODAY, responsible="丁一", result="同意"
    )
    assert messages(world(log=(step,), **changes), "V012") == []
    never = {**changes, "lists": {"流动票箱": "不得使用"}}
    assert messages(world(documents=(paper,), **never), "V012")
    assert messages(world(meetings=(meeting(mobile_boxes=1),)), "V012") == []


@pytest.mark.parametrize(("boxes", "told"), [(3, True), (4, False), (5, True)])
def test_one_box_for_each_group(boxes, told):
    changes = {"villages": (village(groups=4),), "meetings": (meeting(boxes=boxes, booths=4),)}
    assert bool(messages(world(lists={"票箱设置": "一组一箱"}, **changes), "V014")) is told
    assert messages(world(**changes), "V014") == []


RECALL = {
    "罢免到会": Share(Fraction(1, 2), False, "登记选民", ARTICLE),
    "罢免通过": Share(Fraction(1, 2), False, "投票人数", ARTICLE),
}


def recall(present=6, in_favour=4):
    counts = dict.fromkeys(("present", "issued", "collected", "valid"), present)
    held = meeting(name="罢免投票会议", **counts)
    return world(
        shares=RECALL,
        meetings=(held,),
        votes=(vote(meeting="罢免投票会议", in_favour=in_favour, against=2),),
    )


@pytest.mark.parametrize(("present", "enough"), [(5, False), (6, True)])
def test_more_than_half_of_the_voters_vote_on_a_recall(present, enough):
    assert bool(messages(recall(present, 3), "Q026")) is not enough


@pytest.mark.parametrize(("votes", "passed"), [(3, "没有通过"), (4, "通过")])
def test_more_than_half_of_the_votes_carry_a_recall(votes, passed):
    (message,) = messages(recall(in_favour=votes), "Q027")
    assert message == f"东村王伟（委员）赞成罢免{votes}票，要4票，罢免{passed}"
