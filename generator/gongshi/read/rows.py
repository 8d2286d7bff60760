"""A recognised sheet to rows of values: what is read, what is left out, what is wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from gongshi.model.finding import Finding, Severity
from gongshi.model.place import Place
from gongshi.model.records import SheetReport
from gongshi.read import problems_tables as rules
from gongshi.read.columns import PRIVATE_HEADINGS, Column, Kind, Table
from gongshi.read.grid import Fault, Grid, Raw
from gongshi.read.header import Header, Heading, normal, suggestion
from gongshi.read.problems_files import T022
from gongshi.read.text import shown
from gongshi.read.values import WrongError, read

_NOTE = re.compile(r"(?:注|备注|说明|填表|填报|制表|审核|单位|联系|附)[^:：]{0,8}[:：]|注[\d\s]|※")
_TOTAL = frozenset({"合计", "总计", "小计", "共计"})
#: The first cell of a row that shows how to fill a table and is not read; why it is left out.
EXAMPLE, EXAMPLE_ROW = "示例", "示例行"


@dataclass(slots=True)
class Row:
    """One row of a table: values and cells by field; a field that is wrong is in ``wrong``."""

    place: Place
    values: dict[str, object] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    wrong: set[str] = field(default_factory=set)

    @property
    def village(self) -> str:
        """The village that the row speaks of, or ``""`` when that is not known."""
        return str(self.values.get("village", ""))

    def key(self, table: Table) -> tuple[object, ...] | None:
        """What tells the row from others, or none when a part of it is not known."""
        if self.wrong & set(table.identity):
            return None
        return tuple(self.values.get(name) for name in table.identity)


@dataclass(slots=True)
class Sheet:
    """What was read of one table: its rows, its findings and its report."""

    table: Table
    place: Place
    rows: list[Row]
    findings: list[Finding]
    report: SheetReport

    @property
    def complete(self) -> bool:
        """Whether each row's identity is known, so that others may be compared with it."""
        known = all(row.key(self.table) is not None for row in self.rows)
        lacking = any(f.rule == rules.T003.id for f in self.findings)
        return known and not lacking


def empty_table(table: Table, place: Place) -> list[Finding]:
    """A table without rows: an error, or a warning for one that is filled in later."""
    if table.optional:
        return []
    if table.later:
        help = "开会以后再填；现在不用管，或先把这张表删去。"
        message = f"{table.name}还没有一行内容"
        return [rules.T006.at(place, message, help=help, severity=Severity.WARNING)]
    return [rules.T006.at(place, f"{table.name}没有一行内容")]


def finish(row: Row, table: Table) -> None:
    """Fill in what an empty cell means: the first round."""
    if "round" in table.identity and "round" not in row.wrong:
        row.values.setdefault("round", 1)


def read_rows(grid: Grid, header: Header) -> Sheet:
    """All rows below the header."""
    return _Reader(grid, header).sheet()


class _Reader:
    """Goes down one sheet once; keeps what is left out for the report."""

    def __init__(self, grid: Grid, header: Header) -> None:
        self.grid, self.header, self.table = grid, header, header.table
        self.findings = _heading_findings(grid, header)
        self.columns = _columns(header)
        self.labels = [normal(heading.label) for heading in header.headings]
        self.width = _width(grid, header)
        self.left_out: list[tuple[int, str]] = []
        self.notes_begun = False
        self.anchors = _anchors(grid)
        self.headless: set[int] = set()
        missing = {c.field for c in header.table.required} - {
            c.field for c in self.columns.values()
        }
        self.identity_missing = missing

    def sheet(self) -> Sheet:
        first = self.header.row + self.header.depth
        rows = []
        for number in range(first, len(self.grid.rows)):
            if reason := self.reason(number):
                self.left_out.append((number + 1, reason))
            elif any(_written(cell) for cell in self.grid.rows[number]):
                rows.append(self.row(number))
        if not rows:
            self.findings += self.empty()
        return Sheet(self.table, self.grid.place, rows, self.findings, self.report(len(rows)))

    def empty(self) -> list[Finding]:
        """What to say of a table without rows, at the first row that is to be filled."""
        first = self.header.row + self.header.depth
        below = max((row for row, why in self.left_out if why == EXAMPLE_ROW), default=first)
        return empty_table(self.table, self.grid.at(below, 0))

    def report(self, rows: int) -> SheetReport:
        top = self.header.row + 1
        return SheetReport(
            place=self.grid.place,
            table=self.table.name,
            header_rows=tuple(range(top, top + self.header.depth)),
            columns=tuple((h.label, h.meaning.name) for h in self.header.headings if h.meaning),
            rows=rows,
            left_out=tuple(self.left_out),
        )

    def reason(self, number: int) -> str:
        """Why a row is left out, or ``""`` when it is one of the table's rows."""
        cells = self.grid.rows[number]
        written = [str(cell).strip() for cell in cells if _written(cell)]
        if not written:
            return ""
        if written[0] == EXAMPLE:
            return EXAMPLE_ROW
        if len(written) == 1 and (self.notes_begun or _NOTE.match(written[0])):
            self.notes_begun = True
            return "表下的说明"
        if _TOTAL & {"".join(text.split()) for text in written[:2]}:
            return "合计行"
        return self.refused(number, written)

    def refused(self, number: int, written: list[str]) -> str:
        """The reason, reported too, for a row that only a person can put right."""
        place = self.grid.at(number, 0)
        if len(written) > 2 and {normal(text) for text in written} <= set(self.labels):
            self.findings.append(rules.T004.at(place, f"第{number + 1}行又是表头"))
            return "重复的表头"
        if number in self.grid.struck:
            self.findings.append(rules.T028.at(place, f"第{number + 1}行整行划了删除线"))
            return "整行划掉的行"
        return ""

    def row(self, number: int) -> Row:
        row = Row(self.grid.at(number, min(self.columns, default=0)))
        row.wrong |= self.identity_missing
        found = self.odd_cells(number)
        if any(finding.rule == T022.id for finding in found):
            # Nothing in the row stands where the header says.
            row.wrong |= {column.field for column in self.table.columns}
            self.findings += found
            return row
        for index, column in self.columns.items():
            raw, place = self.cell(number, index)
            if column.field:
                row.places[column.field] = place
            try:
                value = read(column, raw)
            except WrongError as wrong:
                found.append(wrong.rule.at(place, wrong.message, help=wrong.help))
                row.wrong.add(column.field)
                continue
            if value is not None:
                row.values[column.field] = value
            elif column.required:
                found.append(rules.T005.at(place, f"「{column.name}」是空的"))
                row.wrong.add(column.field)
        finish(row, self.table)
        self.findings += (replace(finding, village=row.village) for finding in found)
        return row

    def cell(self, number: int, index: int) -> tuple[Raw, Place]:
        """A cell's value and place; those of the first cell of a merged range."""
        at = self.anchors.get((number, index), (number, index))
        cells = self.grid.rows[at[0]]
        return (cells[at[1]] if at[1] < len(cells) else ""), self.grid.at(*at)

    def odd_cells(self, number: int) -> list[Finding]:
        """Cells beside the table, and in CSV rows of another length."""
        cells = self.grid.rows[number]
        if self.grid.ragged and len(cells) < self.width:
            place = self.grid.at(number, len(cells))
            return [T022.at(place, f"第{number + 1}行只有{len(cells)}格，表头有{self.width}格")]
        known = self.columns.keys() | {heading.column for heading in self.header.headings}
        for index, cell in enumerate(cells):
            if index in known or not _written(cell):
                continue
            place = self.grid.at(number, index)
            if self.grid.ragged and index >= self.width:
                return [T022.at(place, f"第{number + 1}行比表头多出格子")]
            if index not in self.headless:
                self.headless.add(index)
                return [rules.T001.at(place, "这一列有内容，没有表头")]
        return []


def _written(cell: Raw) -> bool:
    return isinstance(cell, Fault) or (cell != "" and not str(cell).isspace())


def _width(grid: Grid, header: Header) -> int:
    return len(grid.rows[header.row + header.depth - 1])


def _columns(header: Header) -> dict[int, Column]:
    """The column at each position; of two with one meaning the first is read."""
    found: dict[str, tuple[int, Column]] = {}
    for heading in header.headings:
        if heading.meaning:
            found.setdefault(heading.meaning.name, (heading.column, heading.meaning))
    return dict(found.values())


def _anchors(grid: Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """The first cell for each further cell of a range merged downwards."""
    last = len(grid.rows) - 1
    return {
        (row, left): (top, left)
        for top, left, bottom, _ in grid.merged
        for row in range(top + 1, min(bottom, last) + 1)
    }


def _heading_findings(grid: Grid, header: Header) -> list[Finding]:
    findings, seen = [], dict[str, Heading]()
    for heading in header.headings:
        place = grid.at(heading.row, heading.column)
        if heading.meaning is None:
            findings.append(_unknown(header.table, heading.label, place))
        elif (first := seen.setdefault(heading.meaning.name, heading)) is not heading:
            if heading.meaning.kind is Kind.IGNORED:
                continue
            also = f"「{shown(heading.label)}」与「{shown(first.label)}」是同一列"
            findings.append(rules.T004.at(place, also))
    if lacking := [c.name for c in header.table.required if c.name not in seen]:
        place = grid.at(header.row, header.headings[0].column)
        findings.append(rules.T003.at(place, f"{header.table.name}缺少「{'」「'.join(lacking)}」"))
    return findings


def _unknown(table: Table, label: str, place: Place) -> Finding:
    if normal(label) in PRIVATE_HEADINGS:
        help = "删去这一列；公告从不公布身份证号、电话和住址。"
        return rules.T001.at(place, f"{table.name}里不得有「{shown(label)}」一列", help=help)
    near = suggestion(table, label)
    hint = f"，是不是「{near}」" if near else ""
    return rules.T001.at(place, f"{table.name}没有「{shown(label)}」这一列{hint}")
