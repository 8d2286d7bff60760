"""Recommendation meetings (推荐会): their votes together, weighted where a profile says how."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gongshi.model.profile import Profile
from gongshi.model.records import Meeting, Records, Village, Vote
from gongshi.rules.results import base_of, recommends

#: The profile's numbers: hundredths of a vote of members, and of the masses' representatives.
MEMBERS, MASSES = "党员推荐权重", "群众代表推荐权重"


@dataclass(frozen=True, slots=True)
class Tally:
    """One person's recommendation votes for one post: as cast, and in hundredths weighted."""

    post: str
    name: str
    votes: int
    weighted: int
    vote: Vote


@dataclass(frozen=True, slots=True)
class Recommended:
    """One village's recommendation: its meetings, and every person with the votes of all.

    ``base`` is what a share of the votes is counted of (推荐过半), over all meetings; none
    while a count is missing.
    """

    village: str
    meetings: tuple[Meeting, ...]
    base: int | None
    tallies: tuple[Tally, ...]


def of_members(meeting: Meeting) -> bool:
    """Whether Party members recommend; at any other meeting (代表、群众) the masses do."""
    return "党员" in meeting.name


def recommendations(
    records: Records, keep: Callable[[Meeting], bool] | None = None
) -> Iterator[Recommended]:
    """Every village with a recommendation meeting, in the order of the tables.

    ``keep`` leaves only some of the meetings, such as those :func:`of_members`.
    """
    profile = records.term.profile
    villages = {village.name: village for village in records.villages}
    cast: dict[tuple[str, str, int], list[Vote]] = {}
    for vote in records.votes:
        cast.setdefault((vote.village, vote.meeting, vote.round), []).append(vote)
    held: dict[str, list[Meeting]] = {}
    for meeting in records.meetings:
        if recommends(meeting, profile) and (keep is None or keep(meeting)):
            held.setdefault(meeting.village, []).append(meeting)
    for name, meetings in held.items():
        yield _recommended(profile, villages.get(name), meetings, cast)


def _recommended(
    profile: Profile,
    village: Village | None,
    meetings: list[Meeting],
    cast: dict[tuple[str, str, int], list[Vote]],
) -> Recommended:
    found: dict[tuple[str, str], Tally] = {}
    for meeting in meetings:
        weight = _weight(profile, meeting)
        for vote in cast.get((meeting.village, meeting.name, meeting.round), ()):
            key, votes = (vote.post, vote.name), vote.in_favour
            old = found.get(key, Tally(*key, 0, 0, vote))
            found[key] = Tally(*key, old.votes + votes, old.weighted + votes * weight, old.vote)
    share = profile.shares.get("推荐过半")
    bases = [base_of(share, one, village) for one in meetings] if share else [None]
    known = [base for base in bases if base is not None]
    base = sum(known) if len(known) == len(bases) else None
    return Recommended(meetings[0].village, tuple(meetings), base, tuple(found.values()))


def _weight(profile: Profile, meeting: Meeting) -> int:
    number = profile.numbers.get(MEMBERS if of_members(meeting) else MASSES)
    return number.value if number else 100
