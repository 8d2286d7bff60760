"""A table is recognised by its header, wherever the clerk put it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gongshi.model.finding import Finding
from gongshi.model.records import Records
from gongshi.read.explain import explain
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from projects import project, workbook

VILLAGES = [["村", "应到会党员"], ["东村", 10], ["西村", 8]]
ROLL = [["村名", "应到会人数", "书记职数"], ["东村", 10, 1], ["西村", 8, 1]]
HEADER = ["村（社区）", "姓名", "拟任职务"]


def read(tmp_path: Path, rows: list[list[Any]], merged: list[str] | None = None) -> Any:
    root = project(tmp_path, {"村社.xlsx": {"甲": ROLL}})
    path = root / "notices/tiny/2026/名册.xlsx"
    workbook(path, {"随便什么名字": rows}, merged={"随便什么名字": merged or []})
    reading = read_township(read_project(root)[0], "tiny")
    return reading.terms[0], reading.findings


def people(term: Records) -> list[tuple[str, str, str]]:
    return [(person.village, person.name, person.post) for person in term.candidates]


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.place.cell) for finding in findings]


def test_titles_above_and_notes_below_are_left_out_and_said(tmp_path: Path) -> None:
    rows = [
        ["东镇候选人名册"],
        ["单位：人"],
        HEADER,
        ["东村", "王　伟", "委员"],
        ["注：1.按村填报。"],
        ["2.以干部档案为准。"],
        ["填表人：某某"],
    ]
    term, findings = read(tmp_path, rows)
    assert findings == ()
    assert people(term) == [("东村", "王伟", "委员")]
    report = next(report for report in term.sheets if report.table == "候选人名册")
    assert report.header_rows == (3,)
    assert report.left_out == ((5, "表下的说明"), (6, "表下的说明"), (7, "表下的说明"))


def test_two_row_headers_with_groups_are_understood(tmp_path: Path) -> None:
    rows = [
        ["村（社区）", "个人情况", "", "任职", ""],
        ["", "姓名", "性别", "现任职务", "拟任职务"],
        ["东村", "王伟", "男", "会计", "委员"],
    ]
    term, findings = read(tmp_path, rows, ["A1:A2", "B1:C1", "D1:E1"])
    assert findings == ()
    assert people(term) == [("东村", "王伟", "委员")]
    assert term.sheets[0].header_rows == (1, 2)


def test_a_group_heading_completes_its_columns(tmp_path: Path) -> None:
    root = project(
        tmp_path,
        {
            "村社.csv": ",应到会,职数,,\n村,党员,书记,副书记,委员\n东村,10,1,0,2\n",
        },
    )
    term = read_township(read_project(root)[0], "tiny").terms[0]
    assert term.villages[0].due == 10
    assert term.villages[0].seats == {"书记": 1, "副书记": 0, "委员": 2}


def test_columns_may_stand_in_any_order_with_spaces_and_breaks(tmp_path: Path) -> None:
    rows = [["拟任\n职务", "姓　名", "村 （社区）", "备注"], ["委员", "王伟", "东村", "记一笔"]]
    term, findings = read(tmp_path, rows)
    assert findings == ()
    assert people(term) == [("东村", "王伟", "委员")]


@pytest.mark.parametrize("heading", ["文化程度", "学历（全日制）", "学历*", "学 历："])
def test_synonyms_mean_their_column(heading: str, tmp_path: Path) -> None:
    term, findings = read(tmp_path, [[*HEADER, heading], ["东村", "王伟", "委员", "大专"]])
    assert findings == ()
    assert term.candidates[0].education == "大专"


def test_a_merged_village_covers_its_rows_and_an_empty_one_does_not(tmp_path: Path) -> None:
    rows = [HEADER, ["东村", "丁一", "书记"], ["", "王伟", "委员"], ["", "李明", "委员"]]
    term, findings = read(tmp_path, rows, ["A2:A3"])
    assert people(term) == [("东村", "丁一", "书记"), ("东村", "王伟", "委员")]
    assert codes(findings) == [("T005", "A4")]


def test_a_blank_row_a_sum_and_the_example_are_left_out(tmp_path: Path) -> None:
    rows = [
        ["序号", *HEADER],
        ["示例", "东村", "王小明", "委员"],
        [1, "东村", "王伟", "委员"],
        ["", "", "", ""],
        ["合计", "", "", 1],
    ]
    term, findings = read(tmp_path, rows)
    assert findings == ()
    assert people(term) == [("东村", "王伟", "委员")]
    assert (2, "示例行") in term.sheets[0].left_out
    assert (5, "合计行") in term.sheets[0].left_out


def test_an_unknown_column_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    _, findings = read(tmp_path, [[*HEADER, "学厉"], ["东村", "王伟", "委员", "大专"]])
    assert codes(findings) == [("T001", "D1")]
    assert "是不是「学历」" in findings[0].message


@pytest.mark.parametrize("heading", ["身份证号", "联系电话", "家庭住址"])
def test_a_private_column_is_refused_without_asking_for_its_content(
    heading: str, tmp_path: Path
) -> None:
    _, findings = read(tmp_path, [[*HEADER, heading], ["东村", "王伟", "委员", "x"]])
    assert codes(findings) == [("T001", "D1")]
    assert "删去这一列" in findings[0].help


def test_a_column_with_values_and_no_heading_is_refused_once(tmp_path: Path) -> None:
    rows = [[*HEADER, ""], ["东村", "丁一", "书记", "甲"], ["东村", "王伟", "委员", "乙"]]
    _, findings = read(tmp_path, rows)
    assert codes(findings) == [("T001", "D2")]


def test_a_repeated_header_is_refused(tmp_path: Path) -> None:
    rows = [HEADER, ["东村", "丁一", "书记"], HEADER, ["东村", "王伟", "委员"]]
    term, findings = read(tmp_path, rows)
    assert codes(findings) == [("T004", "A3")]
    assert len(term.candidates) == 2


def test_an_unrecognised_sheet_names_the_nearest_table(tmp_path: Path) -> None:
    _, findings = read(tmp_path, [["姓名", "今天做了什么"], ["王伟", "开会"]])
    assert codes(findings) == [("T002", "A1")]
    assert "候选人名册" in findings[0].message
    assert "拟任职务" in findings[0].help


def test_an_empty_sheet_is_no_problem_but_is_said(tmp_path: Path) -> None:
    root = project(tmp_path, {"a.xlsx": {"村社": ROLL, "Sheet2": []}})
    reading = read_township(read_project(root)[0], "tiny")
    assert reading.findings == ()
    assert "Sheet2：没有读" in explain(reading.terms[0].sheets)


def test_an_empty_table_of_later_days_only_warns(tmp_path: Path) -> None:
    votes = [["村", "会议", "职务", "姓名", "赞成", "反对", "弃权"]]
    root = project(tmp_path, {"a.xlsx": {"村社": ROLL, "得票": votes}})
    (finding,) = read_township(read_project(root)[0], "tiny").findings
    assert (finding.rule, finding.severity.value, finding.place.cell) == ("T006", "warning", "A2")


def test_an_unfilled_template_asks_for_the_row_below_the_example(tmp_path: Path) -> None:
    _, (finding,) = read(tmp_path, [["序号", *HEADER], ["示例", "东村", "王小明", "委员"]])
    assert (finding.rule, finding.severity.value, finding.place.cell) == ("T006", "error", "A3")


def test_a_struck_row_is_refused_and_a_struck_example_is_left_out(tmp_path: Path) -> None:
    from openpyxl import load_workbook
    from openpyxl.styles import Font

    rows = [["序号", *HEADER], ["示例", "东村", "王小明", "委员"], [1, "东村", "王伟", "委员"]]
    root = project(tmp_path, {"村社.xlsx": {"甲": ROLL}, "名册.xlsx": {"乙": rows}})
    path = root / "notices/tiny/2026/名册.xlsx"
    book = load_workbook(path)
    for row in (2, 3):
        for cell in book["乙"][row]:
            cell.font = Font(strike=True)
    book.save(path)
    reading = read_township(read_project(root)[0], "tiny")
    assert codes(reading.findings) == [("T006", "A3"), ("T028", "A3")]
    assert "没有读第2行：示例行" in explain(reading.sheets)


def test_tables_are_explained_even_when_the_settings_are_wrong(tmp_path: Path) -> None:
    root = project(tmp_path, {"村社.xlsx": {"甲": ROLL}, "term.yml": "规则:\n"})
    reading = read_township(read_project(root)[0], "tiny")
    assert reading.terms == ()
    assert "村社名册" in explain(reading.sheets)


def test_the_explanation_says_what_was_understood(tmp_path: Path) -> None:
    term, _ = read(tmp_path, [["名册"], [*HEADER, "文化程度"], ["东村", "王伟", "委员", "大专"]])
    text = explain(term.sheets)
    assert "notices/tiny/2026/名册.xlsx:随便什么名字：候选人名册" in text
    assert "表头：第2行" in text
    assert "文化程度→学历" in text
    assert "读了1行" in text
