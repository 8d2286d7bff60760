"""P006: nobody's appointment is made public before the result."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, days_of

RULE = Rule(
    id="P006",
    severity=Severity.ERROR,
    title="任职公示在选举之后",
    basis="对正式选举出的班子成员进行任职公示（换届工作方案）",
    what="任职公示的日期不早于本村最后一次选举会议。",
    why="选举之前就公示任职，选举就成了走过场。",
    example="选举大会 2026-11-16，任职公示 2026-11-15。",
    fix="改正任职公示的日期或者会议日期。",
    covers=("R33",),
    waivable=True,
)

_KIND = "任职公示"


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every appointment notice posted before the village's last meeting; or with none held."""
    election_days = days_of(elections)
    for entry in records.register:
        posted = entry.start or entry.posted
        if entry.kind != _KIND or posted is None:
            continue
        days = election_days.get(entry.village, ())
        if days and posted < max(days):
            message = f"{entry.number}号{_KIND}{posted}发布，早于选举会议{max(days)}"
            place = entry.place("start" if entry.start else "posted")
            yield RULE.at(place, message, village=entry.village)
