"""Canonical CSV and its Table Schema: fixed bytes, no formulas, valid for any reader."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

import worlds
from gongshi.model.records import YearMonth
from gongshi.open_data.canonical import DataTable, Field, cell, files_of, plain, record_tables

SCHEMAS = Path(__file__).parents[1] / "vendor" / "schemas"


def validator(name: str) -> Draft4Validator:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def table(*values: object) -> DataTable:
    return DataTable("t", "表", "", (Field("甲"),), tuple((value,) for value in values))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (0, "0"),
        (date(2026, 11, 2), "2026-11-02"),
        (YearMonth(1985, 6), "1985-06"),
        (("王伟", "李明"), "王伟、李明"),
        ("第一行\n第二行", "第一行\n第二行"),
    ],
)
def test_a_value_has_one_way_to_be_written(value: object, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "first", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"]
)
def test_no_text_is_a_formula_and_every_text_comes_back(first: str) -> None:
    text = f"{first}1+1"
    assert cell(text) == f"'{text}"
    assert plain(cell(text)) == text


def test_a_text_with_an_apostrophe_of_its_own_comes_back() -> None:
    assert plain(cell("'abc")) == "'abc"


def test_lines_end_in_lf_and_quotes_are_doubled_as_rfc_4180_says() -> None:
    assert table('a"b', "c,d").csv() == '甲\n"a""b"\n"c,d"\n'.encode()


def test_the_tables_of_a_term_stand_in_their_order_with_their_columns() -> None:
    tables = record_tables(worlds.records())
    assert [one.name for one in tables][:2] == ["villages", "candidates"]
    for one in tables:
        rows = list(csv.reader(StringIO(one.csv().decode(), newline="")))
        assert rows[0] == [field.name for field in one.fields]
        assert {len(row) for row in rows} == {len(one.fields)}
        assert len(rows) == 1 + len(one.rows)


def test_no_table_has_a_column_that_reading_does_not_keep() -> None:
    names = {field.name for one in record_tables(worlds.records()) for field in one.fields}
    assert not names & {"身份证号", "手机号码", "联系电话", "序号"}


def test_seats_days_and_posts_are_written_as_the_office_writes_them() -> None:
    tables = {one.name: one for one in record_tables(worlds.records())}
    village = dict(
        zip([f.name for f in tables["villages"].fields], tables["villages"].rows[0], strict=True)
    )
    assert (village["书记职数"], village["委员职数"], village["主任职数"]) == (1, 2, None)
    entry = dict(
        zip([f.name for f in tables["register"].fields], tables["register"].rows[0], strict=True)
    )
    assert entry["公示天数"] == "5个工作日"


def test_package_and_schemas_are_valid_for_frictionless() -> None:
    files = files_of("tiny-2026", "东镇2026年", record_tables(worlds.records()))
    package = json.loads(files["datapackage.json"])
    validator("tabular-data-package.json").validate(package)
    for resource in package["resources"]:
        validator("table-schema.json").validate(resource["schema"])
        assert resource["bytes"] == len(files[resource["path"]])


def test_a_package_that_is_spoilt_is_not_valid() -> None:
    package = json.loads(files_of("tiny-2026", "x", [table("1")])["datapackage.json"])
    package["resources"][0]["schema"]["fields"][0]["type"] = "month"
    assert not validator("tabular-data-package.json").is_valid(package)


def test_equal_records_give_equal_bytes() -> None:
    one, other = (files_of("x", "y", record_tables(worlds.records())) for _ in range(2))
    assert one == other
