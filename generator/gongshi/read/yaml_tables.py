"""Tables written as YAML: one key that is a table's name over a list of rows."""

from __future__ import annotations

from dataclasses import replace

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.records import SheetReport
from gongshi.read import problems_tables as rules
from gongshi.read.columns import TABLES, Column, Table
from gongshi.read.header import column_of, normal, suggestion
from gongshi.read.problems_files import Y003, Y004, Y006
from gongshi.read.rows import Row, Sheet, empty_table, finish
from gongshi.read.text import shown
from gongshi.read.values import WrongError, read
from gongshi.read.yaml_text import Mapping, Node, Scalar, Sequence


def table_named(key: str) -> Table | None:
    """The table of that name, or none."""
    return next((table for table in TABLES if table.name == normal(key)), None)


def read_yaml_table(table: Table, node: Node, key: Place) -> Sheet:
    """The rows of one table, as if they had stood in a sheet."""
    findings: list[Finding] = []
    rows: list[Row] = []
    labels: dict[str, str] = {}
    if not isinstance(node, Sequence) or not node.items:
        findings += empty_table(table, key)
    for item in node.items if isinstance(node, Sequence) else ():
        if isinstance(item, Mapping):
            rows.append(_row(table, item, findings, labels))
        else:
            findings.append(Y006.at(item.place, f"{table.name}的每一项应是「列名: 内容」"))
    report = SheetReport(key, table.name, (), tuple(labels.items()), len(rows), ())
    return Sheet(table, key, rows, findings, report)


def _row(table: Table, item: Mapping, findings: list[Finding], labels: dict[str, str]) -> Row:
    row, found = Row(item.place), list[Finding]()
    for label, node in item.items.items():
        column = column_of(table, label)
        if column is None:
            found.append(_unknown(table, label, item.keys[label]))
        elif column.field in row.places:
            found.append(Y003.at(item.keys[label], f"「{shown(label)}」与前面的键是同一列"))
        else:
            labels[label] = column.name
            found += _cell(row, column, node)
    for column in table.required:
        if column.field not in row.places:
            row.wrong.add(column.field)
            found.append(rules.T005.at(item.place, f"这一项没有写「{column.name}」"))
    finish(row, table)
    findings += (replace(finding, village=row.village) for finding in found)
    return row


def _cell(row: Row, column: Column, node: Node) -> list[Finding]:
    if column.field:
        row.places[column.field] = node.place
    text = _typed(node)
    if text is None:
        row.wrong.add(column.field)
        return [Y006.at(node.place, f"「{column.name}」应是一段文字")]
    try:
        value = read(column, text)
    except WrongError as wrong:
        row.wrong.add(column.field)
        return [wrong.rule.at(node.place, wrong.message, help=wrong.help)]
    if value is not None:
        row.values[column.field] = value
    elif column.required:
        row.wrong.add(column.field)
        return [rules.T005.at(node.place, f"「{column.name}」是空的")]
    return []


def _typed(node: Node) -> str | None:
    """A scalar's text, or a list of scalars joined as in a table's cell."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        texts = [item.text for item in node.items if isinstance(item, Scalar)]
        return "、".join(texts) if len(texts) == len(node.items) else None
    return None


def _unknown(table: Table, label: str, place: Place) -> Finding:
    near = suggestion(table, label)
    hint = f"，是不是「{near}」" if near else ""
    return Y004.at(place, f"{table.name}没有「{shown(label)}」这一列{hint}")
