"""The result of an election as notices state it, from the counts of every round.

Who is elected is decided in :mod:`gongshi.rules.results` and nowhere else.  A round that
is not valid, or a last seat that is not decided, is no result: then there is no notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.compose.people import Group, Person, Roll, roll
from gongshi.compose.problems import NO_RESULT
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date, electors, numeral, share_words
from gongshi.model.records import POSTS, Candidate, Meeting, Vote
from gongshi.rules.results import Outcome, base_of, outcome

_COUNTS = {
    "day": "日期",
    "venue": "地点",
    "present": "实到",
    "issued": "发出票",
    "collected": "收回票",
    "valid": "有效票",
    "invalid": "无效票",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """One person's votes for one post; ``elected`` is 当选 or 未当选."""

    post: str
    name: str
    in_favour: int
    against: int
    abstain: int
    elected: str


@dataclass(frozen=True, slots=True)
class Round:
    """One valid round; ``name`` is empty when there was only one."""

    name: str
    day: str
    venue: str
    attendance: str
    present: str
    returned: str
    issued: int
    collected: int
    valid: int
    invalid: int
    tallies: tuple[Tally, ...]
    staff: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """The whole election: its rounds, who won, and the shares that decided.

    ``elected`` is ordered by votes within each post.  ``vacant`` lists seats that nobody
    won, ``委员1名``; empty when all are filled.
    """

    day: str
    venue: str
    meeting: str
    quorum: str
    quorum_article: str
    majority: str
    majority_article: str
    rounds: tuple[Round, ...]
    elected: tuple[Group, ...]
    vacant: str


def result(scene: Scene) -> Result:
    """The result of the village's 选举大会; raises where it is not valid or not decided."""
    rounds = _rounds(scene)
    outcomes = [outcome(scene.records, meeting) for meeting in rounds]
    _decided(scene, rounds, outcomes)
    winners = list(_winners(scene, outcomes))
    profile, many = scene.profile, len(rounds) > 1
    told = tuple(_round(scene, *pair, many=many) for pair in zip(rounds, outcomes, strict=True))
    return Result(
        day=told[0].day,
        venue=told[0].venue,
        meeting=electors(scene.body, profile.quorum.base)[1],
        quorum=share_words(profile.quorum),
        quorum_article=profile.quorum.article,
        majority=share_words(profile.majority),
        majority_article=profile.majority.article,
        rounds=told,
        elected=_by_votes(scene, winners),
        vacant=_vacant(scene, winners),
    )


def elected(scene: Scene) -> Roll:
    """Those elected, in the order of names: who is to hold office (任职公示)."""
    rounds = _rounds(scene)
    outcomes = [outcome(scene.records, meeting) for meeting in rounds]
    _decided(scene, rounds, outcomes)
    return roll(scene, _winners(scene, outcomes))


def _rounds(scene: Scene) -> list[Meeting]:
    """The rounds of 选举大会 in order, each with all its counts and a quorum."""
    village = scene.village.name
    rounds = [m for m in scene.records.meetings if (m.village, m.name) == (village, "选举大会")]
    if not rounds:
        raise MissingError(f"会议情况表里没有{village}的选举大会")
    for meeting in rounds:
        _counted(scene, meeting)
    return sorted(rounds, key=lambda meeting: meeting.round)


def _counted(scene: Scene, meeting: Meeting) -> None:
    for field, column in _COUNTS.items():
        if getattr(meeting, field) in (None, ""):
            message = f"会议情况表没有写{meeting.village}选举大会的{column}"
            raise MissingError(message, meeting.place(field))
    quorum = scene.profile.quorum
    due = base_of(quorum, meeting, scene.village)
    if due is None:
        message = f"会议情况表没有写{meeting.village}选举大会的应到"
        raise MissingError(message, meeting.place("due"))
    if not quorum.reached(meeting.present or 0, due):
        message = f"应到{due}名，实到{meeting.present}名，没有达到{quorum.words()}，选举无效"
        raise MissingError(message, meeting.place("present"), rule=NO_RESULT)
    if (meeting.collected or 0) > (meeting.issued or 0):
        raise MissingError(
            "收回的选票多于发出的选票，选举无效", meeting.place("collected"), rule=NO_RESULT
        )


def _decided(scene: Scene, rounds: list[Meeting], outcomes: list[tuple[Outcome, ...]]) -> None:
    """Raises where nobody has votes, nobody won, or equal votes leave the last seat open."""
    place = rounds[-1].place("collected")
    if not outcomes[-1]:
        raise MissingError(f"得票情况表里没有{scene.village.name}选举大会的得票", place)
    for one in outcomes[-1]:
        if one.tied:
            names = "、".join(vote.name for vote in one.tied)
            message = f"{names}得票相等，{one.post}的当选人还不能确定"
            raise MissingError(message, one.tied[0].place("in_favour"), rule=NO_RESULT)
    if not any(one.elected for posts in outcomes for one in posts):
        raise MissingError("没有人得到当选所需的票数", place, rule=NO_RESULT)


def _winners(scene: Scene, outcomes: list[tuple[Outcome, ...]]) -> Iterator[Candidate]:
    """The rows of those elected, by post and votes, earlier rounds first."""
    people = scene.records.candidates_of(scene.village.name)
    for post in POSTS:
        for vote in _elected_to(post, outcomes):
            yield _candidate(people, vote)


def _elected_to(post: str, outcomes: list[tuple[Outcome, ...]]) -> Iterator[Vote]:
    for posts in outcomes:
        for one in posts:
            if one.post == post:
                yield from one.elected


def _candidate(people: tuple[Candidate, ...], vote: Vote) -> Candidate:
    same = [person for person in people if person.name == vote.name]
    exact = [person for person in same if person.post == vote.post]
    for person in exact or same:
        return person
    raise MissingError(f"当选的{vote.name}不在候选人名册里", vote.place("name"))


def _round(scene: Scene, meeting: Meeting, outcomes: tuple[Outcome, ...], *, many: bool) -> Round:
    issued, collected = meeting.issued or 0, meeting.collected or 0
    return Round(
        name=f"第{numeral(meeting.round)}轮投票" if many else "",
        day=chinese_date(meeting.day) if meeting.day else "",
        venue=meeting.venue,
        attendance=_attendance(scene, meeting),
        present="参加投票人数" if scene.profile.quorum.base == "登记选民" else "实到会人数",
        returned="等于" if issued == collected else "少于",
        issued=issued,
        collected=collected,
        valid=meeting.valid or 0,
        invalid=meeting.invalid or 0,
        tallies=tuple(_tallies(outcomes)),
        staff=tuple(_staff(meeting)),
    )


def _attendance(scene: Scene, meeting: Meeting) -> str:
    """``应到会有选举权的党员55名，实到55名``, by who votes."""
    base = scene.profile.quorum.base
    who, _ = electors(scene.body, base)
    due = base_of(scene.profile.quorum, meeting, scene.village)
    if base == "登记选民":
        return f"{who}{due}名，参加投票{meeting.present}名"
    return f"应到会{who}{due}名，实到会{meeting.present}名"


def _tallies(outcomes: tuple[Outcome, ...]) -> Iterator[Tally]:
    for one in outcomes:
        for vote in sorted((*one.elected, *one.tied, *one.others), key=lambda v: -v.in_favour):
            won = "当选" if vote in one.elected else "未当选"
            yield Tally(vote.post, vote.name, vote.in_favour, vote.against, vote.abstain, won)


def _staff(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """The people who ran the meeting, as far as the table names them."""
    groups = (
        ("主持人", (meeting.host,)),
        ("总监票人", (meeting.chief_scrutineer,)),
        ("监票人", meeting.scrutineers),
        ("计票人", meeting.counters),
        ("唱票人", meeting.callers),
    )
    for role, names in groups:
        if any(names):
            yield role, "、".join(names)


def _by_votes(scene: Scene, winners: list[Candidate]) -> tuple[Group, ...]:
    """Groups by post that keep the order of the votes."""
    people: dict[str, list[Person]] = {}
    for winner in winners:
        (group,) = roll(scene, [winner]).groups
        people.setdefault(group.post, []).extend(group.people)
    seats = scene.village.seats
    return tuple(
        Group(post, seats.get(post, 0), tuple(people[post])) for post in POSTS if post in people
    )


def _vacant(scene: Scene, winners: list[Candidate]) -> str:
    held = [winner.post for winner in winners]
    seats = scene.village.seats
    left = ((post, seats.get(post, 0) - held.count(post)) for post in POSTS)
    return "、".join(f"{post}{count}名" for post, count in left if count > 0)
