"""A new project: what a clerk finds in it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongshi.read.column import Kind, Table
from gongshi.read.columns import MAIN_TABLES, TABLES
from gongshi.scaffold.project import project_files
from gongshi.scaffold.workbook import sheet_name

WORKBOOK = "notices/shili/2026/换届工作台账.xlsx"
FURTHER = "notices/shili/2026/补充台账.xlsx"


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return project_files()


@pytest.fixture(scope="module", params=[WORKBOOK, FURTHER])
def book(files: dict[str, bytes], request: pytest.FixtureRequest) -> Workbook:
    return load_workbook(io.BytesIO(files[request.param]))


def columns_of(sheet: Worksheet, kind: Kind) -> Iterator[str]:
    """The letters of a sheet's columns of one kind."""
    table = next(table for table in TABLES if sheet_name(table) == sheet.title)
    for index, column in enumerate(table.columns, start=1):
        if column.kind is kind:
            yield sheet.cell(1, index).column_letter


def test_a_project_has_its_settings_its_tables_and_instructions(files: dict[str, bytes]):
    assert set(files) == {
        "mkdocs.yml",
        "site_src/about.md",
        "使用说明.txt",
        "notices/county.yml",
        "notices/shili/township.yml",
        "notices/shili/2026/term.yml",
        "notices/shili/2026/联系方式.yml",
        WORKBOOK,
        FURTHER,
    }


def test_the_same_bytes_come_out_each_time(files: dict[str, bytes], monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert project_files() == files


def test_nothing_in_a_workbook_says_when_it_was_made(book: Workbook):
    assert book.properties.created == book.properties.modified
    assert book.properties.created.year == 2026


def test_the_county_is_filled_in_when_it_is_known():
    county = project_files("青禾县")["notices/county.yml"].decode("utf-8")
    assert "\r\n县: 青禾县\r\n" in county


@pytest.mark.parametrize("name", ["a: b", "县\n网址: x", "=1", "*a", "青禾县 # x"])
def test_a_county_that_could_be_read_as_anything_else_is_refused(name: str):
    with pytest.raises(ValueError, match=re.escape(name)):
        project_files(name)


def test_every_setting_has_an_explanation_above_it(files: dict[str, bytes]):
    for path in ("notices/county.yml", "notices/shili/township.yml"):
        lines = files[path].decode("utf-8").splitlines()
        for above, line in pairwise(lines):
            if line and not line.startswith("#"):
                assert above.startswith("#"), line


def test_the_instructions_open_in_any_notepad(files: dict[str, bytes]):
    text = files["使用说明.txt"]
    assert text.startswith(b"\xef\xbb\xbf")
    assert text.count(b"\n") == text.count(b"\r\n")


def test_the_first_workbook_holds_what_every_election_needs_and_the_second_all_else(files):
    first, second = (load_workbook(io.BytesIO(files[name])) for name in (WORKBOOK, FURTHER))
    assert first.sheetnames == ["1村社名册", "2候选人名册", "3会议情况", "4得票情况", "5公告登记簿"]
    assert first.sheetnames + second.sheetnames == [sheet_name(table) for table in TABLES]
    assert len(MAIN_TABLES) == 5


def tables_in(book: Workbook) -> list[Table]:
    return [table for table in TABLES if sheet_name(table) in book.sheetnames]


def test_a_sheet_has_a_cell_for_each_column(book: Workbook):
    for table in tables_in(book):
        header = [cell.value for cell in book[sheet_name(table)][1]]
        assert header == [column.name for column in table.columns]


def test_every_header_cell_explains_its_column(book: Workbook):
    for table in tables_in(book):
        for cell, column in zip(book[sheet_name(table)][1], table.columns, strict=True):
            assert column.note in cell.comment.text
            assert ("必填" in cell.comment.text) == column.required


def test_the_example_row_is_grey_struck_through_and_says_so(book: Workbook):
    for sheet in book:
        assert sheet["A2"].value == "示例"
        assert all(cell.font.strike and cell.font.color.rgb.endswith("808080") for cell in sheet[2])
        assert sheet.max_row == 2


def test_closed_lists_are_drop_downs_that_refuse_anything_else(book: Workbook):
    for sheet in book:
        lists = {
            str(rule.sqref).split(":")[0].rstrip("0123456789"): rule
            for rule in sheet.data_validations.dataValidation
            if rule.type == "list"
        }
        for letter in columns_of(sheet, Kind.CHOICE):
            assert lists[letter].showErrorMessage
            assert len(lists[letter].formula1) <= 257


def test_villages_are_chosen_from_the_roll(files: dict[str, bytes]):
    book = load_workbook(io.BytesIO(files[WORKBOOK]))
    rules = book["2候选人名册"].data_validations.dataValidation
    assert "'1村社名册'!$B$3:$B$1000" in {rule.formula1 for rule in rules}


def test_kinds_of_notices_are_chosen_from_those_that_exist(files: dict[str, bytes]):
    book = load_workbook(io.BytesIO(files[WORKBOOK]))
    rules = book["5公告登记簿"].data_validations.dataValidation
    assert any("候选人公示" in rule.formula1 for rule in rules)


def test_months_and_dates_stay_the_text_that_was_typed(book: Workbook):
    for sheet in book:
        for kind in (Kind.MONTH, Kind.DATE, Kind.TEXT, Kind.NAME):
            for letter in columns_of(sheet, kind):
                assert sheet.column_dimensions[letter].number_format == "@"


def test_no_cell_is_a_formula(book: Workbook):
    cells = [cell for sheet in book for row in sheet for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not [cell for cell in cells if cell.data_type == "n" and cell.value is not None]


def test_the_header_stays_in_sight(book: Workbook):
    assert {sheet.freeze_panes for sheet in book} == {"C2"}
