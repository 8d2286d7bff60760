"""Who stands on a ballot, a recommendation ballot and the papers of the count."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil
from typing import Any

from gongshi.compose.people import standing_for
from gongshi.compose.scene import MissingError
from gongshi.model.records import POSTS, Candidate, Meeting
from gongshi.papers.people import name
from gongshi.papers.subject import Subject
from gongshi.rules.results import (
    ANOTHER,
    REVOTE,
    Ballot,
    Outcome,
    elections_of,
    leaders_are_members,
    outcome,
    setting,
)

#: Five votes make one 正; a counting sheet has at most so many of them in a row.
_BOXES = 20
_LEADING = ("书记", "副书记")


def ballot(subject: Subject) -> dict[str, Any]:
    """The posts to be filled with seats, names in order, and lines for 另选他人.

    At a later round only the seats that are still open, and those who may stand for them:
    after a tie only the tied, without lines for others.  A void round counts for nothing.
    """
    subject.check_ahead()
    posts = _later_posts(subject) if _counted(subject) else _first_posts(subject)
    if not posts:
        raise MissingError(f"{subject.village.name}没有还要选举的职务", _seats_place(subject))
    return {
        "posts": posts,
        "round": _round_words(subject),
        "custom": _custom(subject, posts),
        "note": _both_words(subject, posts),
    }


def nomination(subject: Subject) -> dict[str, Any]:
    """The posts with everybody the list of candidates names, and as many empty lines."""
    mine = subject.ordered(list(subject.records.candidates_of(subject.village.name)))
    seats = _seats(subject)
    posts = [
        _post(post, seats[post], _for(subject, mine, post), lines=seats[post]) for post in seats
    ]
    return {
        "posts": posts,
        "round": "",
        "custom": _custom(subject, posts),
        "note": _both_words(subject, posts),
    }


def blank_nomination(subject: Subject) -> dict[str, Any]:
    """The posts with empty lines only, one more than there are seats (差额)."""
    seats = _seats(subject)
    posts = [_post(post, seats[post], [], lines=seats[post] + 1) for post in seats]
    return {"posts": posts, "round": "", "custom": "", "note": ""}


def tally(subject: Subject) -> dict[str, Any]:
    """The ballot's people with boxes for 正 and, after the count, their votes."""
    found = ballot(subject)
    voters = _most_ballots(subject)
    votes = _votes(subject)
    elected = _elected(subject)
    for post in found["posts"]:
        for person in post["people"]:
            key = (post["post"], person["name"])
            person["votes"] = votes.get(key, ["", "", ""])
            person["elected"] = ("当选" if key in elected else "—") if elected else ""
    boxes = min(_BOXES, max(1, ceil(voters / 5)))
    return found | {"boxes": boxes, "sheets": max(1, ceil(voters / (boxes * 5)))}


def _most_ballots(subject: Subject) -> int:
    meeting = subject.maybe_meeting
    counts = (meeting.issued, meeting.due) if meeting else ()
    return next((count for count in counts if count), None) or subject.due or _BOXES * 5


def _votes(subject: Subject) -> dict[tuple[str, str], list[str]]:
    meeting = subject.maybe_meeting
    if meeting is None:
        return {}
    return {
        (vote.post, vote.name): [str(n) for n in (vote.in_favour, vote.against, vote.abstain)]
        for vote in subject.records.votes_of(meeting)
    }


def _elected(subject: Subject) -> set[tuple[str, str]]:
    meeting = subject.maybe_meeting
    results = outcome(subject.records, meeting) if meeting is not None and meeting.held else ()
    return {(result.post, vote.name) for result in results for vote in result.elected}


def _seats_place(subject: Subject) -> Any:
    return subject.village.place("seats")


def _seats(subject: Subject) -> dict[str, int]:
    counts = subject.village.seats
    seats = {post: counts[post] for post in POSTS if counts.get(post)}
    if not seats:
        message = f"村社名册没有写{subject.village.name}的职数"
        raise MissingError(message, _seats_place(subject))
    return seats


def _first_posts(subject: Subject) -> list[dict[str, Any]]:
    ready = subject.standing()
    posts = []
    for post, count in _seats(subject).items():
        if post in _LEADING and subject.village.mode == "间接选举":
            continue
        people = _for(subject, ready, post)
        if not people:
            message = f"候选人名册里没有{subject.village.name}可以上选票的{post}候选人"
            raise MissingError(message, _seats_place(subject))
        lines = count if _write_in(subject) else 0
        posts.append(_post(post, count, people, lines=lines))
    return posts


def _later_posts(subject: Subject) -> list[dict[str, Any]]:
    """The posts that the rounds before this one left open."""
    counted = _counted(subject)
    last = {result.post: result for one in counted for result in one.outcomes}
    if not last:
        meeting = counted[-1].meeting
        message = f"得票情况表里没有{subject.village.name}第{meeting.round}轮的得票"
        raise MissingError(message, meeting.place("round"))
    return [
        _later_post(subject, last[post]) for post in POSTS if post in last and last[post].vacant
    ]


def _later_post(subject: Subject, result: Outcome) -> dict[str, Any]:
    left = {vote.name for vote in result.tied or result.others}
    known = subject.records.candidates_of(subject.village.name)
    people = subject.ordered([one for one in known if one.name in left])
    lines = 0 if result.tied or not _write_in(subject) else result.vacant
    kind = REVOTE if result.tied else ANOTHER
    people = _of(people, result.post)
    return _post(result.post, result.vacant, people, lines=lines) | {"kind": kind}


def _counted(subject: Subject) -> list[Ballot]:
    """The rounds before this one that count."""
    now = subject.maybe_meeting
    if now is None:
        return []
    ballots = ballots_of(subject, now)
    return [one for one in ballots if one.meeting.round < now.round and not one.void]


def ballots_of(subject: Subject, meeting: Meeting) -> list[Ballot]:
    """Every round of the election that a meeting is a round of."""
    elections = elections_of(subject.records, meeting.village)
    return [one for each in elections if each.name == meeting.name for one in each.ballots]


def _write_in(subject: Subject) -> bool:
    """Whether ballots have lines for somebody else: the profile's list 另选他人."""
    return setting(subject.profile, "另选他人") != "不允许"


def _for(subject: Subject, people: list[Candidate], post: str) -> list[Candidate]:
    return subject.ordered(standing_for(subject.scene, people, post))


def _both_words(subject: Subject, posts: list[dict[str, Any]]) -> str:
    """Whom a vote for 书记 binds to vote for as 委员; empty where it binds nobody."""
    leading = "、".join(one["post"] for one in posts if one["post"] in _LEADING)
    return leading if leaders_are_members(subject.profile, subject.village) else ""


def _of(people: Iterable[Candidate], post: str) -> list[Candidate]:
    return [one for one in people if one.post == post]


def _post(post: str, seats: int, people: list[Candidate], *, lines: int) -> dict[str, Any]:
    named = [name(one.name) for one in people]
    return {"post": post, "seats": seats, "people": named, "lines": lines, "kind": ""}


def _round_words(subject: Subject) -> str:
    meeting = subject.maybe_meeting
    return f"第{meeting.round}轮投票" if meeting is not None and meeting.round > 1 else ""


def _custom(subject: Subject, posts: list[dict[str, Any]]) -> str:
    many = any(len(post["people"]) > 1 for post in posts)
    return f"姓名按{subject.profile.order}为序" if many else ""
