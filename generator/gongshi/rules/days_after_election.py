"""P018: what must be done soon after the election is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongshi.model.finding import Finding, Severity
from gongshi.model.place import Place
from gongshi.model.profile import Number
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P018",
    severity=Severity.WARNING,
    title="选举以后的步骤按期完成",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第二十四条、《中华人民共和国城市居民委员会组织法》（2025年修订）第二十五条（十日内移交）；其余按换届工作方案",
    what="规则里写了期限的步骤（移交、谈话、推选配套组织），从最后一次选举会议起在期限内完成；移交清单的日期也算。",
    why="印章、账目迟迟不交，新班子没法开展工作。",
    example="2026-11-05 选举，11 月 16 日还没有移交。",
    fix="尽快办理并记入全程纪实；日期记错的改正。",
    covers=("R38", "R39", "L-R14"),
)


_SUFFIX, _HANDOVER = "期限", "新老班子移交"


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every step after the election that was late, or is not done after its last day."""
    made, keepers = process.done(records, today), process.logged(records)
    for step, limit in _limits(records):
        for village in records.villages:
            elected = process.elected_on(records, village.name)
            one = made.get(village.name, {}).get(step)
            if step == _HANDOVER:
                one = _handed_over(records, village.name) or one
            if elected is None or (one is None and village.name not in keepers):
                continue
            last = elected + timedelta(limit.value)
            if (one.day if one else today) > last:
                state = f"{one.day}才完成" if one else "还没有记录完成"
                message = f"{village.name}{step}应当在{last}以前（{limit.article}），{state}"
                place = one.place if one else _election(records, village.name)
                yield RULE.at(place, message, village=village.name)


def _limits(records: Records) -> list[tuple[str, Number]]:
    """The numbers that limit a step of this or of any plan, by the step."""
    numbers = records.term.profile.numbers
    after = records.term.profile.lists.get("选举后的步骤")
    named = after.words if after else ()
    return [(step, numbers[step + _SUFFIX]) for step in named if step + _SUFFIX in numbers]


def _handed_over(records: Records, village: str) -> process.Done | None:
    """The last day of the list of things handed over."""
    days = [row for row in records.handovers if row.village == village and row.day]
    last = max(days, key=lambda row: row.day or date.min, default=None)
    return process.Done(last.day, last.place("day")) if last and last.day else None


def _election(records: Records, village: str) -> Place:
    return [one for one in process.elections(records, village) if one.held][-1].place("day")
