"""Who is elected: the one place that turns votes into results.

The rules, the result notice and the appointment notice all ask here, so that they cannot
disagree.  A tie at the last seat is never decided by the program.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongshi.model.profile import Share
from gongshi.model.records import POSTS, Meeting, Records, Village, Vote
from gongshi.names.order import sort_key


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one post at one round of one meeting.

    ``seats`` are those still open at this round.  ``needed`` is the smallest number of
    votes in favour that elects, none at a void round and while the count it is a share of
    is missing.  ``elected`` holds those who reached it and rank within
    ``seats``, most votes first; ``tied`` those who reached it with equal votes at the last
    seat, so that only another ballot can decide; ``others`` the rest.
    """

    post: str
    seats: int
    needed: int | None
    elected: tuple[Vote, ...]
    tied: tuple[Vote, ...]
    others: tuple[Vote, ...]

    @property
    def vacant(self) -> int:
        """Seats that are left empty or open."""
        return self.seats - len(self.elected)


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


def outcome(records: Records, meeting: Meeting) -> tuple[Outcome, ...]:
    """The result for each post voted on, in the order of ``POSTS``.

    A later round fills the seats that earlier rounds left.  Nobody is elected while a
    count is missing, at a void round, or to a post without seats.
    """
    village = records.village(meeting.village)
    seats = dict(village.seats) if village else {}
    key = (meeting.village, meeting.name)
    rounds = [m for m in records.meetings if (m.village, m.name) == key]
    for earlier in sorted(rounds, key=lambda one: one.round):
        if earlier.round < meeting.round:
            for result in _results(records, earlier, seats):
                seats[result.post] = result.vacant
    return _results(records, meeting, seats)


def latest_outcomes(records: Records) -> Iterator[tuple[Meeting, Outcome]]:
    """Each village's last round on each post, with its result, in the order of the table."""
    latest: dict[tuple[str, str, str], tuple[Meeting, Outcome]] = {}
    for meeting in sorted(records.meetings, key=lambda meeting: meeting.round):
        for result in outcome(records, meeting):
            latest[meeting.village, meeting.name, result.post] = (meeting, result)
    yield from latest.values()


def is_void(records: Records, meeting: Meeting) -> bool:
    """Whether a round is known to count for nothing: no quorum, or too many ballots back."""
    quorum = records.term.profile.quorum
    whole = base_of(quorum, meeting, records.village(meeting.village))
    present, issued, collected = meeting.present, meeting.issued, meeting.collected
    if present is not None and whole is not None and not quorum.reached(present, whole):
        return True
    return issued is not None and collected is not None and collected > issued


def _results(records: Records, meeting: Meeting, seats: Mapping[str, int]) -> tuple[Outcome, ...]:
    majority, order = records.term.profile.majority, records.term.profile.order
    base = base_of(majority, meeting, records.village(meeting.village))
    needed = None if base is None or is_void(records, meeting) else majority.least(base)
    votes = records.votes_of(meeting)
    posts = [post for post in POSTS if any(vote.post == post for vote in votes)]
    return tuple(
        _outcome(post, seats.get(post, 0), needed, _ranked(votes, post, order)) for post in posts
    )


def _ranked(votes: tuple[Vote, ...], post: str, order: str) -> list[Vote]:
    """Most votes first; equal votes in the order of names."""
    mine = [vote for vote in votes if vote.post == post]
    return sorted(mine, key=lambda vote: (-vote.in_favour, sort_key(vote.name, order)))


def _outcome(post: str, seats: int, needed: int | None, ranked: list[Vote]) -> Outcome:
    reached = [vote for vote in ranked if needed is not None and vote.in_favour >= needed]
    elected, tied = reached[:seats], list[Vote]()
    if 0 < seats < len(reached) and reached[seats - 1].in_favour == reached[seats].in_favour:
        cut = reached[seats].in_favour
        elected = [vote for vote in reached if vote.in_favour > cut]
        tied = [vote for vote in reached if vote.in_favour == cut]
    others = [vote for vote in ranked if vote not in elected and vote not in tied]
    return Outcome(post, seats, needed, tuple(elected), tuple(tied), tuple(others))
