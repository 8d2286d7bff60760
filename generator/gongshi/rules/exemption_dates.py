"""A008: approvals follow each other and precede the election."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Exemption
from gongshi.rules import process
from gongshi.rules.approvals import by_office, chain
from gongshi.rules.limits import election_day

RULE = Rule(
    id="A008",
    severity=Severity.ERROR,
    title="放宽审批的日期按次序",
    basis="审批逐级进行，先批准后选举",
    what="后一级的批准日期不早于前一级；每一级都不晚于选举日。人选的放宽晚于候选人公示的是警告。",
    why="先选举后补批，或者县里先批、镇里后研究，批准就成了补办的手续。",
    example="县委组织部11月3日批准，镇党委11月5日才研究。",
    fix="核对批准文件的日期；确实倒置的，重新报批。",
    covers=("R57", "R54"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every approval earlier than the office below it, or later than the election."""
    cases: dict[tuple[str, str, str], tuple[Exemption, ...]] = {}
    for row in records.exemptions:
        key = (row.matter, row.village, row.name)
        cases[key] = (*cases.get(key, ()), row)
    for (matter, village, name), rows in cases.items():
        yield from _late(records, rows)
        offices = chain(records.term.profile, matter)
        found = by_office(offices, rows)
        asked = [found[office] for office in offices if office in found]
        for before, after in pairwise(asked):
            if after.approved < before.approved:
                message = (
                    f"{village}{name}放宽{matter}，{after.approver}{after.approved}批准，"
                    f"早于{before.approver}{before.approved}"
                )
                yield RULE.at(after.place("approved"), message, village=village)


def _late(records: Records, rows: tuple[Exemption, ...]) -> Iterator[Finding]:
    for row in rows:
        day = election_day(records, row.village)
        if row.matter != "延期" and day is not None and row.approved > day:
            message = (
                f"{row.village}{row.name}放宽{row.matter}，{row.approved}批准，晚于选举日{day}"
            )
            yield RULE.at(row.place("approved"), message, village=row.village)
        elif row.name and (posted := _published(records, row)) and row.approved > posted:
            message = (
                f"{row.village}{row.name}放宽{row.matter}，{row.approved}才批准，"
                f"候选人公示{posted}已经发布"
            )
            place = row.place("approved")
            yield RULE.at(place, message, village=row.village, severity=Severity.WARNING)


def _published(records: Records, row: Exemption) -> date | None:
    """The day of the village's first notice that names the candidates."""
    entries = process.notices(records, row.village, "候选人公示")
    return min((one.posted for one in entries if one.posted), default=None)
