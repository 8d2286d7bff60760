"""Who is elected: the one place that turns votes into results.

The rules, the result notice and the appointment notice all ask here, so that they cannot
disagree.  A tie at the last seat is never decided by the program.
"""

from __future__ import annotations

from dataclasses import dataclass

from gongshi.model.profile import Share
from gongshi.model.records import POSTS, Meeting, Records, Village, Vote
from gongshi.names.order import sort_key


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one post at one round of one meeting.

    ``needed`` is the smallest number of votes in favour that elects, none while the count
    it is a share of is missing.  ``elected`` holds those who reached it and rank within
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

    Nobody is elected while a count is missing, and none to a post without seats.
    """
    village = records.village(meeting.village)
    majority = records.term.profile.majority
    base = base_of(majority, meeting, village)
    needed = None if base is None else majority.least(base)
    votes = records.votes_of(meeting)
    seats = village.seats if village else {}
    posts = [post for post in POSTS if any(vote.post == post for vote in votes)]
    order = records.term.profile.order
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
