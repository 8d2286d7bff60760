"""S031: the number of seats is that of the village class."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import extra_seats

RULE = Rule(
    id="S031",
    severity=Severity.WARNING,
    title="职数与村的类别相符",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“某类村职数”“某类社区职数”的，村社名册里这一类的职数合计正好是这个数。",
    why="方案按类别定职数，多一个少一个都要报批。",
    example="三类村定3名，名册里合计4名。",
    fix="改正职数或者类别；经批准增加的，把批准登在放宽审批表（事项写职数）。",
    covers=("R51", "R52", "R53"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose seats are not those of its class."""
    for village in records.villages:
        fixed = records.term.profile.numbers.get(f"{village.category}职数")
        total = sum(village.seats.values())
        if fixed is None or total in (0, fixed.value):
            continue
        if total > fixed.value and extra_seats(records, village):
            continue
        message = (
            f"{village.name}是{village.category}，职数应为{fixed.value}名，"
            f"名册里共{total}名（{fixed.article}）"
        )
        place = village.place(f"seats.{next(iter(village.seats))}")
        yield RULE.at(place, message, village=village.name)
