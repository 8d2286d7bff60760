"""The wall of portraits: everybody a candidates' notice names, in its order, with a photograph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from gongshi.compose import people as notices
from gongshi.compose.scene import MissingError
from gongshi.model.records import Candidate
from gongshi.papers.people import name
from gongshi.papers.pictures import portrait
from gongshi.papers.subject import Subject


def portraits(subject: Subject) -> list[dict[str, Any]]:
    """Name, post, facts and picture of each candidate; ``picture`` is none without a photograph.

    Raises a group with one ``MissingError`` for each photograph that cannot be used.
    """
    known = {one.name: one for one in subject.records.candidates_of(subject.village.name)}
    found, broken = [], []
    for person in notices.candidates(subject.scene).people:
        try:
            found.append(_row(subject, person, known[person.name]))
        except MissingError as error:
            broken.append(error)
    if broken:
        raise ExceptionGroup("照片", broken)
    return found


def _row(subject: Subject, person: notices.Person, one: Candidate) -> dict[str, Any]:
    facts = [person.sex, person.ethnicity, f"{person.born}生", person.education]
    joined = f"{person.joined}入党" if person.joined else ""
    return {
        **name(person.name),
        "post": person.post,
        "facts": [fact for fact in (*facts, joined) if fact],
        "current_post": person.holds,
        "picture": _picture(subject.folder / "photos", one) if one.photo else None,
    }


def _picture(folder: Path, one: Candidate) -> dict[str, Any]:
    file = folder / one.photo
    if Path(one.photo).name != one.photo or not file.is_file() or file.is_symlink():
        message = f"photos文件夹里没有{one.name}的照片“{one.photo}”"
        raise MissingError(message, one.place("photo"))
    try:
        return portrait(file.read_bytes())
    except ValueError:
        message = f"{one.name}的照片“{one.photo}”打不开，或者太大"
        raise MissingError(message, one.place("photo")) from None
