"""A006: candidates are born after the day the plan names."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import approvals
from gongshi.rules.limits import excesses

RULE = Rule(
    id="A006",
    severity=Severity.WARNING,
    title="在规定的日期以后出生",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写明“某年某月某日后出生”的，出生年月在那一天以后；同一个月的，提示看出生的日子。",
    why="方案用出生日期划线时，差一天就不合条件，而名册只有年月。",
    example="规定1976年11月30日后出生，名册写1976年11月。",
    fix="核对出生日期；经批准放宽的，把每一级批准登在放宽审批表。",
    covers=("R56", "R55"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate not born after the cut-off day, unless a higher office was asked."""
    for person in records.candidates:
        for found in excesses(records, person):
            asked = approvals(records, found.matter, person.village, person.name)
            if found.what == "born_after" and not asked:
                severity = Severity.NOTE if found.unsure else None
                place, village = person.place(found.field), person.village
                yield RULE.at(place, found.message, village=village, severity=severity)
