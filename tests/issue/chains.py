"""A term folder in which notices are issued for real, to be spoilt afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from elections import entry, kinds, party
from gongshi.compose.compose import Composed, compose
from gongshi.issue.chain import chain_lines, load_issued
from gongshi.issue.issue import writes
from gongshi.issue.plan import IssuePlan, plan_issue
from gongshi.model.finding import Finding
from gongshi.model.records import Entry, Records

TODAY = date(2026, 11, 21)


def world(*rows: Entry) -> Records:
    """东村 with a register of its own; by default one notice of each of three kinds."""
    base = party()
    if not rows:
        names = ("任职条件和职数公示", "候选人公示", "选举结果公告")
        rows = tuple(
            entry(base, name, number=str(n), posted=date(2026, 11, 15 + n))
            for n, name in enumerate(names, start=1)
        )
    return replace(base, register=rows)


def term_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notices" / "tiny" / "2026"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def all_composed(records: Records, folder: Path) -> tuple[Composed, ...]:
    issued, _ = load_issued(folder)
    return tuple(compose(row, records, kinds(), issued) for row in records.register)


def plan(
    records: Records, folder: Path, today: date = TODAY, findings: Sequence[Finding] = ()
) -> IssuePlan:
    issued, _ = load_issued(folder)
    return plan_issue(records, all_composed(records, folder), findings, issued, today)


def issue(records: Records, folder: Path, today: date = TODAY) -> list[str]:
    """Issues what is ready and returns the names of the files written."""
    files = writes(plan(records, folder, today), folder, chain_lines(folder), today)
    for path, data in files:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return [path.name for path, _ in files]


def found(folder: Path) -> list[str]:
    """The rules that verification finds broken, in order."""
    return [finding.rule for finding in load_issued(folder)[1]]
