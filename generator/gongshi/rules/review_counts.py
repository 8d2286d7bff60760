"""Q017: no more people oppose a person than took part in the review."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="Q017",
    severity=Severity.ERROR,
    title="考察不同意票不多于参加人数",
    basis="考察记录的算术关系",
    what="候选人名册的不同意票不大于考察参加人数。",
    why="数字对不上，考察是否过半就无从核对。",
    example="考察参加20人，不同意21票。",
    fix="对照考察记录改正。",
    covers=("R30",),
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone with more 不同意票 than 考察参加人数."""
    for person in records.candidates:
        against, asked = person.dissent, person.attendants
        if against is not None and asked is not None and against > asked:
            message = f"{person.village}{person.name}考察参加{asked}人，不同意却有{against}票"
            yield RULE.at(person.place("dissent"), message, village=person.village)
