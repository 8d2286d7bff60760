"""Q003: those marked as elected are those the votes elect."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import outcome

RULE = Rule(
    id="Q003",
    severity=Severity.ERROR,
    title="标为当选的人得票够",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="候选人名册里阶段为“当选”的人，得票要达到当选票数并且排在职数以内。",
    why="没有达到半数、或者排在职数以外的人不能当选。",
    example="应到 55 人，要 28 票当选，得 27 票的人标为当选。",
    fix="改正阶段，或者改正得票情况。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate whose 阶段 says 当选 though the votes at the last round do not."""
    won: set[tuple[str, str, str]] = set()
    counted: set[tuple[str, str]] = set()
    for meeting in records.meetings:
        for result in outcome(records, meeting):
            counted.add((meeting.village, result.post))
            won.update((meeting.village, result.post, vote.name) for vote in result.elected)
    for person in records.candidates:
        key = (person.village, person.post)
        if person.stage == "当选" and key in counted and (*key, person.name) not in won:
            message = f"{person.village}{person.name}标为当选{person.post}，但得票没有达到当选条件"
            yield RULE.at(person.place("stage"), message, village=person.village)
