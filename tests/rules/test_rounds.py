"""Rounds of an election: re-votes, other elections, draws, and who may be 书记."""

from dataclasses import replace
from fractions import Fraction

import pytest

from gongshi.model.profile import Number, Share, Words
from gongshi.rules import check_records
from gongshi.rules.results import elections, outcome
from worlds import ARTICLE, candidate, meeting, profile, records, village, vote

from .test_votes import TODAY, messages

THIRD = Share(Fraction(1, 3), True, "投票人数", ARTICLE)


def words(**settings):
    return {name: Words((value,), ARTICLE) for name, value in settings.items()}


def world(*rounds, seats=2, numbers=None, mode="", **changes):
    """Rounds of 委员 votes in favour by name; ``书记:丁一`` for another post."""
    rows, row = [], 1
    for number, round_ in enumerate(rounds, start=1):
        for key, count in round_.items():
            post, _, name = key.rpartition(":")
            row += 1
            against = max(0, 10 - count)
            rows.append(
                vote(
                    row,
                    post=post or "委员",
                    name=name,
                    in_favour=count,
                    against=against,
                    round=number,
                )
            )
    people = dict.fromkeys((one.post, one.name) for one in rows)
    base = records(
        villages=(village(seats={"书记": 1, "委员": seats}, mode=mode),),
        meetings=tuple(meeting(round=n) for n in range(1, len(rounds) + 1)),
        votes=tuple(rows),
        candidates=tuple(
            candidate(n, name=name, post=post) for n, (post, name) in enumerate(people, start=2)
        ),
    )
    base = replace(base, term=replace(base.term, profile=profile(**(numbers or {}))))
    return replace(base, **changes)


def won(township):
    return {(v.post, v.name) for one in elections(township) for _, _, v in one.winners()}


def test_a_revote_is_won_by_the_most_votes_without_a_majority():
    township = world({"王伟": 8, "李明": 6, "张华": 6}, {"李明": 5, "张华": 4})
    assert won(township) == {("委员", "王伟"), ("委员", "李明")}
    assert outcome(township, township.meetings[1])[0].kind == "重新投票"


def test_a_revote_that_ties_again_is_still_open():
    township = world({"王伟": 8, "李明": 6, "张华": 6}, {"李明": 5, "张华": 5})
    assert won(township) == {("委员", "王伟")}
    assert messages(township, "Q002") == ["东村委员应选1名，李明、张华同为5票，不能确定谁当选"]


def test_nobody_else_wins_a_revote():
    township = world({"王伟": 8, "李明": 6, "张华": 6}, {"李明": 3, "张华": 2, "赵立": 5})
    assert ("委员", "赵立") not in won(township)
    (message,) = messages(township, "Q005")
    assert "赵立不在其中" in message


def test_everybody_with_equal_votes_stands_in_a_revote():
    township = world({"王伟": 8, "李明": 6, "张华": 6}, {"李明": 7})
    (message,) = messages(township, "Q005")
    assert "没有张华的得票" in message


@pytest.mark.parametrize(("votes", "enough"), [(3, False), (4, True)])
def test_a_third_of_the_ballots_elects_at_another_election_of_a_committee(votes, enough):
    numbers = {"shares": {"另行选举当选": THIRD}}
    township = world({"王伟": 9, "李明": 5}, {"李明": votes, "张华": 1}, numbers=numbers)
    assert (("委员", "李明") in won(township)) is enough


@pytest.mark.parametrize(("votes", "enough"), [(3, True), (2, False)])
def test_exactly_a_third_is_enough(votes, enough):
    counts = {"issued": 9, "collected": 9, "valid": 9}
    numbers = {"shares": {"另行选举当选": THIRD}}
    township = world({"王伟": 9, "李明": 5}, {"李明": votes}, numbers=numbers)
    meetings = (township.meetings[0], meeting(round=2, **counts))
    assert (("委员", "李明") in won(replace(township, meetings=meetings))) is enough


@pytest.mark.parametrize(("votes", "enough"), [(5, False), (6, True)])
def test_without_a_share_of_its_own_another_election_takes_the_majority(votes, enough):
    township = world({"王伟": 9, "李明": 5}, {"李明": votes, "张华": 1})
    assert (("委员", "李明") in won(township)) is enough


def test_a_void_revote_leaves_the_tie_to_a_further_one():
    township = world(
        {"王伟": 8, "李明": 6, "张华": 6}, {"李明": 9, "张华": 1}, {"张华": 5, "李明": 4}
    )
    void = replace(township.meetings[1], collected=11, valid=11)
    township = replace(township, meetings=(township.meetings[0], void, township.meetings[2]))
    assert won(township) == {("委员", "王伟"), ("委员", "张华")}
    assert messages(township, "V001") == []


def test_the_elected_do_not_stand_again_and_filled_posts_are_not_voted_on():
    township = world({"王伟": 9, "李明": 5}, {"李明": 7, "王伟": 1})
    assert messages(township, "Q006") == ["东村王伟已经当选委员，第2轮又列入委员"]
    township = world({"王伟": 9, "李明": 7}, {"张华": 7})
    assert messages(township, "Q006") == ["东村委员已经选足，第2轮又有委员的得票"]


@pytest.mark.parametrize(("left_out", "told"), [(4, True), (3, False)])
def test_another_election_does_not_pass_over_those_with_more_votes(left_out, told):
    numbers = {"lists": words(另行选举候选人="得票多的未当选人")}
    township = world({"王伟": 8, "李明": left_out, "张华": 3}, {"张华": 8}, numbers=numbers)
    assert bool(messages(township, "Q007")) is told


LOT = {"lists": words(平票="抽签")}


def drawn(township, **lots):
    votes = (replace(v, drawn=lots.get(v.name, "")) for v in township.votes)
    return replace(township, votes=tuple(votes))


def test_a_draw_decides_where_the_profile_says_so():
    township = world({"王伟": 8, "李明": 6, "张华": 6}, numbers=LOT)
    decided = drawn(township, 李明="未中签", 张华="中签")
    assert won(decided) == {("委员", "王伟"), ("委员", "张华")}
    assert not {"Q002", "Q004", "Q008"} & {one.rule for one in check_records(decided, TODAY)}
    assert won(township) == {("委员", "王伟")}


@pytest.mark.parametrize(
    ("lots", "what"),
    [
        ({"张华": "中签"}, "没有记全"),
        ({"张华": "中签", "李明": "中签"}, "没有记全"),
        ({"王伟": "中签", "李明": "未中签"}, "没有记全"),
    ],
)
def test_a_draw_of_some_or_for_too_many_decides_nothing(lots, what):
    township = drawn(world({"王伟": 8, "李明": 6, "张华": 6}, numbers=LOT), **lots)
    assert won(township) == {("委员", "王伟")}
    (message,) = messages(township, "Q008")
    assert what in message


def test_a_draw_without_a_tie_or_without_the_profile_is_an_error():
    lots = {"王伟": "中签", "李明": "未中签"}
    free = drawn(world({"王伟": 8, "李明": 7, "张华": 5}, numbers=LOT), **lots)
    assert "没有需要抽签的同票" in messages(free, "Q008")[0]
    tied = drawn(world({"王伟": 8, "李明": 6, "张华": 6}), 李明="中签", 张华="未中签")
    assert "没有许可" in messages(tied, "Q008")[0]
    assert messages(tied, "Q002")


def test_the_most_votes_win_without_a_majority_only_where_the_profile_says_so():
    counts = {"王伟": 4, "李明": 3, "张华": 2}
    assert won(world(counts)) == set()
    plural = {"lists": words(当选方式="得票多的当选")}
    assert won(world(counts, numbers=plural)) == {("委员", "王伟"), ("委员", "李明")}
    assert won(world({"王伟": 4, "李明": 0}, numbers=plural)) == {("委员", "王伟")}


def test_a_secretary_on_both_ballots_must_be_elected_a_member_too():
    both = world({"书记:丁一": 10, "丁一": 6, "王伟": 7})
    assert won(both) == {("书记", "丁一"), ("委员", "王伟"), ("委员", "丁一")}
    township = world({"书记:丁一": 10, "丁一": 5, "王伟": 7, "李明": 6})
    assert won(township) == {("委员", "王伟"), ("委员", "李明")}
    assert messages(township, "Q010") == ["东村丁一书记得10票（要6票），但委员得5票没有当选"]


def test_where_the_profile_asks_it_a_secretary_without_votes_as_a_member_is_not_elected():
    counts = {"书记:丁一": 10, "王伟": 7, "李明": 6}
    assert ("书记", "丁一") in won(world(counts))
    strict = world(counts, numbers={"lists": words(书记兼选委员="须同时当选委员")})
    assert ("书记", "丁一") not in won(strict)
    assert "没有委员的得票" in messages(strict, "Q010")[0]


def indirect(day_of_committee=17):
    """The members elect 委员, the new committee then elects 书记 from its midst."""
    base = world({"丁一": 9, "王伟": 7}, seats=2, mode="间接选举")
    own = {"due": 2, "present": 2, "issued": 2, "collected": 2, "valid": 2}
    day = meeting().day.replace(day=day_of_committee)
    second = meeting(name="委员会会议", day=day, **own)
    votes = (*base.votes, vote(9, meeting="委员会会议", post="书记", name="丁一", in_favour=2))
    lists = {"间接选举会议": Words(("委员会会议",), ARTICLE)}
    base = replace(base, term=replace(base.term, profile=profile(lists=lists)))
    return replace(base, meetings=(*base.meetings, second), votes=votes)


def test_an_indirect_election_takes_two_meetings_in_their_order():
    assert ("书记", "丁一") in won(indirect())
    assert messages(indirect(), "Q011") == []
    assert "早于选委员的2026-11-16" in messages(indirect(15), "Q011")[0]


def test_a_direct_election_needs_no_meeting_of_the_committee():
    township = indirect()
    direct = replace(township, villages=(replace(township.villages[0], mode="直接选举"),))
    assert "直接选举应当由选举大会选举" in messages(direct, "Q011")[0]


def test_members_first_where_the_profile_says_so():
    lists = {"间接选举会议": Words(("委员会会议",), ARTICLE)}
    township = world({"书记:丁一": 10, "王伟": 7}, numbers={"lists": lists})
    assert messages(township, "Q011") == []
    first = world(
        {"书记:丁一": 10, "王伟": 7}, numbers={"lists": lists | words(选举顺序="先选委员")}
    )
    assert "与委员同一轮" in messages(first, "Q011")[0]
    later = world(
        {"王伟": 7, "李明": 8},
        {"书记:丁一": 10},
        numbers={"lists": lists | words(选举顺序="先选委员")},
    )
    assert messages(later, "Q011") == []


def test_marks_of_those_elected_are_compared_both_ways_with_both_numbers():
    township = world({"书记:丁一": 10, "王伟": 9, "李明": 7, "张华": 5})
    marked = {"丁一", "王伟", "张华"}
    people = tuple(
        replace(one, stage="当选" if one.name in marked else "预备人选")
        for one in township.candidates
    )
    township = replace(township, candidates=people)
    assert messages(township, "Q003") == ["东村张华标为当选委员，得5票，但要6票当选"]
    assert messages(township, "Q009") == ["东村李明得7票，委员要6票当选，阶段却是“预备人选”"]


def test_who_ranks_behind_the_seats_is_told_the_votes_of_the_last_seat():
    township = world({"王伟": 9, "李明": 8, "张华": 6})
    people = tuple(replace(one, stage="当选") for one in township.candidates)
    (message,) = messages(replace(township, candidates=people), "Q003")
    assert message == "东村张华标为当选委员，得6票，但2个名额的末位得8票"


@pytest.mark.parametrize(("day", "late"), [(16, False), (17, True)])
def test_another_election_follows_within_the_days_of_the_profile(day, late):
    numbers = {"numbers": {"另行选举期限": Number(30, ARTICLE)}}
    township = world({"王伟": 9, "李明": 5}, {"李明": 7}, numbers=numbers)
    first, second = township.meetings
    october = first.day.replace(month=10, day=17)
    meetings = (replace(first, day=october), replace(second, day=first.day.replace(day=day)))
    assert bool(messages(replace(township, meetings=meetings), "Q025")) is late


def test_rounds_are_numbered_without_gaps_and_follow_each_other():
    township = world({"王伟": 9}, {"李明": 7})
    first, second = township.meetings
    gap = replace(township, meetings=(first, replace(second, round=3)))
    assert messages(gap, "V011") == ["东村选举大会第3轮之前没有第2轮"]
    back = replace(township, meetings=(first, replace(second, day=first.day.replace(day=15))))
    assert "早于第1轮的2026-11-16" in messages(back, "V011")[0]


def test_a_recommendation_or_a_recall_elects_nobody():
    for name in ("推荐会", "民主推荐会", "罢免投票会议"):
        township = world({"王伟": 9})
        votes = tuple(replace(one, meeting=name) for one in township.votes)
        township = replace(township, meetings=(meeting(name=name),), votes=votes)
        assert elections(township) == ()
        assert outcome(township, township.meetings[0]) == ()


def test_a_round_whose_counts_are_missing_is_not_a_vote_on_the_post_yet():
    numbers = {"shares": {"另行选举当选": THIRD}}
    township = world({"王伟": 5}, {"王伟": 5}, numbers=numbers)
    first, second = township.meetings
    township = replace(township, meetings=(replace(first, present=None), second))
    assert won(township) == set()
    assert [one.kind for one in outcome(township, second)] == [""]


@pytest.mark.parametrize(("due", "told"), [(1, True), (2, False), (3, True)])
def test_only_those_elected_meet_to_elect_the_secretary(due, told):
    township = indirect()
    first, second = township.meetings
    township = replace(township, meetings=(first, replace(second, due=due)))
    assert bool(messages(township, "Q028")) is told
