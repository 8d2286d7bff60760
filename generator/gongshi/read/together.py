"""Several sheets of one kind to one table: joined where they agree, refused where not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from gongshi.model.finding import Finding
from gongshi.model.records import SheetReport
from gongshi.read import problems_tables as rules
from gongshi.read.columns import Table
from gongshi.read.rows import Row, Sheet
from gongshi.read.text import shown
from gongshi.read.values import Post


@dataclass(slots=True)
class Joined:
    """One table of a term: its rows, and whether all of them could be told apart."""

    table: Table
    rows: list[Row]
    complete: bool
    present: bool


def join(table: Table, sheets: list[Sheet]) -> tuple[Joined, list[Finding], list[SheetReport]]:
    """All rows of a kind; equal rows of two sheets become one, with both sheets' fields."""
    findings: list[Finding] = []
    reports: list[SheetReport] = []
    found: dict[tuple[object, ...], tuple[Row, Sheet]] = {}
    for sheet in sheets:
        repeated = 0
        for row in sheet.rows:
            if (key := row.key(table)) is None:
                continue
            if key not in found:
                found[key] = row, sheet
            elif found[key][1] is sheet:
                findings.append(_twice(table, found[key][0], row))
            else:
                repeated += 1
                findings += _merge(table, found[key][0], row)
        reports.append(_with_repeats(sheet.report, repeated))
    rows = [row for row, _ in found.values()]
    complete = all(sheet.complete for sheet in sheets)
    return Joined(table, rows, complete, bool(sheets)), findings, reports


def _with_repeats(report: SheetReport, repeated: int) -> SheetReport:
    if not repeated:
        return report
    left = (*report.left_out, (0, f"{repeated}行与另一张表相同，已合并"))
    return replace(report, left_out=left)


def _twice(table: Table, first: Row, row: Row) -> Finding:
    field = next((f for f in ("number", "name") if f in table.identity), table.identity[-1])
    place, where = row.places.get(field, row.place), first.places.get(field, first.place)
    name = shown(str(row.values.get(field, "")))
    message = f"「{name}」在{where.cell or where}已经登记过一行"
    rule = rules.N101 if table.key == "candidates" else rules.T017
    return rule.at(place, message, village=row.village)


def _merge(table: Table, first: Row, row: Row) -> list[Finding]:
    findings = []
    for name, value in row.values.items():
        if name not in first.values:
            first.values[name] = value
            first.places[name] = row.places.get(name, row.place)
        elif not _agree(first.values[name], value):
            findings.append(_disagreement(table, name, first, row))
    return findings


def _agree(one: object, other: object) -> bool:
    if isinstance(one, Post) and isinstance(other, Post):
        return one.post == other.post
    return one == other


def _disagreement(table: Table, name: str, first: Row, row: Row) -> Finding:
    column = next(column for column in table.columns if column.field == name)
    place, where = row.places.get(name, row.place), first.places.get(name, first.place)
    mine, theirs = _shown(row.values[name]), _shown(first.values[name])
    message = f"「{column.name}」这里是「{mine}」，{where}是「{theirs}」"
    return rules.T016.at(place, message, village=row.village)


def _shown(value: object) -> str:
    if isinstance(value, Post):
        return shown(value.text)
    return shown("、".join(value) if isinstance(value, tuple) else str(value))
