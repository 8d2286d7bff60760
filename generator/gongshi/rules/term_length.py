"""P042: a village elects again when its term is over; a delay is approved and not too long."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process
from gongshi.rules.approvals import approvals

RULE = Rule(
    id="P042",
    severity=Severity.WARNING,
    title="任期届满按期换届",
    basis="村民委员会组织法（2025年修改）第十四条；城市居民委员会组织法（2025年修订）第十四条；《中国共产党基层组织选举工作条例》第三条（延期一般不超过一年）",
    what="同一个乡镇有上一届的表格的，每个村的选举日不晚于上一届选举日满任期（五年）的那一天；晚了的，放宽审批里有延期，"
    "没有的是提示；党组织晚一年以上的，批准了也提出警告。",
    why="任期届满没有换届，又没有批准延期，班子就没有任职的依据。",
    example="上一届2020年11月15日选举，本届2026年11月16日选举，晚了一年多。",
    fix="核对两届的选举日；确实延期的，把批准登在放宽审批（事项写延期）。",
    covers=("L-R1", "R100"),
    waivable=True,
)


def check(records: Records, others: tuple[Records, ...]) -> Iterator[Finding]:
    """Every village that elects later than the term of the one before allows."""
    numbers = records.term.profile.numbers
    years, delay = numbers.get("任期年数"), numbers.get("延期最多年数")
    before = _before(records, others)
    if years is None or before is None:
        return
    for village in records.villages:
        old = process.elected_on(before, village.name)
        meeting = next(iter(process.elections(records, village.name)), None)
        if old is None or meeting is None or meeting.day is None:
            continue
        due = _later(old, years.value)
        too_long = delay is not None and meeting.day > _later(due, delay.value)
        if too_long or (meeting.day > due and not approvals(records, "延期", village.name)):
            what = f"晚了{delay.value}年以上" if too_long and delay else "放宽审批里没有延期"
            message = (
                f"{village.name}上一届{old}选举，{due}满{years.value}年，"
                f"本届{meeting.day}选举，{what}（{years.article}）"
            )
            severity = Severity.WARNING if too_long else Severity.NOTE
            place = meeting.place("day")
            yield RULE.at(place, message, village=village.name, severity=severity)


def _before(records: Records, others: tuple[Records, ...]) -> Records | None:
    """The last earlier term of the same body."""
    body, slug = records.term.profile.body, records.term.slug
    earlier = (one for one in others if one.term.slug < slug and one.term.profile.body == body)
    return max(earlier, key=lambda one: one.term.slug, default=None)


def _later(day: date, years: int) -> date:
    """The same day so many years on, the last of February for its 29th."""
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))
