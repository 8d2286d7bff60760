"""Candidates and seats by village and post, as the contested-margin rules count them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.model.records import POSTS, Candidate, Records, Village


@dataclass(frozen=True, slots=True)
class Contest:
    """The candidates for one post of one village and the seats they stand for."""

    village: Village
    post: str
    seats: int
    candidates: tuple[Candidate, ...]


def contests(records: Records) -> Iterator[Contest]:
    """Every village's posts that have candidates, in the order of the tables.

    Persons who failed the joint review (联审结果 不通过) do not count.
    """
    for village in records.villages:
        people = [p for p in records.candidates_of(village.name) if p.review != "不通过"]
        for post in POSTS:
            mine = tuple(person for person in people if person.post == post)
            if mine:
                yield Contest(village, post, village.seats.get(post, 0), mine)
