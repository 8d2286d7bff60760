"""P001: publicity is at least as long as the profile asks."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.calendars.register import period_of
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P001",
    severity=Severity.ERROR,
    title="公示天数够",
    basis="换届工作方案（不少于5个工作日）；工作日按国务院办公厅节假日通知，调休上班的周末算，放假的不算",
    what="公示种类在规则里有最少天数的，公示期里的工作日不少于这个天数。",
    why="公示期不够，公示就是无效的，后面的程序都要重来。",
    example="候选人公示 4 个工作日；或者 15 日公示里遇上长假，只有 4 个工作日。",
    fix="延长公示天数或者公示截止日期。",
    covers=(
        "R32",
        "L-R16",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose period holds too few working days."""
    profile = records.term.profile
    for entry in records.register:
        least = profile.publicity.get(entry.kind)
        period = period_of(entry, profile.counting, records.county.calendar)
        if least is None or period is None or period.working_days >= least.value:
            continue
        message = (
            f"{entry.number}号{entry.kind}只有{period.working_days}个工作日"
            f"（{period.start}发布，{period.end}截止，{period.counting}起算），"
            f"应当不少于{least.value}个工作日（{least.article}）"
        )
        place = entry.place("days" if entry.until is None else "until")
        yield RULE.at(place, message, village=entry.village)
