"""The tables that are handed in: layout, totals, and nothing that becomes a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

from openpyxl import load_workbook

import worlds
from gongshi.model.profile import Words
from gongshi.report.compare import differences
from gongshi.report.layout import figures_table, table, township_report
from gongshi.report.measures import statistics
from gongshi.report.report import county, township
from gongshi.report.roster import scope
from gongshi.report.sheet import Sheet, csv_bytes
from gongshi.report.workbook import workbook
from summaries import born, reported
from summaries import township as counted

DAY = date(2026, 11, 21)
WORLD = counted(
    9,
    [4, 5],
    {"sex": {"男": 6, "女": 3}, "born": {born(40): 9}, "post": {"书记": 1, "委员": 8}},
)


def sheet(**changes: object) -> Sheet:
    whole = scope(WORLD)
    report = township_report(whole, "东镇换届情况统计", "青禾县东镇", DAY)
    return replace(table(report, "统计表"), **changes)


def test_a_row_a_village_and_the_total_last() -> None:
    found = sheet()
    assert [row[:4] for row in found.rows] == [
        ("村1", 4, 4, 4),
        ("村2", 5, 5, 5),
        ("合计", 9, 9, 9),
    ]


def test_every_count_of_the_total_is_the_sum_of_the_rows() -> None:
    found = sheet()
    for name, *cells in zip(found.columns, *found.rows, strict=True):
        if all(isinstance(cell, int) for cell in cells):
            assert sum(cells[:-1]) == cells[-1], name
    assert "性别结构 男" in found.columns


def test_averages_keep_their_decimals_and_are_numbers() -> None:
    found = sheet()
    assert found.rows[0][found.columns.index("平均年龄")] == Decimal("40.0")


def test_the_workbook_is_laid_out_as_offices_hand_it_in() -> None:
    (page,) = load_workbook(io.BytesIO(workbook([sheet()]))).worksheets
    assert page["A1"].value == "东镇换届情况统计"
    assert page["A2"].value == "填报单位：青禾县东镇　　　　填报日期：2026年11月21日"
    merged = {str(area) for area in page.merged_cells.ranges}
    assert f"A1:{page.cell(1, page.max_column).coordinate}" in merged
    assert "A3:A4" in merged
    assert page.print_area
    assert (page.page_setup.orientation, page.page_setup.fitToWidth) == ("landscape", 1)
    assert page.page_setup.paperSize == 9
    assert page["B5"].value == 4


def test_equal_tables_are_equal_bytes() -> None:
    assert workbook([sheet()]) == workbook([sheet()])


def test_no_text_becomes_a_formula() -> None:
    hostile = '=HYPERLINK("http://x","y")'
    found = sheet(title=hostile, rows=((hostile, "+1", "-1", "@x"),), head=(("甲",) * 4,))
    (page,) = load_workbook(io.BytesIO(workbook([found]))).worksheets
    cells = [cell for row in page.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    text = csv_bytes(found).decode("utf-8-sig")
    (row,) = list(csv.reader(io.StringIO(text)))[1:]
    assert row == [f"'{hostile}", "'+1", "'-1", "'@x"]


def test_control_characters_do_not_stop_the_workbook() -> None:
    found = sheet(rows=(("东\x0b村\x00", 1),), head=(("村", "数"),))
    (page,) = load_workbook(io.BytesIO(workbook([found]))).worksheets
    assert page["A4"].value == "东村"


def test_the_csv_begins_with_a_bom_and_keeps_numbers_numbers() -> None:
    data = csv_bytes(sheet(rows=(("甲", -1, Decimal("2.50"), ""),), head=(("村",) * 4,)))
    assert data == "\ufeff村,村,村,村\r\n甲,-1,2.50,\r\n".encode()


def test_the_table_of_figures_names_each_with_its_base() -> None:
    whole = scope(WORLD)
    report = township_report(whole, "统计", "青禾县东镇", DAY)
    rows = figures_table(statistics(whole), report, "指标").rows
    women = next(row for row in rows if row[1:3] == ("性别结构", "女"))
    assert women[3:8] == (3, "人", 9, "委员总数", "33.3%")


def test_what_the_table_of_figures_says_can_be_reported_back_without_a_finding() -> None:
    found = statistics(scope(WORLD))
    rows = figures_table(found, township_report(scope(WORLD), "", "", DAY), "指标").rows
    typed = reported((str(row[1]), str(row[2]), str(row[3])) for row in rows)
    assert differences(typed, found) == []


def test_the_county_has_a_row_a_township_and_one_table_a_body() -> None:
    other = replace(WORLD, township=replace(WORLD.township, slug="b", name="西镇"))
    profile = worlds.profile(body="居民委员会")
    third = replace(WORLD, term=replace(WORLD.term, profile=profile))
    made = [township(one, (one,), DAY) for one in (WORLD, other, third)]
    (whole,) = county("青禾县", made, DAY)
    found = whole.sheets[0]
    assert [row[0] for row in found.rows] == ["东镇", "西镇", "合计"]
    assert found.rows[-1][3] == 18
    assert whole.stem == "全县-党组织"


def test_a_report_says_what_was_reported_wrongly() -> None:
    world = replace(WORLD, reported=reported([("性别结构", "女", "4")]))
    (finding,) = township(world, (world,), DAY).findings
    assert finding.message == "性别结构“女”填4，按表格应为3人"
    assert finding.place.cell == "B2"


def test_bands_that_say_no_limits_or_overlap_are_reported() -> None:
    lists = {"统计年龄段": Words(("三十多岁", "40岁以下", "40岁以上"), "方案")}
    world = replace(WORLD, term=replace(WORLD.term, profile=worlds.profile(lists=lists)))
    found = township(world, (world,), DAY).findings
    assert [f"{one.rule} {one.message}" for one in found] == [
        "B002 年龄结构各项之和比委员总数9人多9",
        "B004 统计用的“三十多岁”看不懂",
    ]
