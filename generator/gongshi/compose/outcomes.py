"""The result of an election as notices state it, from the counts of every round.

Who is elected is decided in :mod:`gongshi.rules.results` and nowhere else.  A round that
is not valid, or a last seat that is not decided, is no result: then there is no notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from gongshi.compose.people import Group, Roll, group, roll
from gongshi.compose.problems import NO_RESULT
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date, electors, numeral, share_words
from gongshi.model.records import ELECTION, POSTS, Candidate, Meeting, Vote
from gongshi.rules.results import ANOTHER, REVOTE, Ballot, Outcome, base_of, elections_of
from gongshi.rules.staff import ROLES, names_in

#: What must be counted before there is a result: field and column of 会议情况.
COUNTS = {
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
    ballots = _ballots(scene)
    _decided(scene, ballots)
    winners = _winners(scene, ballots)
    profile, many = scene.profile, len(ballots) > 1
    told = tuple(_round(scene, ballot, many=many) for ballot in ballots)
    return Result(
        day=told[0].day,
        venue=told[0].venue,
        meeting=electors(scene.body, profile.quorum.base)[1],
        quorum=share_words(profile.quorum),
        quorum_article=profile.quorum.article,
        majority=share_words(profile.majority),
        majority_article=profile.majority.article,
        rounds=told,
        elected=tuple(group(scene, *holders, "按得票多少为序") for holders in winners.items()),
        vacant=_vacant(scene, winners),
    )


def elected(scene: Scene) -> Roll:
    """Those elected, in the order of names: who is to hold office (任职公示)."""
    ballots = _ballots(scene)
    _decided(scene, ballots)
    return roll(scene, (one for people in _winners(scene, ballots).values() for one in people))


def _ballots(scene: Scene) -> list[Ballot]:
    """The valid rounds of 选举大会 in order, then those of the committee, each fully counted.

    A void round (no quorum, too many ballots) counts for nothing and hides no valid one; a
    further round that is only planned does not keep back what is already decided.
    """
    village = scene.village.name
    found = {one.name: one.ballots for one in elections_of(scene.records, village)}
    every = found.get(ELECTION, ())
    if not every:
        raise MissingError(f"会议情况表里没有{village}的选举大会")
    words = scene.profile.lists.get("间接选举会议")
    inner = [b for name in (words.words if words else ()) for b in found.get(name, ())]
    ballots = _valid(scene, every) + [one for one in _held(inner) if not one.void]
    for one in ballots:
        _counted(scene, one.meeting)
    return ballots


def _valid(scene: Scene, every: tuple[Ballot, ...]) -> list[Ballot]:
    """The rounds that count; raises where those held are all void, the first if none is held."""
    held = _held(every) or [every[0]]
    valid = [one for one in held if not one.void]
    if not valid:
        raise _void(scene, held[-1].meeting)
    return valid


def _held(ballots: Iterable[Ballot]) -> list[Ballot]:
    return [one for one in ballots if one.meeting.held or one.void]


def counted(meeting: Meeting) -> None:
    """Raises :class:`MissingError` for the first of :data:`COUNTS` that the table lacks."""
    for field, column in COUNTS.items():
        if getattr(meeting, field) in (None, ""):
            message = f"会议情况表没有写{meeting.village}{meeting.name}的{column}"
            raise MissingError(message, meeting.place(field))


def _counted(scene: Scene, meeting: Meeting) -> None:
    counted(meeting)
    if base_of(scene.profile.quorum, meeting, scene.village) is None:
        message = f"会议情况表没有写{meeting.village}选举大会的应到"
        raise MissingError(message, meeting.place("due"))


def _void(scene: Scene, meeting: Meeting) -> MissingError:
    quorum, present = scene.profile.quorum, meeting.present or 0
    due = base_of(quorum, meeting, scene.village) or 0
    if quorum.reached(present, due):
        message, field = "收回的选票多于发出的选票，选举无效", "collected"
    else:
        message = f"应到{due}名，实到{present}名，没有达到{quorum.words()}，选举无效"
        field = "present"
    return MissingError(message, meeting.place(field), rule=NO_RESULT)


def _decided(scene: Scene, ballots: list[Ballot]) -> None:
    """Raises where nobody has votes, nobody won, or equal votes leave the last seat open."""
    place = ballots[-1].meeting.place("collected")
    latest = {one.post: one for ballot in ballots for one in ballot.outcomes}
    if not latest:
        raise MissingError(f"得票情况表里没有{scene.village.name}选举大会的得票", place)
    for one in latest.values():
        if one.tied:
            names = "、".join(vote.name for vote in one.tied)
            message = f"{names}得票相等，{one.post}的当选人还不能确定"
            raise MissingError(message, one.tied[0].place("in_favour"), rule=NO_RESULT)
    if not any(one.elected for ballot in ballots for one in ballot.outcomes):
        raise MissingError("没有人得到当选所需的票数", place, rule=NO_RESULT)


def _winners(scene: Scene, ballots: list[Ballot]) -> dict[str, tuple[Candidate, ...]]:
    """The rows of those elected by post, most votes first, earlier rounds before later."""
    people = scene.records.candidates_of(scene.village.name)
    every = [one for ballot in ballots for one in ballot.outcomes]
    winners = {
        post: tuple(_candidate(people, v) for one in every if one.post == post for v in one.elected)
        for post in POSTS
    }
    return {post: holders for post, holders in winners.items() if holders}


def _candidate(people: tuple[Candidate, ...], vote: Vote) -> Candidate:
    same = [person for person in people if person.name == vote.name]
    exact = [person for person in same if person.post == vote.post]
    for person in exact or same:
        return replace(person, post=vote.post)
    raise MissingError(f"当选的{vote.name}不在候选人名册里", vote.place("name"))


def _round(scene: Scene, ballot: Ballot, *, many: bool) -> Round:
    meeting = ballot.meeting
    issued, collected = meeting.issued or 0, meeting.collected or 0
    return Round(
        name=_name(scene, ballot) if many else "",
        day=chinese_date(meeting.day) if meeting.day else "",
        venue=meeting.venue,
        attendance=_attendance(scene, meeting),
        present="参加投票人数" if scene.profile.quorum.base == "登记选民" else "实到会人数",
        returned="等于" if issued == collected else "少于",
        issued=issued,
        collected=collected,
        valid=meeting.valid or 0,
        invalid=meeting.invalid or 0,
        tallies=tuple(_tallies(ballot.outcomes)),
        staff=tuple(_staff(meeting)),
    )


def _name(scene: Scene, ballot: Ballot) -> str:
    """``第二轮投票（另行选举，得票多的当选，得票不少于参加投票的人数的三分之一）``."""
    meeting, kinds = ballot.meeting, {one.kind for one in ballot.outcomes}
    name = f"第{numeral(meeting.round)}轮投票" if meeting.name == ELECTION else meeting.name
    share = scene.profile.shares.get("另行选举当选")
    words = []
    if REVOTE in kinds:
        words.append("就票数相等的候选人重新投票，得票多的当选")
    if ANOTHER in kinds:
        own = f"，得票多的当选，得票{share_words(share)}" if share else ""
        words.append(f"就不足的名额另行选举{own}")
    return f"{name}（{'；'.join(words)}）" if words else name


def _attendance(scene: Scene, meeting: Meeting) -> str:
    """``应到会有选举权的党员55名，实到55名``, by who votes."""
    base = scene.profile.quorum.base
    who, _ = electors(scene.body, base)
    due = base_of(scene.profile.quorum, meeting, scene.village)
    if meeting.name != ELECTION:
        who = "委员"
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
    for role, field in (("主持人", "host"), *ROLES):
        if names := names_in(meeting, field):
            yield role, "、".join(names)


def _vacant(scene: Scene, winners: Mapping[str, tuple[Candidate, ...]]) -> str:
    seats = scene.village.seats
    later = scene.village.mode == "间接选举"
    posts = [post for post in POSTS if post in winners or post == "委员" or not later]
    left = ((post, seats.get(post, 0) - len(winners.get(post, ()))) for post in posts)
    return "、".join(f"{post}{count}名" for post, count in left if count > 0)
