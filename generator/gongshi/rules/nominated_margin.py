"""S006: more people are considered first than seats ask for."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import STAGES, by_village, reached

RULE = Rule(
    id="S006",
    severity=Severity.WARNING,
    title="初步人选的差额够",
    basis="村（社区）换届工作方案的通行规定（初步人选的差额可以适当扩大）",
    what="列为初步人选和以后阶段的人（包括没有继续的），差额达到规则的“初步人选差额”。",
    why="初步人选太少，联审、考察淘汰以后就没有差额了。",
    example="委员职数4名，初步人选4名。",
    fix="增加初步人选。",
    covers=("R04",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every post with too few people at 初步人选 or later for its seats."""
    share, margins = records.term.profile.shares.get("初步人选差额"), records.term.profile.margin
    people = by_village(records.candidates)
    for village in records.villages if share else ():
        for post, seats in village.seats.items():
            own = [p for p in people.get(village.name, ()) if p.post == post and reached(p)]
            if not (share and seats and post in margins and _early(own)):
                continue
            if not share.reached(len(own) - seats, seats):
                message = (
                    f"{village.name}{post}职数{seats}名，初步人选{len(own)}名，"
                    f"至少要{seats + share.least(seats)}名（{share.article}）"
                )
                yield RULE.at(own[0].place("stage"), message, village=village.name)


def _early(people: list[Candidate]) -> bool:
    """Whether nobody stands yet; afterwards the margin of the candidates counts (S003)."""
    return bool(people) and all(reached(person) < STAGES.index("预备人选") for person in people)
