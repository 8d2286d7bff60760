"""Who is elected: the one place that turns votes into results.

The rules, the result notice, the appointment notice and the figures all ask here, so that
they cannot disagree.  A tie at the last seat is never decided by the program.

A post goes through rounds.  The first elects by the profile's majority.  Equal votes at
the last seat are voted on again among those who have them (重新投票), most votes winning;
seats that stay open are voted on once more (另行选举), by a share of its own where the
profile has one.  A void round counts for nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from gongshi.model.profile import Profile, Share
from gongshi.model.records import POSTS, Meeting, Records, Village, Vote
from gongshi.names.order import sort_key

#: What a later round of a post is.
REVOTE, ANOTHER = "重新投票", "另行选举"

#: Posts whose holders must also be members of the committee (委员).
_LEADING = frozenset({"书记", "副书记"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one post at one round of one meeting.

    ``seats`` are those still open at this round.  ``needed`` is the smallest number of
    votes in favour that elects, none at a void round and while the count it is a share of
    is missing.  ``elected`` holds those who reached it and rank within
    ``seats``, most votes first; ``tied`` those who reached it with equal votes at the last
    seat, so that only another ballot can decide; ``others`` the rest.  ``kind`` is empty
    for the first vote on a post, else ``REVOTE`` or ``ANOTHER``.  ``barred`` names those
    who had the votes for 书记 or 副书记 but were not elected 委员.
    """

    post: str
    seats: int
    needed: int | None
    elected: tuple[Vote, ...]
    tied: tuple[Vote, ...]
    others: tuple[Vote, ...]
    kind: str = ""
    barred: tuple[Vote, ...] = ()

    @property
    def vacant(self) -> int:
        """Seats that are left empty or open."""
        return self.seats - len(self.elected)


@dataclass(frozen=True, slots=True)
class Ballot:
    """One round of one meeting: its votes and what came of them, in the order of ``POSTS``."""

    meeting: Meeting
    village: Village | None
    void: bool
    votes: tuple[Vote, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Election:
    """All rounds of one election meeting of one village, in their order."""

    village: str
    name: str
    ballots: tuple[Ballot, ...]

    def latest(self) -> Iterator[tuple[Ballot, Outcome]]:
        """The last round on each post with its result."""
        last = {one.post: (ballot, one) for ballot in self.ballots for one in ballot.outcomes}
        yield from last.values()

    def winners(self) -> Iterator[tuple[Ballot, Outcome, Vote]]:
        """Everyone elected, with the round that elected them."""
        for ballot in self.ballots:
            for one in ballot.outcomes:
                for vote in one.elected:
                    yield ballot, one, vote


def elects(meeting: Meeting, profile: Profile) -> bool:
    """Whether a meeting elects: one that recommends (推荐会议) or recalls (罢免) does not."""
    return not (recommends(meeting, profile) or recalls(meeting))


def recommends(meeting: Meeting, profile: Profile) -> bool:
    """Whether a meeting only recommends whom to consider."""
    words = profile.lists.get("推荐会议")
    return "推荐" in meeting.name or (words is not None and meeting.name in words.words)


def recalls(meeting: Meeting) -> bool:
    """Whether a meeting votes on a recall."""
    return "罢免" in meeting.name


def base_of(share: Share, meeting: Meeting, village: Village | None) -> int | None:
    """The number a share is counted of, or none where the tables do not say it.

    投票人数 are the ballots that came back; 登记选民 and 居民代表 are the meeting's 应到
    where it is given, else the village's own number.
    """
    if share.base == "实到":
        return meeting.present
    if share.base == "投票人数":
        return meeting.collected
    if share.base == "有效票":
        return meeting.valid
    if meeting.due is not None or village is None:
        return meeting.due
    own = {"登记选民": village.voters, "居民代表": village.representatives}
    return own.get(share.base, village.due)


def elections(records: Records) -> tuple[Election, ...]:
    """Every election meeting with all its rounds counted, by its first day."""
    return _elections(records, records.meetings, records.votes)


def elections_of(records: Records, village: str) -> tuple[Election, ...]:
    """One village's election meetings."""
    meetings = [meeting for meeting in records.meetings if meeting.village == village]
    return _elections(records, meetings, (v for v in records.votes if v.village == village))


def outcome(records: Records, meeting: Meeting) -> tuple[Outcome, ...]:
    """The result for each post voted on at one round, in the order of ``POSTS``.

    A later round fills the seats that earlier rounds left.  Nobody is elected while a
    count is missing, at a void round, to a post without seats or by a recommendation.
    """
    key = (meeting.name, meeting.round)
    held = [m for m in records.meetings if m.village == meeting.village]
    held = [meeting, *(one for one in held if (one.name, one.round) != key)]
    votes = (vote for vote in records.votes if vote.village == meeting.village)
    ballots = (one for found in _elections(records, held, votes) for one in found.ballots)
    return next((one.outcomes for one in ballots if one.meeting is meeting), ())


def days_of(elections: Iterable[Election]) -> dict[str, list[date]]:
    """The days on which each village votes; a further round only once it has been held."""
    days: dict[str, list[date]] = {}
    for election in elections:
        for ballot in election.ballots:
            meeting = ballot.meeting
            if meeting.day and (meeting.held or ballot is election.ballots[0]):
                days.setdefault(election.village, []).append(meeting.day)
    return days


def is_void(records: Records, meeting: Meeting) -> bool:
    """Whether a round is known to count for nothing: no quorum, or too many ballots back."""
    return _void(records.term.profile, meeting, records.village(meeting.village))


def _void(profile: Profile, meeting: Meeting, village: Village | None) -> bool:
    whole = base_of(profile.quorum, meeting, village)
    present, issued, collected = meeting.present, meeting.issued, meeting.collected
    if present is not None and whole is not None and not profile.quorum.reached(present, whole):
        return True
    return issued is not None and collected is not None and collected > issued


def _elections(
    records: Records, meetings: Iterable[Meeting], votes: Iterable[Vote]
) -> tuple[Election, ...]:
    profile = records.term.profile
    villages = {village.name: village for village in records.villages}
    cast: dict[tuple[str, str, int], list[Vote]] = {}
    for vote in votes:
        cast.setdefault((vote.village, vote.meeting, vote.round), []).append(vote)
    held: dict[tuple[str, str], list[Meeting]] = {}
    for meeting in sorted(meetings, key=lambda one: (one.day or date.max, one.round)):
        if elects(meeting, profile):
            held.setdefault((meeting.village, meeting.name), []).append(meeting)
    counts = {name: _Count(profile, village) for name, village in villages.items()}
    return tuple(
        _election(counts.get(key[0]) or _Count(profile, None), key, rounds, cast)
        for key, rounds in held.items()
    )


def _election(
    count: _Count,
    key: tuple[str, str],
    rounds: list[Meeting],
    cast: Mapping[tuple[str, str, int], list[Vote]],
) -> Election:
    count.begin()
    rounds.sort(key=lambda meeting: meeting.round)
    ballots = (count.ballot(one, tuple(cast.get((*key, one.round), ()))) for one in rounds)
    return Election(*key, tuple(ballots))


class _Count:
    """The count of one village: seats still open, ties to decide, and who is 委员 by now."""

    def __init__(self, profile: Profile, village: Village | None) -> None:
        self._profile, self._village = profile, village
        self._members: set[str] = set()
        self._stood: set[str] = set()
        self.begin()

    def begin(self) -> None:
        """A new meeting: every seat is open, nothing has been voted on."""
        self._open = dict(self._village.seats) if self._village else {}
        self._tied: dict[str, frozenset[str]] = {}
        self._voted: set[str] = set()

    def ballot(self, meeting: Meeting, votes: tuple[Vote, ...]) -> Ballot:
        """One round's results; a void one changes nothing for the next."""
        void = _void(self._profile, meeting, self._village)
        voted = {vote.post for vote in votes}
        self._stood.update(vote.name for vote in votes if vote.post == "委员")
        found = {}
        for post in sorted(voted, key=lambda post: post in _LEADING):
            mine = [vote for vote in votes if vote.post == post]
            found[post] = self._post(post, mine, meeting, void=void)
            if not void:
                self._settle(found[post])
        outcomes = tuple(found[post] for post in POSTS if post in found)
        return Ballot(meeting, self._village, void, votes, outcomes)

    def _post(self, post: str, votes: list[Vote], meeting: Meeting, *, void: bool) -> Outcome:
        kind = REVOTE if post in self._tied else ANOTHER if post in self._voted else ""
        needed = None if void else self._needed(kind, meeting)
        ranked = sorted(votes, key=partial(_rank, self._profile.order))
        pool = self._tied.get(post)
        enough = [
            vote
            for vote in ranked
            if needed is not None
            and vote.in_favour >= needed
            and (pool is None or vote.name in pool)
        ]
        barred = tuple(vote for vote in enough if self._barred(vote))
        reached = [vote for vote in enough if vote not in barred]
        elected, tied = _first(reached, self._open.get(post, 0))
        if tied and by_lot(self._profile):
            elected, tied = _drawn(elected, tied, self._open[post] - len(elected))
        others = tuple(vote for vote in ranked if vote not in elected and vote not in tied)
        seats = self._open.get(post, 0)
        return Outcome(post, seats, needed, tuple(elected), tuple(tied), others, kind, barred)

    def _needed(self, kind: str, meeting: Meeting) -> int | None:
        """The fewest votes that elect: most votes win a 重新投票 and by plurality."""
        share = self._profile.majority
        if kind == ANOTHER:
            share = self._profile.shares.get("另行选举当选", share)
        base = base_of(share, meeting, self._village)
        if base is None:
            return None
        return 1 if kind == REVOTE or by_plurality(self._profile) else share.least(base)

    def _barred(self, vote: Vote) -> bool:
        """书记 and 副书记 must be 委员 where the profile asks it or they stood for both."""
        if vote.post not in _LEADING or vote.name in self._members:
            return False
        return leaders_are_members(self._profile, self._village) or vote.name in self._stood

    def _settle(self, result: Outcome) -> None:
        post = result.post
        if result.needed is None:
            return
        self._voted.add(post)
        self._open[post] = max(0, result.vacant)
        self._tied.pop(post, None)
        if result.tied:
            self._tied[post] = frozenset(vote.name for vote in result.tied)
        if post == "委员":
            self._members.update(vote.name for vote in result.elected)


def by_plurality(profile: Profile) -> bool:
    """Whether the most votes win without a majority (当选方式: 得票多的当选)."""
    return setting(profile, "当选方式") == "得票多的当选"


def by_lot(profile: Profile) -> bool:
    """Whether equal votes are decided by a recorded draw (平票: 抽签)."""
    return setting(profile, "平票") == "抽签"


def leaders_are_members(profile: Profile, village: Village | None) -> bool:
    """Whether 书记 and 副书记 are voted on as 委员 too, within 委员职数.

    So it is wherever the new committee elects them from its midst (间接选举).
    """
    if village is not None and village.mode == "间接选举":
        return True
    return setting(profile, "书记兼选委员") == "须同时当选委员"


def setting(profile: Profile, name: str) -> str:
    """The way a profile has chosen (名单), empty where it has none."""
    words = profile.lists.get(name)
    return words.one if words else ""


def _rank(order: str, vote: Vote) -> tuple[object, ...]:
    """Most votes first; equal votes in the order of names."""
    return (-vote.in_favour, sort_key(vote.name, order))


def _first(reached: list[Vote], seats: int) -> tuple[list[Vote], list[Vote]]:
    """Those within the seats, and those with equal votes at the last one."""
    if not 0 < seats < len(reached) or reached[seats - 1].in_favour != reached[seats].in_favour:
        return reached[: max(0, seats)], []
    cut = reached[seats].in_favour
    return [v for v in reached if v.in_favour > cut], [v for v in reached if v.in_favour == cut]


def _drawn(elected: list[Vote], tied: list[Vote], left: int) -> tuple[list[Vote], list[Vote]]:
    """The tie decided by lot where the table records the draw of everyone in it."""
    lucky = [vote for vote in tied if vote.drawn == "中签"]
    if len(lucky) != left or not all(vote.drawn for vote in tied):
        return elected, tied
    return [*elected, *lucky], []
