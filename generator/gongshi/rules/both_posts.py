"""The posts that people won in the other body of their village, where its votes are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gongshi.model.profile import PARTY
from gongshi.model.records import POSTS, Records
from gongshi.rules.results import elections


def same_year(terms: Sequence[Records], term: Records) -> tuple[Records, ...]:
    """The other bodies' terms of the same year: folders that begin with the same digits."""
    year, body = term.term.slug[:4], term.term.profile.body
    return tuple(
        one for one in terms if one.term.slug[:4] == year and one.term.profile.body != body
    )


def named(body: str, post: str) -> str:
    """``村党组织书记``, ``村民委员会主任``: a post of the other body as 兼任职务 has it."""
    return f"{'村党组织' if body == PARTY else '村民委员会'}{post}"


def with_other_posts(records: Records, others: Sequence[Records]) -> Records:
    """The records with those posts beside what was typed as 兼任职务."""
    won: dict[tuple[str, str], str] = {}
    for other in same_year(others, records):
        found = [(vote.post, vote) for each in elections(other) for *_, vote in each.winners()]
        for post, vote in sorted(found, key=lambda one: -POSTS.index(one[0])):
            won[vote.village, vote.name] = named(other.term.profile.body, post)
    people = (
        replace(one, concurrent="、".join(filter(None, (one.concurrent, also))))
        if (also := won.get((one.village, one.name)))
        else one
        for one in records.candidates
    )
    return replace(records, candidates=tuple(people)) if won else records
