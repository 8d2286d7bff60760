"""The files of a term to recognised sheets, contacts and reports."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.records import Contacts, SheetReport
from gongshi.read import problems_tables as rules
from gongshi.read.csv_text import read_csv
from gongshi.read.files import TABLE_ENDINGS, YAML_ENDINGS, content, unknown
from gongshi.read.grid import Grid
from gongshi.read.header import find_header, nearest
from gongshi.read.problems_files import T023, Y010
from gongshi.read.rows import Sheet, read_rows
from gongshi.read.settings import CONTACT_KEYS, contacts, mapping, unknown_keys, yaml_file
from gongshi.read.text import shown
from gongshi.read.workbook import read_workbook
from gongshi.read.yaml_tables import read_yaml_table, table_named
from gongshi.read.yaml_text import Mapping


@dataclass(slots=True)
class Found:
    """What the files of one term hold; ``unread`` tells that some could not be read."""

    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reports: list[SheetReport] = field(default_factory=list)
    contacts: Contacts | None = None
    unread: bool = False


def read_file(path: Path, name: str, found: Found) -> None:
    """Read one file of a term into ``found``."""
    ending = path.suffix.lower()
    if ending in YAML_ENDINGS:
        _read_yaml(path, name, found)
    elif ending in TABLE_ENDINGS:
        _read_tables(path, name, found)
    else:
        found.findings.append(unknown(path, name))


def _read_tables(path: Path, name: str, found: Found) -> None:
    data, findings = content(path, name)
    grids: list[Grid] = []
    if data is not None:
        reader = read_csv if path.suffix.lower() == ".csv" else read_workbook
        grids, findings = reader(data, name)
    found.findings += findings
    found.unread |= bool(findings)
    for grid in grids:
        _recognise(grid, found)
    if not findings and not any(_written(grid) for grid in grids):
        found.findings.append(rules.T006.at(Place(name), "文件里什么也没有"))
        found.unread = True


def _written(grid: Grid) -> bool:
    return any(cell != "" for row in grid.rows for cell in row)


def _recognise(grid: Grid, found: Found) -> None:
    header = find_header(grid)
    if grid.hidden:
        if header:
            message = f"隐藏的工作表「{shown(grid.place.sheet)}」里有{header.table.name}"
            found.findings.append(T023.at(grid.place, message))
            found.unread = True
        found.reports.append(_unread(grid, "隐藏的工作表，不读"))
    elif header:
        found.sheets.append(read_rows(grid, header))
    elif _written(grid):
        found.findings.append(_unrecognised(grid))
        found.unread = True
        found.reports.append(_unread(grid, "认不出是哪张表"))
    else:
        found.reports.append(_unread(grid, "空工作表"))


def _unread(grid: Grid, why: str) -> SheetReport:
    return SheetReport(grid.place, "", (), (), 0, ((0, why),))


def _unrecognised(grid: Grid) -> Finding:
    row = next(n for n, cells in enumerate(grid.rows) if any(cell != "" for cell in cells))
    column = next(n for n, cell in enumerate(grid.rows[row]) if cell != "")
    place = grid.at(row, column)
    near = nearest(grid)
    if near is None:
        return rules.T002.at(place, "认不出这是哪张表")
    table, shared = near
    lacking = "」「".join(c.name for c in table.required if c.name not in shared)
    reason = f"，表头只认得「{'」「'.join(map(shown, shared))}」" if shared else ""
    hint = f"「{lacking}」等列的表头写在同一行（或上下两行），列名照手册。" if lacking else ""
    return rules.T002.at(place, f"认不出这是哪张表，最像{table.name}{reason}", help=hint)


def _read_yaml(path: Path, name: str, found: Found) -> None:
    node, findings = yaml_file(path, name)
    root: Mapping | None = None
    if not findings and node is None:
        findings = [rules.T006.at(Place(name), "文件里什么也没有")]
    elif not findings:
        root, findings = mapping(node, name)
    if root is None:
        found.findings += findings
        found.unread = True
        return
    if not any(table_named(key) for key in root.items):
        _take_contacts(root, name, found)
        return
    names = tuple(key for key in root.items if table_named(key))
    found.findings += unknown_keys(root, names)
    for key in names:
        if table := table_named(key):
            found.sheets.append(read_yaml_table(table, root.items[key], root.keys[key]))


def _take_contacts(root: Mapping, name: str, found: Found) -> None:
    if not any(key in CONTACT_KEYS for key in root.items):
        from gongshi.read.columns import TABLES

        known = (*CONTACT_KEYS, *(table.name for table in TABLES))
        found.findings += unknown_keys(root, known)
        found.unread = True
        return
    read, findings = contacts(root, name)
    found.findings += findings
    if found.contacts is not None:
        place = next(iter(root.keys.values()))
        found.findings.append(Y010.at(place, "这一届已经有一个联系方式文件"))
        return
    found.contacts = read
