"""The people of the papers: as names on ballots and as rows of forms."""

from __future__ import annotations

from typing import Any

from gongshi.compose.scene import MissingError
from gongshi.model.records import POSTS, Candidate
from gongshi.names.spread import spread
from gongshi.papers.subject import Subject
from gongshi.render.atoms import name_atoms
from gongshi.render.widths import em
from gongshi.rules.results import elections_of


def name(text: str) -> dict[str, Any]:
    """A name for paper.typ: its parts, and the width of the longest that stays whole, in em."""
    shown = spread(text)
    parts = name_atoms(shown)
    longest = max((em(part["t"]) for part in parts if "k" in part), default=1.0)
    return {"name": text, "parts": parts, "longest": longest, "em": em(shown)}


def candidates(subject: Subject) -> list[dict[str, Any]]:
    """Everybody who stands for election, post by post in the order of names."""
    ready = subject.standing()
    if not ready:
        message = f"候选人名册里没有{subject.village.name}可以上选票的候选人"
        raise MissingError(message, subject.village.place("name"))
    return [_row(one) for post in POSTS for one in ready if one.post == post]


def elected(subject: Subject) -> list[dict[str, Any]]:
    """Those whom the counted votes elected, post by post in official order."""
    mine = [
        (vote.post, vote.name)
        for election in elections_of(subject.records, subject.village.name)
        for _, _, vote in election.winners()
    ]
    known = subject.records.candidates_of(subject.village.name)
    people = [one for one in known if (one.post, one.name) in mine]
    if not people:
        message = f"得票情况表里还看不出{subject.village.name}选出了谁"
        raise MissingError(message, subject.village.place("name"))
    return [_row(one) for post in POSTS for one in _official(subject, people, post)]


def everyone(subject: Subject) -> list[dict[str, Any]]:
    """Everybody who stands for election in the township, with the village."""
    records = subject.records
    rows = [
        row
        for village in records.villages
        for row in candidates(
            Subject(records=records, folder=subject.folder, maybe_village=village)
        )
    ]
    if not rows:
        raise MissingError("候选人名册里还没有候选人")
    return rows


def _official(subject: Subject, people: list[Candidate], post: str) -> list[Candidate]:
    mine = [one for one in people if one.post == post]
    return mine if post in subject.profile.as_approved else subject.ordered(mine)


def _row(one: Candidate) -> dict[str, Any]:
    """Cells that the tables leave empty are empty on the form, to be written by hand."""
    return {
        **name(one.name),
        "village": one.village,
        "post": one.post,
        "sex": one.sex,
        "ethnicity": one.ethnicity,
        "born": str(one.born or ""),
        "education": one.education,
        "current_post": one.current_post,
        "standing": one.standing,
    }
