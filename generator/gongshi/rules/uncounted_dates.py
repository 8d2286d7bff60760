"""M008: leaving a member out was agreed, then approved, then used."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Uncounted
from gongshi.rules.limits import election_day

RULE = Rule(
    id="M008",
    severity=Severity.ERROR,
    title="不计入应到先经大会通过、再经批准",
    basis="不计入应到会人数的通行程序：党员大会通过，报上级党组织批准，然后选举",
    what="不计入应到党员表的每个人都有党员大会通过日期和批准日期，通过不晚于批准，批准不晚于选举大会；没有选举权的（如预备党员）不要求。",
    why="没有经过大会和批准就不算，应到人数站不住。",
    example="11月5日批准，党员大会11月8日才通过。",
    fix="补办手续并填上日期；日期填错的改正。",
    covers=("R14",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every person left out without the two decisions, or with them out of order."""
    listed = records.term.profile.lists.get("没有选举权情形")
    without_vote = listed.words if listed else ()
    for row in records.uncounted:
        if any(word in row.ground for word in without_vote):
            continue
        if fault := _fault(records, row):
            message = f"{row.village}{row.name}不计入应到，{fault[1]}"
            yield RULE.at(row.place(fault[0]), message, village=row.village)


def _fault(records: Records, row: Uncounted) -> tuple[str, str] | None:
    if row.agreed is None or row.approved is None:
        field, what = ("agreed", "党员大会通过") if row.agreed is None else ("approved", "批准")
        return field, f"没有填{what}日期"
    if row.approved < row.agreed:
        return "approved", f"{row.approved}批准，早于党员大会{row.agreed}通过"
    day = election_day(records, row.village)
    if day is not None and row.approved > day:
        return "approved", f"{row.approved}才批准，选举大会是{day}"
    return None
