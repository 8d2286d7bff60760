"""P005: candidates' publicity is over before they are voted on."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.calendars.register import period_of
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, days_of

RULE = Rule(
    id="P005",
    severity=Severity.ERROR,
    title="候选人公示在选举前结束",
    basis="公示无异议的人选才能作为候选人提交选举（换届工作方案）",
    what="候选人公示的最后一天早于本村的选举会议日期；最后一天未定的按最晚的算。",
    why="公示没有结束就投票，群众的异议就来不及处理。",
    example="公示到 2026-11-09，选举大会 2026-11-09。",
    fix="推迟选举会议，或者提前公示。",
    covers=("R33",),
    waivable=True,
)

_KIND = "候选人公示"


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every candidates' notice whose period may reach the village's first election day."""
    counting = records.term.profile.counting
    election_days = days_of(elections)
    for entry in records.register:
        period = period_of(entry, counting, records.county.calendar)
        days = election_days.get(entry.village, ())
        if entry.kind != _KIND or period is None or not days or period.latest < min(days):
            continue
        message = f"{entry.number}号{_KIND}到{period.latest}才结束，选举在{min(days)}"
        place = entry.place("days" if entry.until is None else "until")
        yield RULE.at(place, message, village=entry.village)
