"""Results of more than one round: void ones, planned ones, second ballots, the committee's own."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

import every_kind
import worlds
from elections import committee, composed, entry, kinds, meeting, party
from gongshi.compose.compose import compose
from gongshi.model.profile import Share, Words
from gongshi.model.records import Records

_KIND = "选举结果公告"
_ARTICLE = "《示例法》第十八条"


def body(world: Records) -> str:
    one = composed(world, _KIND)
    assert one.notice is not None, one.findings
    return one.notice.body


def again(world: Records, number: int, *rows: tuple[str, int]) -> tuple[Any, ...]:
    """Votes of 委员 at a further round."""
    first = {vote.name: vote for vote in world.votes}
    return tuple(
        replace(first[name], round=number, in_favour=yes, against=10 - yes) for name, yes in rows
    )


def test_a_void_round_is_no_reason_to_refuse_the_later_valid_one() -> None:
    world = party()
    votes = tuple(replace(vote, round=2) for vote in world.votes)
    for void in (
        meeting(collected=11, valid=11),
        meeting(present=7, issued=None, collected=None, valid=None, invalid=None),
    ):
        held = replace(world, meetings=(void, meeting(round=2)), votes=votes)
        assert "委员2名" in body(held)
        assert "第二轮投票" not in body(held)


def test_a_void_round_after_a_valid_one_takes_nothing_back() -> None:
    world = party()
    votes = (*world.votes, *again(world, 2, ("王伟", 9)))
    held = replace(world, meetings=(meeting(), meeting(round=2, present=7)), votes=votes)
    assert body(held) == body(world)


def test_only_void_rounds_are_no_result() -> None:
    world = party(meetings=(meeting(collected=11), meeting(round=2, present=7)))
    (finding,) = composed(world, _KIND).findings
    assert finding.rule == "C008"
    assert "实到7名" in finding.message


def test_a_round_that_is_only_planned_keeps_nothing_back() -> None:
    empty = dict.fromkeys(("present", "issued", "collected", "valid", "invalid"))
    world = party(meetings=(meeting(), meeting(round=2, **empty)))
    assert body(world) == body(party())


def test_a_second_ballot_says_by_what_share_it_elects() -> None:
    third = Share(Fraction(1, 3), True, "投票人数", _ARTICLE)
    world = committee("村民委员会")
    votes = tuple(
        replace(vote, in_favour=5, against=5) if vote.name == "李明" else vote
        for vote in world.votes
    )
    rules = replace(world.term.profile, shares={"另行选举当选": third})
    rounds = (world.meetings[0], replace(world.meetings[0], round=2))
    told = body(
        replace(
            world,
            term=replace(world.term, profile=rules),
            meetings=rounds,
            votes=(*votes, *again(world, 2, ("李明", 4), ("张华", 3))),
        )
    )
    heading = "第二轮投票（就不足的名额另行选举，得票多的当选，得票不少于参加投票的人数的三分之一）"
    assert heading in told
    assert "| 委员 | 李明 | 4 | 6 | 0 | 当选 |" in told
    assert "尚未选出" not in told


def test_a_revote_among_the_tied_is_named_as_one() -> None:
    world = party()
    votes = tuple(
        replace(vote, in_favour=9, against=1) if vote.post == "委员" else vote
        for vote in world.votes
    )
    votes = (*votes, *again(world, 2, ("王伟", 5), ("李明", 3), ("张华", 2)))
    told = body(replace(world, meetings=(meeting(), meeting(round=2)), votes=votes))
    assert "第二轮投票（就票数相等的候选人重新投票，得票多的当选）" in told


def indirect(*, held: bool) -> Records:
    """The members elect 委员; the committee elects 书记 at a meeting of its own, if held."""
    world = party()
    village = replace(world.villages[0], mode="间接选举", seats={"书记": 1, "委员": 3})
    votes = [vote for vote in world.votes if vote.post == "委员"]
    own = worlds.vote(9, name="丁一", in_favour=10)
    counts = {"due": 3, "present": 3, "issued": 3, "collected": 3, "valid": 3}
    inner = meeting(name="委员会会议", **counts)
    chosen = worlds.vote(10, meeting="委员会会议", post="书记", name="丁一", in_favour=3)
    lists = {"间接选举会议": Words(("委员会会议",), _ARTICLE)}
    rules = replace(world.term.profile, lists=lists)
    return replace(
        world,
        villages=(village,),
        term=replace(world.term, profile=rules),
        meetings=(*world.meetings, inner) if held else world.meetings,
        votes=(*votes, own, *((chosen,) if held else ())),
    )


def test_the_committee_elects_the_secretary_from_its_midst() -> None:
    told = body(indirect(held=True))
    assert "委员会会议" in told
    assert "应到会委员3名，实到会3名" in told
    assert "书记1名：丁一" in told
    assert "| 书记 | 丁一 | 3 | 0 | 0 | 当选 |" in told


def test_a_secretary_still_to_be_elected_by_the_committee_is_no_open_seat() -> None:
    assert "书记" not in body(indirect(held=False)).partition("当选人员")[2]


def recall(present: int, collected: int) -> str:
    """What is announced of a vote on a recall among ten voters, six of whom got a ballot."""
    base = every_kind.world("公开栏公布", "村民委员会")
    world = every_kind.recalling(base, base.villages[0].name, present, collected)
    found = compose(entry(world, "罢免结果公告", posted=every_kind.LATE), world, kinds())
    assert found.notice is not None, found.findings
    return found.notice.body


def test_a_recall_is_carried_by_more_than_half_of_those_who_voted() -> None:
    said = recall(present=6, collected=6)
    assert "| 委员 | 李明 | 4 | 2 | 0 | 罢免通过 |" in said
    assert "| 委员 | 张华 | 3 | 3 | 0 | 罢免未通过 |" in said
    assert "李明的东村村民委员会委员职务自罢免通过之日起终止" in said
    assert "张华的" not in said


@pytest.mark.parametrize(
    ("present", "collected", "why"),
    [
        (5, 5, "参加投票5名，少于罢免投票有效所需的6名"),
        (6, 7, "收回的选票多于发出的选票"),
    ],
)
def test_a_void_vote_on_a_recall_names_nobody(present: int, collected: int, why: str) -> None:
    said = recall(present, collected)
    assert why in said
    assert "没有人被罢免" in said
    assert "李明" not in said


def test_another_election_says_how_many_votes_it_takes() -> None:
    world = every_kind.world("另行选举公告", "村民委员会")
    share = Share(Fraction(1, 3), inclusive=True, base="投票人数", article=_ARTICLE)
    rules = replace(world.term.profile, shares={"另行选举当选": share})
    world = replace(world, term=replace(world.term, profile=rules))
    found = compose(entry(world, "另行选举公告", posted=every_kind.LATE), world, kinds())
    assert found.notice is not None, found.findings
    words = (
        "以得票多的当选，但所得赞成票应当不少于参加投票的人数的三分之一（依据《示例法》第十八条）"
    )
    assert words in found.notice.body
