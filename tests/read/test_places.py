"""Plant one error in a random cell of a valid table: that very cell is reported, no other."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

import pytest

import townships
from gongshi.model.finding import Finding
from gongshi.read.csv_text import read_csv
from gongshi.read.grid import letters
from gongshi.read.header import find_header
from gongshi.read.project import read_project
from gongshi.read.rows import read_rows
from gongshi.read.township import read_township

TABLES = ("村社名册", "候选人名册", "会议情况", "得票情况", "公告登记簿")
FOLDER = "notices/tiny/2026"
#: An error that is one in any column.
PLANTS = ("\ue000", "\u202e", "\u200b", "\x07", "\ufffd")


def table(name: str) -> list[list[str]]:
    text = (townships.GOOD / FOLDER / f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))


def as_csv(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8")


def planted(seed: int) -> tuple[str, list[list[str]], str]:
    """A table with an error in one body cell below up to three title rows, and the cell."""
    chance = random.Random(seed)  # noqa: S311
    name = chance.choice(TABLES)
    header, *body = table(name)
    order = chance.sample(range(len(header)), len(header))
    rows = [["关于换届的" + name]] * chance.randrange(4)
    rows += [[row[n] for n in order] for row in (header, *body)]
    row = chance.randrange(len(rows) - len(body), len(rows))
    column = chance.randrange(len(header))
    rows[row][column] += chance.choice(PLANTS)
    return name, rows, f"{letters(column)}{row + 1}"


@pytest.mark.parametrize("hundred", range(10))
def test_an_error_in_any_cell_is_reported_at_that_cell(hundred: int) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        name, rows, cell = planted(seed)
        (grid,), findings = read_csv(as_csv(rows), f"{name}.csv")
        header = find_header(grid)
        assert findings == []
        assert header is not None
        assert header.table.name == name
        found = read_rows(grid, header).findings
        assert [(f.rule, f.place.cell) for f in found] == [("T012", cell)], seed


@pytest.mark.parametrize("seed", range(40))
def test_an_error_in_one_table_brings_no_finding_in_another(seed: int, tmp_path: Path) -> None:
    name, rows, cell = planted(seed)
    root = townships.good(tmp_path)
    (root / FOLDER / f"{name}.csv").write_bytes(as_csv(rows))
    project, _ = read_project(root)
    found: list[Finding] = list(read_township(project, "tiny").findings)
    assert [(f.rule, f.place.file, f.place.cell) for f in found] == [
        ("T012", f"{FOLDER}/{name}.csv", cell)
    ]


WRONG = {
    ("候选人名册", "性别"): ("女性", "T010"),
    ("候选人名册", "民族"): ("汗族", "T010"),
    ("候选人名册", "出生年月"): ("1985.1", "T009"),
    ("候选人名册", "入党时间"): ("2010年13月", "T009"),
    ("候选人名册", "拟任职务"): ("村干部", "T010"),
    ("候选人名册", "新任/连任"): ("续任", "T010"),
    ("候选人名册", "姓名"): ("王5", "N105"),
    ("会议情况", "日期"): ("2026-02-30", "T008"),
    ("会议情况", "实到"): ("-1", "T007"),
    ("会议情况", "有效票"): ("9.5", "T007"),
    ("会议情况", "时间"): ("早饭后", "T011"),
    ("得票情况", "赞成"): ("多数", "T007"),
    ("公告登记簿", "公示天数"): ("5", "T011"),
    ("公告登记簿", "编号"): ("第一号", "T011"),
    ("公告登记簿", "审批日期"): ("上周五", "T008"),
    ("公告登记簿", "状态"): ("已申", "T010"),
    ("村社名册", "书记职数"): ("一", "T007"),
}


@pytest.mark.parametrize(("table_name", "column"), WRONG)
def test_a_wrong_value_is_reported_at_its_cell_and_nowhere_else(
    table_name: str, column: str, tmp_path: Path
) -> None:
    value, rule = WRONG[table_name, column]
    rows = table(table_name)
    at = rows[0].index(column)
    rows[-1][at] = value
    root = townships.good(tmp_path)
    (root / FOLDER / f"{table_name}.csv").write_bytes(as_csv(rows))
    project, _ = read_project(root)
    found = read_township(project, "tiny").findings
    assert [(f.rule, f.place.cell) for f in found] == [(rule, f"{letters(at)}{len(rows)}")]


def test_a_finding_in_a_village_s_row_names_the_village(tmp_path: Path) -> None:
    root = townships.overlay("T010-unknown-sex", tmp_path)
    project, _ = read_project(root)
    assert [f.village for f in read_township(project, "tiny").findings] == ["东村"]
