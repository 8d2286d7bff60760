"""F006: a person is proposed, then reviewed, then examined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.model.working import Clearance
from gongshi.rules.kin import by_person, standing

RULE = Rule(
    id="F006",
    severity=Severity.ERROR,
    title="推荐、联审、考察的日期按次序",
    basis="候选人产生的通行程序：先推荐，再联审，后考察",
    what="每个人的推荐日期不晚于联审日期，联审日期（包括各部门的）不晚于考察日期。",
    why="先考察后联审，联审就成了补办的手续。",
    example="联审日期10月28日，考察日期10月26日。",
    fix="核对日期；确实倒置的，重新联审、重新考察。",
    covers=("R84",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every person examined before being reviewed, or reviewed before being proposed."""
    opinions = by_person(records.clearances)
    for person in standing(records):
        yield from _own_days(person)
        yield from _departments(opinions.get((person.village, person.name), ()), person)


def _own_days(person: Candidate) -> Iterator[Finding]:
    steps = [
        ("推荐", "nominated_on", person.nominated_on),
        ("联审", "reviewed_on", person.reviewed_on),
        ("考察", "examined_on", person.examined_on),
    ]
    done = [(name, field, day) for name, field, day in steps if day is not None]
    for (before, _, first), (after, field, second) in pairwise(done):
        if second < first:
            message = f"{person.village}{person.name}{after}{second}，早于{before}{first}"
            yield RULE.at(person.place(field), message, village=person.village)


def _departments(rows: Iterable[Clearance], person: Candidate) -> Iterator[Finding]:
    examined = person.examined_on
    for row in rows:
        if row.day and examined and row.day > examined:
            message = f"{row.village}{row.name}，{row.department}{row.day}才联审，考察是{examined}"
            yield RULE.at(row.place("day"), message, village=row.village)
