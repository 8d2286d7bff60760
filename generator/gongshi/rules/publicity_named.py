"""P002: a kind that must be public for some days names how many."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P002",
    severity=Severity.ERROR,
    title="公示写明天数",
    basis="公示应当写明起止日期，群众才知道到哪天可以反映问题",
    what="规则有最少公示天数的公告，登记簿要写公示天数或者公示截止。",
    why="没有期限的公示不成其为公示。",
    example="任职公示的公示天数、公示截止都空着。",
    fix="在公告登记簿写上公示天数（如 5个工作日）或者公示截止日期。",
    covers=("R32",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row of such a kind that is dated but has no length."""
    profile = records.term.profile
    for entry in records.register:
        least = profile.publicity.get(entry.kind)
        if least is None or entry.until is not None or entry.days is not None:
            continue
        message = f"{entry.number}号{entry.kind}没有写公示天数或者公示截止日期"
        yield RULE.at(entry.place("days"), message, village=entry.village)
