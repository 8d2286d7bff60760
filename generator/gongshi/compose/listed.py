"""Candidates at the steps other than publicity: lists sent up, introductions, ballots' names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.compose.decided import NOT_ELECTED, NOT_STANDING, nobody_struck, still_on
from gongshi.compose.outcomes import Result, elected, result
from gongshi.compose.people import Roll, candidates, roll
from gongshi.compose.scene import MissingError, Scene
from gongshi.model.records import Candidate
from gongshi.rules.margins import STAGES


@dataclass(frozen=True, slots=True)
class Introduced:
    """One candidate as introduced to electors; only the facts and ``resume`` are always there."""

    name: str
    named: str
    post: str
    standing: str
    category: str
    facts: str
    resume: tuple[str, ...]
    achievements: tuple[str, ...]
    character: tuple[str, ...]
    pledge: tuple[str, ...]


def standing_candidates(scene: Scene) -> Roll:
    """The candidates for publicity; none may have been struck off, the election must be on."""
    told = candidates(scene)
    still_on(scene, scene.records.rounds_of(scene.village.name))
    nobody_struck(scene, (person.name for person in told.people), NOT_STANDING)
    return told


def valid_result(scene: Scene) -> Result:
    """The result of an election that was not called off."""
    still_on(scene, scene.records.rounds_of(scene.village.name))
    return result(scene)


def valid_elected(scene: Scene) -> Roll:
    """Those elected; none whose election was declared void, none of a void election."""
    still_on(scene, scene.records.rounds_of(scene.village.name))
    told = elected(scene)
    nobody_struck(scene, (person.name for person in told.people), NOT_ELECTED)
    return told


def at_stage(stage: str) -> Callable[[Scene], Roll]:
    """A fact: everyone who reached a stage (初步人选, 考察对象, 预备人选), by post."""

    def tell(scene: Scene) -> Roll:
        reached = STAGES[STAGES.index(stage) :]
        found = [
            one for one in scene.records.candidates_of(scene.village.name) if one.stage in reached
        ]
        if not found:
            raise MissingError(f"候选人名册里没有{scene.village.name}的{stage}")
        return roll(scene, found)

    return tell


def introductions(scene: Scene) -> tuple[Introduced, ...]:
    """Each candidate's life and promise, in the order of the candidates' notice."""
    rows: dict[tuple[str, str], Candidate] = {
        (one.name, one.post): one for one in scene.records.candidates_of(scene.village.name)
    }
    told = []
    for person in standing_candidates(scene).people:
        row = rows[person.name, person.post]
        if not row.resume:
            raise MissingError(f"候选人名册没有写{row.name}的简历", row.place("resume"))
        facts = [person.sex, person.ethnicity, f"{person.born}生", person.education]
        facts += [f"{person.joined}入党"] if person.joined else []
        facts += [f"现任{person.holds}"] if person.holds else []
        told.append(
            Introduced(
                name=person.name,
                named=person.named,
                post=person.post,
                standing=row.standing,
                category=row.category,
                facts="，".join(facts),
                resume=_lines(row.resume),
                achievements=_lines(row.achievements),
                character=_lines(row.character),
                pledge=_lines(row.pledge),
            )
        )
    return tuple(told)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
