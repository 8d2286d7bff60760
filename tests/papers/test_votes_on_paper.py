"""Ballots, scripts and reports of a vote: who stands on them, round by round."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

import papers as sheets
import worlds
from gongshi.model.decisions import Decision
from gongshi.model.profile import Share
from gongshi.model.working import Voter
from paperwork import count, full, made, pdf, text


def test_a_short_ballot_is_printed_twice_on_a_sheet() -> None:
    assert text(pdf("ballot")).count("东村党支部委员会换届选举选票") == 2
    assert text(pdf("ballot-large")).count("东村党支部委员会换届选举选票") == 1


def test_names_on_a_ballot_stand_in_stroke_order_post_by_post() -> None:
    said = text(pdf("ballot-large"))
    places = [said.index(name) for name in ("丁一", "王伟", "李明", "张华")]
    assert places == sorted(places)
    assert "书记（应选1名）" in said
    assert "委员（应选2名）" in said


def test_a_ballot_has_no_number_but_those_of_its_words() -> None:
    digits = [c for c in text(pdf("ballot-large")) if c.isdigit()]
    assert sorted(set(digits)) == ["1", "2"]


def test_others_may_be_written_in_unless_the_profile_forbids_it() -> None:
    from gongshi.model.profile import Words

    base = full()
    forbids = replace(base.term.profile, lists={"另选他人": Words(("不允许",), worlds.ARTICLE)})
    assert "另选他人" in text(pdf("ballot"))
    assert "另选他人" not in text(
        pdf("ballot", replace(base, term=replace(base.term, profile=forbids)))
    )


def both(mode: str) -> object:
    """The village where 书记 has to be elected 委员 too: by the profile, or by 间接选举."""
    from gongshi.model.profile import Words

    base = full(meetings=(), votes=())
    lists = {} if mode else {"书记兼选委员": Words(("须同时当选委员",), worlds.ARTICLE)}
    rules = replace(base.term.profile, lists=lists)
    villages = (replace(base.villages[0], mode=mode),)
    return replace(base, term=replace(base.term, profile=rules), villages=villages)


def test_who_must_be_a_member_too_stands_in_both_columns_and_the_ballot_says_so() -> None:
    said = text(pdf("ballot-large", both("")))
    assert said.count("丁一") == 2
    assert "选为书记的人，要同时在委员栏选他，否则选票无效" in said
    assert "书记（应选1名）" in said
    assert "要同时推荐为委员" in text(pdf("nomination", both("")))
    assert "要同时" not in text(pdf("ballot-large"))


def test_members_who_elect_only_the_committee_vote_on_no_secretary() -> None:
    said = text(pdf("ballot-large", both("间接选举")))
    assert "书记（应选" not in said
    assert said.count("丁一") == 1
    assert "委员（应选2名）" in said


def decided(matter: str, **changes: object) -> object:
    """The village before its vote, with a decision about it."""
    told = Decision(village="东村", matter=matter, body="镇党委", decided=date(2026, 11, 10))
    ahead = replace(worlds.meeting(), present=None, collected=None)
    return full(decisions=(replace(told, **changes),), meetings=(ahead,), votes=())


@pytest.mark.parametrize(
    ("matter", "changes", "rule"),
    [
        ("终止选举", {}, "C010"),
        ("延期选举", {"day": date(2026, 12, 8)}, "C013"),
        ("取消候选人资格", {"name": "王伟", "post": "委员"}, "C011"),
    ],
)
@pytest.mark.parametrize("paper", ["ballot", "household-notice", "host-script"])
def test_no_paper_calls_to_a_vote_that_was_decided_otherwise(
    paper: str, matter: str, changes: dict[str, object], rule: str
) -> None:
    data, findings = made(paper, decided(matter, **changes))
    assert data == b""
    assert {one.rule for one in findings} == {rule}


def test_papers_of_a_vote_that_was_held_are_made_whatever_was_decided_since() -> None:
    told = Decision(village="东村", matter="选举无效", body="镇党委", decided=date(2026, 12, 1))
    assert count(pdf("count-record", full(decisions=(told,)))) >= 1


def test_a_coloured_ballot_names_its_colour() -> None:
    assert "粉红票" in text(pdf("ballot", colour=("粉红", "#f9cfd8")))


def test_after_a_tie_only_the_tied_stand_on_the_ballot() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟", in_favour=10),
        worlds.vote(4, name="李明", in_favour=8, against=2),
        worlds.vote(5, name="张华", in_favour=8, against=2),
    )
    second = replace(worlds.meeting(round=2), collected=None, issued=None)
    said = text(pdf("ballot", full(votes=votes, meetings=(worlds.meeting(), second))))
    assert "李明" in said
    assert "张华" in said
    assert "第2轮投票" in said
    assert "王伟" not in said
    assert "另选他人" not in said


def test_a_second_round_without_the_first_ones_votes_is_refused() -> None:
    rounds = (worlds.meeting(), worlds.meeting(round=2))
    _, findings = made("ballot", full(votes=(), meetings=rounds))
    assert [found.rule for found in findings] == ["C003"]
    assert "第1轮" in findings[0].message


def test_a_void_round_counts_for_nothing() -> None:
    void = worlds.meeting(present=7, issued=7, collected=7, valid=7)
    second = replace(worlds.meeting(round=2), collected=None, issued=None, present=None)
    records = full(votes=(), meetings=(void, second))
    said = text(pdf("ballot-large", records))
    assert all(name in said for name in ("丁一", "王伟", "李明", "张华"))
    first = pdf("host-script", records, number=1)
    assert "这次选举无效，改期重新选举" in text(first)
    assert "当选为" not in text(first)
    assert "我宣布，东村" in "".join(
        line.strip()
        for page in sheets.pages(first)
        for line in page.get_textpage().get_text_bounded().splitlines()
        if line.strip().startswith("我宣布，")
    )
    assert "本次选举无效" in text(pdf("count-record", records, number=1))


def test_a_further_round_elects_by_its_own_share() -> None:
    base = full()
    share = Share(Fraction(1, 3), True, "投票人数", worlds.ARTICLE)
    profile = replace(base.term.profile, shares={"另行选举当选": share})
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟"),
        worlds.vote(4, name="李明", in_favour=3, against=7),
        worlds.vote(5, name="张华", in_favour=2, against=8),
    )
    second = replace(worlds.meeting(round=2), collected=None, issued=None, valid=None)
    term = replace(base.term, profile=profile)
    records = replace(base, term=term, votes=votes, meetings=(worlds.meeting(), second))
    said = text(pdf("host-script", records))
    assert "第2轮投票" in said
    assert "应选委员1名" in said
    assert "另行选举以得票多的当选，但赞成票应当不少于" in said
    assert "始得当选" not in said
    assert "李明" in said
    assert "王伟得赞成票" not in said


def test_the_report_tells_every_round_that_was_held() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟"),
        worlds.vote(4, name="李明", in_favour=3, against=7),
        worlds.vote(5, name="李明", in_favour=9, against=1, round=2),
    )
    coming = replace(worlds.meeting(round=3), collected=None)
    meetings = (worlds.meeting(), worlds.meeting(round=2), coming)
    said = text(pdf("result-report", full(votes=votes, meetings=meetings)))
    assert "第1轮" in said
    assert "第2轮" in said
    assert "第3轮" not in said
    assert "丁一（书记）、王伟（委员）、李明（委员）" in said


def test_a_report_puts_the_most_votes_first_and_says_who_was_not_elected() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="张华", in_favour=2, against=8),
        worlds.vote(4, name="王伟", in_favour=8, against=2),
        worlds.vote(5, name="李明", in_favour=9, against=1),
    )
    said = text(pdf("result-report", full(votes=votes)))
    assert re.search("委员李明9.*委员王伟8.*委员张华280未当选", said)


def test_voters_struck_off_the_roll_take_no_ballot() -> None:
    base = full()
    quorum = replace(base.term.profile.quorum, base="登记选民")
    profile = replace(base.term.profile, body="村民委员会", quorum=quorum)
    voters = (
        Voter(village="东村", name="赵钱"),
        Voter(village="东村", name="孙离", change="删除"),
    )
    records = replace(base, term=replace(base.term, profile=profile), voters=voters)
    assert "赵钱" in text(pdf("issue-register", records))
    assert "孙离" not in text(pdf("issue-register", records))
