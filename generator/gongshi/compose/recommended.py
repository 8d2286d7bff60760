"""两推: what members and representatives recommended, weighted where the profile says how."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date
from gongshi.model.records import POSTS, Meeting, Vote
from gongshi.names.order import sort_key
from gongshi.rules.recommendations import MASSES, MEMBERS, of_members


@dataclass(frozen=True, slots=True)
class Gathered:
    """One recommendation meeting: who met, when and where, and its ballots."""

    name: str
    day: str
    venue: str
    due: int
    present: int
    issued: int
    collected: int
    valid: int


@dataclass(frozen=True, slots=True)
class Recommended:
    """One person: recommendations by members and by representatives, and the weighted total."""

    post: str
    name: str
    members: int
    masses: int
    total: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Both meetings and every person, by post and total; ``weights`` is empty if unweighted."""

    meetings: tuple[Gathered, ...]
    people: tuple[Recommended, ...]
    weights: str
    weights_article: str


def recommendation(scene: Scene) -> Recommendation:
    """The result of the village's recommendation meetings (推荐会 in their names)."""
    meetings = [
        one
        for one in scene.records.meetings
        if one.village == scene.village.name and "推荐" in one.name and one.held
    ]
    by_members = [one for one in meetings if of_members(one)]
    if not by_members or len(meetings) == len(by_members):
        message = f"会议情况表里要有{scene.village.name}的党员推荐会和群众代表推荐会"
        raise MissingError(message)
    numbers = scene.profile.numbers
    weights = tuple(numbers[name] for name in (MEMBERS, MASSES) if name in numbers)
    shares = [one.value for one in weights] if len(weights) == 2 else [100, 100]
    weighted = shares != [100, 100]
    words = f"党员推荐票按{shares[0]}%、群众代表推荐票按{shares[1]}%折算" if weighted else ""
    return Recommendation(
        meetings=tuple(map(_gathered, meetings)),
        people=_people(scene, meetings, by_members, shares),
        weights=words,
        weights_article=weights[0].article if words else "",
    )


def _gathered(one: Meeting) -> Gathered:
    columns = {"day": "日期", "venue": "地点", "due": "应到", "present": "实到", "issued": "发出票"}
    columns |= {"collected": "收回票", "valid": "有效票"}
    for field, column in columns.items():
        if getattr(one, field) in (None, ""):
            message = f"会议情况表没有写{one.village}{one.name}的{column}"
            raise MissingError(message, one.place(field))
    counts = (one.due or 0, one.present or 0, one.issued or 0, one.collected or 0, one.valid or 0)
    return Gathered(one.name, chinese_date(one.day) if one.day else "", one.venue, *counts)


def _people(
    scene: Scene, meetings: list[Meeting], by_members: list[Meeting], shares: list[int]
) -> tuple[Recommended, ...]:
    counts: dict[tuple[str, str], list[int]] = {}
    for meeting in meetings:
        column = 0 if meeting in by_members else 1
        for vote in scene.records.votes_of(meeting):
            _add(counts, vote, column)
    if not counts:
        raise MissingError(f"得票情况表里没有{scene.village.name}推荐会的得票")
    order = scene.profile.order
    ranked = sorted(
        counts.items(),
        key=lambda pair: (
            POSTS.index(pair[0][0]),
            -_hundredths(pair[1], shares),
            sort_key(pair[0][1], order),
        ),
    )
    return tuple(
        Recommended(post, name, both[0], both[1], _decimal(_hundredths(both, shares)))
        for (post, name), both in ranked
    )


def _add(counts: dict[tuple[str, str], list[int]], vote: Vote, column: int) -> None:
    counts.setdefault((vote.post, vote.name), [0, 0])[column] += vote.in_favour


def _hundredths(both: list[int], shares: list[int]) -> int:
    return sum(votes * share for votes, share in zip(both, shares, strict=True))


def _decimal(hundredths: int) -> str:
    """``4120`` → ``41.2``: exact, without noughts at the end."""
    whole, rest = divmod(Fraction(hundredths, 100), 1)
    return f"{whole}.{int(rest * 100):02}".rstrip("0").rstrip(".")
