"""Q016: enough people take part in the review of a person."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="Q016",
    severity=Severity.WARNING,
    title="考察参加人数达标",
    basis="村（社区）换届工作方案的通行规定（参加座谈人数是否达标）",
    what="候选人名册填了考察参加人数的，不少于规则要求的人数。",
    why="参加考察的人太少，听不到真实的意见。",
    example="方案要求不少于20人，考察参加人数写了12。",
    fix="核对考察记录；确实不够的，补充谈话。",
    covers=("R30",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone reviewed by fewer people than the profile asks for."""
    least = records.term.profile.numbers.get("考察参加人数")
    for person in records.candidates:
        if least and person.attendants is not None and person.attendants < least.value:
            message = (
                f"{person.village}{person.name}考察参加{person.attendants}人，"
                f"至少要{least.value}人（{least.article}）"
            )
            yield RULE.at(person.place("attendants"), message, village=person.village)
