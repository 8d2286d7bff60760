"""S001: a village has seats for every post it has candidates for."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import contests

RULE = Rule(
    id="S001",
    severity=Severity.ERROR,
    title="有候选人的职务有职数",
    basis="职数由乡镇党委（街道党工委）按规定核定并公布",
    what="候选人名册里出现的每个职务，村社名册里都要有职数。",
    why="没有职数就不能核对差额，也不能确定几人当选。",
    example="有副书记候选人，副书记职数是 0。",
    fix="在村社名册里补上核定的职数，或者改正候选人的拟任职务。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every post with candidates and no seats; every village without any seats."""
    for contest in contests(records):
        if contest.seats == 0:
            village = contest.village
            place = village.place(f"seats.{contest.post}")
            message = f"{village.name}有{contest.post}候选人，但没有{contest.post}职数"
            yield RULE.at(place, message, village=village.name)
    for village in records.villages:
        if not any(village.seats.values()) and not records.candidates_of(village.name):
            yield RULE.at(village.place("name"), f"{village.name}没有职数", village=village.name)
