"""Who was elected where, and when: the people and meetings that figures are counted of.

Who is elected is decided in :mod:`gongshi.rules.results`; a village whose votes are not
in the tables has those whose 阶段 is 当选.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from gongshi.compose.decided import NOT_ELECTED
from gongshi.model.profile import Profile
from gongshi.model.records import ELECTION, POSTS, VOID, Candidate, Meeting, Records, Village, Vote
from gongshi.model.working import Objection
from gongshi.rules.margins import NOT_YET, size
from gongshi.rules.recommendations import of_members, recommendations
from gongshi.rules.results import Election, elections


@dataclass(frozen=True, slots=True)
class Member:
    """One person elected; ``person.post`` is the highest post held.

    ``age`` is in full years on the election day.  ``votes`` are those in favour for that
    post and ``present`` how many were there; none where the tables do not say it.
    """

    person: Candidate
    age: int | None
    votes: int | None = None
    present: int | None = None


@dataclass(frozen=True, slots=True)
class Organ:
    """One village's organisation: its election as far as it has come.

    ``rounds`` are the valid rounds of 选举大会, ``candidates`` those who stood, each person
    once, ``nominated`` everybody on the roll.  ``held`` counts all rounds, the void ones
    too.  ``seats`` are the persons to be elected, those elected where the roll names none.
    ``opinions`` say of each person elected whom both recommendation meetings voted on whether
    the Party members and whether the masses recommended the person (推荐过半).  ``first`` and
    ``last`` are its days.  ``both_known`` tells that the village's other body has elected too.
    """

    village: Village
    rounds: tuple[Meeting, ...]
    held: int
    meetings: tuple[Meeting, ...]
    nominated: tuple[Candidate, ...]
    candidates: tuple[Candidate, ...]
    members: tuple[Member, ...]
    objections: tuple[Objection, ...]
    opinions: tuple[tuple[bool, bool], ...]
    seats: int
    first: date | None
    last: date | None
    both_known: bool = False

    @property
    def electors(self) -> tuple[int, int] | None:
        """Due and present at the first valid round, or none while either is missing."""
        if not self.rounds:
            return None
        due, present = self.rounds[0].due, self.rounds[0].present
        return None if due is None or present is None else (due, present)


@dataclass(frozen=True)
class Scope:
    """What figures are worked out for: a village, a township or a county, in one term.

    ``before`` is the same in the term before, where that is known.
    """

    title: str
    profile: Profile
    organs: tuple[Organ, ...]
    before: Scope | None = None

    @cached_property
    def done(self) -> tuple[Organ, ...]:
        """The organisations that have elected somebody."""
        return tuple(organ for organ in self.organs if organ.members)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Everybody elected."""
        return tuple(member for organ in self.organs for member in organ.members)

    @property
    def of_party(self) -> bool:
        """Whether Party organisations are elected."""
        return self.profile.of_party

    @property
    def head(self) -> str:
        """The first post: 书记 or 主任."""
        return "书记" if self.of_party else "主任"

    @property
    def heads(self) -> tuple[Member, ...]:
        """Those elected to the first post."""
        return tuple(one for one in self.members if one.person.post == self.head)

    def only(self, keep: Callable[[Village], bool], title: str = "") -> Scope:
        """The same for some of the villages, in both terms."""
        return Scope(
            title or self.title,
            self.profile,
            tuple(organ for organ in self.organs if keep(organ.village)),
            self.before.only(keep, title) if self.before else None,
        )

    def village(self, organ: Organ) -> Scope:
        """One village alone, beside the village of that name in the term before."""
        before = self.before
        if before is not None:
            before = before.only(lambda one: one.name == organ.village.name)
            before = before if before.organs else None
        return Scope(organ.village.name, self.profile, (organ,), before)


def scope(records: Records, before: Records | None = None) -> Scope:
    """A township's term; ``before`` is its last term of the same body."""
    title = records.township.name
    old = scope(before) if before is not None else None
    return Scope(title, records.term.profile, tuple(_organs(records)), old)


def previous(terms: Sequence[Records], term: Records) -> Records | None:
    """The last earlier term that elected the same body, or none; ``terms`` is in order."""
    body, slug = term.term.profile.body, term.term.slug
    earlier = [one for one in terms if one.term.slug < slug and one.term.profile.body == body]
    return max(earlier, key=lambda one: one.term.slug, default=None)


def current(terms: Sequence[Records]) -> tuple[Records, ...]:
    """The last term of each body, Party organisations first."""
    last = {one.term.profile.body: one for one in sorted(terms, key=lambda one: one.term.slug)}
    return tuple(sorted(last.values(), key=lambda one: not one.term.profile.of_party))


def together(title: str, scopes: Sequence[Scope]) -> Scope:
    """Several townships of one body as one; compared only when all can be."""
    old = [one.before for one in scopes if one.before is not None]
    before = together(title, old) if len(old) == len(scopes) else None
    organs = tuple(organ for one in scopes for organ in one.organs)
    return Scope(title, scopes[0].profile, organs, before)


def _organs(records: Records) -> Iterator[Organ]:
    """Each village with its own rows, so that a large township stays quick."""
    meetings, votes = _grouped(records.meetings), _grouped(records.votes)
    people, decided = _grouped(records.candidates), _grouped(records.decisions)
    notices = {entry.number: entry.village for entry in records.register}
    objections: dict[str, list[Objection]] = defaultdict(list)
    for one in records.objections:
        objections[notices.get(one.notice, "")].append(one)
    days = _days(records)
    for village in records.villages:
        own = replace(
            records,
            villages=(village,),
            meetings=tuple(meetings[village.name]),
            votes=tuple(votes[village.name]),
            candidates=tuple(people[village.name]),
            decisions=tuple(decided[village.name]),
        )
        yield _organ(own, village, tuple(objections[village.name]), days.get(village.name, ()))


def _organ(
    records: Records, village: Village, objections: tuple[Objection, ...], days: Sequence[date]
) -> Organ:
    found = elections(records)
    ballots = [one for each in found if each.name == ELECTION for one in each.ballots]
    held = [one for one in ballots if one.meeting.held]
    members = tuple(_members(records, found))
    results = [one.meeting.day for each in found for one in each.ballots if one.meeting.day]
    return Organ(
        village=village,
        rounds=tuple(one.meeting for one in held if not one.void),
        held=len(held),
        meetings=records.meetings,
        nominated=tuple(_once(records.candidates)),
        candidates=tuple(_standing(records, found)),
        members=members,
        objections=objections,
        opinions=tuple(_opinions(records, members)),
        seats=size(village, records.term.profile) or len(members),
        first=min((*days, *results), default=None),
        last=max(results, default=None) if members else None,
    )


def _members(records: Records, found: Sequence[Election]) -> Iterator[Member]:
    """Each person once, with the highest post won; without votes, those marked 当选.

    Nobody whose election was declared void, nobody of an election that was called off.
    """
    days = [ballot.meeting.day for each in found for ballot in each.ballots if ballot.meeting.day]
    if _called_off(records, days):
        return
    struck = {one.name for one in records.decisions if one.matter in NOT_ELECTED}
    won: dict[str, tuple[Vote, Meeting]] = {}
    for ballot, _, vote in (winner for each in found for winner in each.winners()):
        other = won.get(vote.name)
        if other is None or POSTS.index(vote.post) < POSTS.index(other[0].post):
            won[vote.name] = (vote, ballot.meeting)
    day = min(days, default=None)
    for name, (vote, meeting) in won.items():
        person = _row(records.candidates, vote)
        if name not in struck:
            yield _member(person, day, vote.in_favour, meeting.present)
    if not won:
        marked = (one for one in records.candidates if one.stage == "当选")
        yield from (_member(one, day) for one in _once(marked) if one.name not in struck)


def _opinions(records: Records, members: Iterable[Member]) -> Iterator[tuple[bool, bool]]:
    ours = _recommended(records, of_members)
    theirs = _recommended(records, lambda meeting: not of_members(meeting))
    for one in members:
        key = (one.person.post, one.person.name)
        if key in ours and key in theirs:
            yield ours[key], theirs[key]


def _recommended(records: Records, keep: Callable[[Meeting], bool]) -> dict[tuple[str, str], bool]:
    """By post and name whether the votes of these meetings are enough (推荐过半)."""
    share = records.term.profile.shares.get("推荐过半")
    return {
        (tally.post, tally.name): share.reached(tally.votes, found.base)
        for found in recommendations(records, keep)
        for tally in found.tallies
        if share is not None and found.base
    }


def _called_off(records: Records, days: Sequence[date]) -> bool:
    """Whether the election was ended, or declared void with no meeting since."""
    off = [one for one in records.decisions if one.matter in ("终止选举", "选举无效")]
    last = max(off, key=lambda one: one.decided, default=None)
    return last is not None and (
        last.matter == "终止选举" or max(days, default=date.min) <= last.decided
    )


def _member(
    person: Candidate, day: date | None, votes: int | None = None, present: int | None = None
) -> Member:
    age = person.born.age_on(day) if person.born and day else person.age
    return Member(person, age, votes, present)


def _row(people: Iterable[Candidate], vote: Vote) -> Candidate:
    """Who was voted on, as the roll knows them, with the post of the vote."""
    same = [one for one in people if one.name == vote.name]
    exact = [one for one in same if one.post == vote.post]
    if not same:
        return Candidate(village=vote.village, name=vote.name, post=vote.post)
    return replace((exact or same)[0], post=vote.post)


def _standing(records: Records, found: Sequence[Election]) -> Iterable[Candidate]:
    """Who stood: those voted on, else those who came further than the examination."""
    voted = {vote.name for each in found for ballot in each.ballots for vote in ballot.votes}
    people = records.candidates
    if voted:
        return _once(one for one in people if one.name in voted)
    return _once(one for one in people if one.stage not in NOT_YET and one.review != "不通过")


def _once(people: Iterable[Candidate]) -> Iterator[Candidate]:
    """Each person once, with the highest of the posts."""
    best: dict[str, Candidate] = {}
    for one in people:
        other = best.get(one.name)
        if other is None or POSTS.index(one.post) < POSTS.index(other.post):
            best[one.name] = one
    yield from best.values()


def _grouped(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.village].append(row)
    return found


def _days(records: Records) -> dict[str, list[date]]:
    """The days on which something was done for each village: posted, recorded, met."""
    found: dict[str, list[date]] = defaultdict(list)
    for entry in records.register:
        if entry.posted and entry.status != VOID:
            found[entry.village].append(entry.posted)
    for step in records.log:
        found[step.village].append(step.day)
    for meeting in records.meetings:
        if meeting.day:
            found[meeting.village].append(meeting.day)
    return found
