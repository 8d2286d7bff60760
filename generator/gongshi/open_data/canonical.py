"""A table as data: RFC 4180 CSV in UTF-8 with LF ends, and its Frictionless Table Schema.

Columns stand in the order in which they are declared, dates are ISO 8601, an empty cell is
an unknown value.  A text that a spreadsheet would take for a formula gets an apostrophe in
front, which :func:`plain` takes away again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from csv import QUOTE_MINIMAL, writer
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import StringIO
from typing import Any

from gongshi.model.records import Records, YearMonth
from gongshi.read.column import Kind, Table
from gongshi.read.columns import TABLES

#: First characters that make a formula of a text (CWE-1236), with their full-width twins.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_TYPES = {Kind.COUNT: "integer", Kind.ROUND: "integer", Kind.DATE: "date", Kind.MONTH: "yearmonth"}


@dataclass(frozen=True, slots=True)
class Field:
    """One column: ``type`` is Table Schema's; ``choices`` a closed list."""

    name: str
    type: str = "string"
    description: str = ""
    required: bool = False
    choices: tuple[str, ...] = ()

    def schema(self) -> dict[str, Any]:
        """The field in a Table Schema."""
        constraints: dict[str, Any] = {"required": True} if self.required else {}
        if self.choices:
            constraints["enum"] = list(self.choices)
        facts: dict[str, Any] = {"name": self.name, "type": self.type}
        if self.description:
            facts["description"] = self.description
        if constraints:
            facts["constraints"] = constraints
        return facts


@dataclass(frozen=True, slots=True)
class DataTable:
    """A table ready to be written: ``name`` is the file's without ``.csv``, ASCII."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[object, ...], ...]

    def csv(self) -> bytes:
        """The file."""
        stream = StringIO()
        lines = writer(stream, quoting=QUOTE_MINIMAL, lineterminator="\n")
        lines.writerow([field.name for field in self.fields])
        lines.writerows([cell(value) for value in row] for row in self.rows)
        return stream.getvalue().encode()


def cell(value: object) -> str:
    """One value as CSV has it."""
    match value:
        case None:
            return ""
        case YearMonth(year=year, month=month):
            return f"{year:04d}-{month:02d}"
        case date():
            return value.isoformat()
        case tuple():
            return cell("、".join(value))
        case str():
            return f"'{value}" if value.startswith(("'", *_FORMULA)) else value
        case _:
            return str(value)


def plain(text: str) -> str:
    """The text of a cell again, without the apostrophe that guards it."""
    return text[1:] if text.startswith("'") else text


def files_of(name: str, title: str, tables: Sequence[DataTable]) -> dict[str, bytes]:
    """Every table's CSV, and ``datapackage.json``, the description of them all."""
    written = [(table, table.csv()) for table in tables]
    facts = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": [_resource(table, data) for table, data in written],
    }
    package = f"{json.dumps(facts, ensure_ascii=False, indent=1)}\n".encode()
    return {f"{table.name}.csv": data for table, data in written} | {"datapackage.json": package}


def _resource(table: DataTable, data: bytes) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "schema": {"fields": [field.schema() for field in table.fields], "missingValues": [""]},
    }


# The clerks' tables.


def record_tables(records: Records) -> tuple[DataTable, ...]:
    """Every table of a term that has rows, in the order of :data:`TABLES`."""
    found = (_of(table, getattr(records, table.key)) for table in TABLES)
    return tuple(table for table in found if table.rows)


def _of(table: Table, rows: Iterable[Any]) -> DataTable:
    columns = [column for column in table.columns if column.field]
    fields = tuple(
        Field(
            column.name,
            _TYPES.get(column.kind, "string"),
            column.note,
            column.required,
            column.choices if column.kind is Kind.CHOICE else (),
        )
        for column in columns
    )
    values = tuple(
        tuple(_value(row, column.field, column.kind) for column in columns) for row in rows
    )
    return DataTable(table.key.replace("_", "-"), table.name, table.note, fields, values)


def _value(row: Any, name: str, kind: Kind) -> object:
    if name.startswith("seats."):
        return row.seats.get(name.removeprefix("seats."))
    value = getattr(row, name)
    if kind is Kind.DAYS and value is not None:
        return f"{value}个工作日" if row.working else f"{value}日"
    if kind is Kind.POST:
        return getattr(row, "post_text", "") or value
    return value
