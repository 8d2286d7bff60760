"""Candidates and seats by village and post, as the contested-margin rules count them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongshi.model.profile import Profile
from gongshi.model.records import POSTS, Candidate, Records, Village
from gongshi.rules.results import leaders_are_members

#: The stages of a person from recommendation to office; a person without one is new.
STAGES = ("", "初步人选", "考察对象", "预备人选", "正式候选人", "当选")
#: Those of persons who are no candidates yet: whoever stopped there is never made public.
NOT_YET = frozenset({"初步人选", "考察对象"})

_CHOSEN = STAGES.index("预备人选")


@dataclass(frozen=True, slots=True)
class Contest:
    """The candidates for one post of one village and the seats they stand for."""

    village: Village
    post: str
    seats: int
    candidates: tuple[Candidate, ...]


def contests(records: Records) -> Iterator[Contest]:
    """Every village's posts that have candidates, in the order of the tables.

    Persons who failed the joint review (联审结果 不通过), who stopped at an early stage or
    were written in at the vote do not count.  Where 书记 and 副书记 are voted on as 委员
    too, their candidates stand for 委员 as well.
    """
    profile = records.term.profile
    people = by_village(records.candidates)
    for village in records.villages:
        mine = standing(people.get(village.name, ()))
        both = leaders_are_members(profile, village)
        for post in POSTS:
            posts = {"书记", "副书记", "委员"} if both and post == "委员" else {post}
            found = tuple(person for person in mine if person.post in posts)
            if any(person.post == post for person in found):
                yield Contest(village, post, village.seats.get(post, 0), found)


def by_village(candidates: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """The candidates of each village, in the order of the table."""
    found: dict[str, list[Candidate]] = {}
    for person in candidates:
        found.setdefault(person.village, []).append(person)
    return found


def standing(people: Iterable[Candidate]) -> list[Candidate]:
    """Those of one village who stand at the vote, as far as the tables know by now.

    While nobody is 预备人选 everyone does; then those left at an earlier stage do not.
    """
    found = [p for p in people if p.review != "不通过" and "另选" not in p.nomination]
    if any(reached(person) >= _CHOSEN for person in found):
        return [p for p in found if not p.stage or reached(p) >= _CHOSEN]
    return found


def reached(person: Candidate) -> int:
    """How far a person has come, an index of ``STAGES``."""
    return STAGES.index(person.stage) if person.stage in STAGES else 0


def size(village: Village, profile: Profile) -> int:
    """How many members the body has; 委员职数 alone where it includes 书记 and 副书记."""
    if leaders_are_members(profile, village):
        return village.seats.get("委员", 0)
    return sum(village.seats.values())
