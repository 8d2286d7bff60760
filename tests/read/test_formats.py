"""One table in every format that offices have gives the same records."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import pytest

import townships
from gongshi.model.records import Records
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from projects import workbook

TABLES = ("村社名册", "候选人名册", "会议情况", "得票情况", "公告登记簿")


def rows(table: str) -> list[list[object]]:
    """The good township's table, numbers and dates as a spreadsheet would hold them."""
    text = (townships.GOOD / f"notices/tiny/2026/{table}.csv").read_text(encoding="utf-8")
    return [[typed(cell) for cell in row] for row in csv.reader(io.StringIO(text))]


def typed(cell: str) -> object:
    if cell.isdigit():
        return int(cell)
    return date.fromisoformat(cell) if cell.startswith("2026-") else cell


def xlsx(folder: Path) -> None:
    workbook(folder / "台账.xlsx", {table: rows(table) for table in TABLES})


def xls(folder: Path) -> None:
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for table in TABLES:
        sheet = book.add_sheet(table)
        for r, row in enumerate(rows(table)):
            for c, cell in enumerate(row):
                sheet.write(r, c, cell, *([style] if isinstance(cell, date) else []))
    book.save(str(folder / "台账.xls"))


def ods(folder: Path) -> None:
    from odfdo import Document, Row, Table

    book = Document("spreadsheet")
    book.body.clear()
    for table in TABLES:
        sheet = Table(table)
        for row in rows(table):
            line = Row()
            line.set_values(row)
            sheet.append_row(line)
        nothing = Row(1)
        nothing.repeated = 1_048_000
        sheet.append_row(nothing)
        book.body.append(sheet)
    book.save(folder / "台账.ods")


def csvs(folder: Path, encoding: str) -> None:
    for table in TABLES:
        out = io.StringIO(newline="")
        csv.writer(out).writerows(rows(table))
        (folder / f"{table}.csv").write_bytes(out.getvalue().encode(encoding))


def read(root: Path) -> Records:
    project, _ = read_project(root)
    reading = read_township(project, "tiny")
    assert reading.findings == ()
    return reading.terms[0]


def without_tables(tmp_path: Path) -> Path:
    root = townships.good(tmp_path)
    for path in (root / "notices/tiny/2026").glob("*.csv"):
        path.unlink()
    return root


WRITERS = {
    "xlsx": xlsx,
    "xls": xls,
    "ods": ods,
    "csv utf-8": lambda folder: csvs(folder, "utf-8"),
    "csv utf-8 with a mark": lambda folder: csvs(folder, "utf-8-sig"),
    "csv gb18030": lambda folder: csvs(folder, "gb18030"),
}


@pytest.mark.parametrize("form", WRITERS)
def test_a_format_gives_the_same_records_as_the_good_township(form: str, tmp_path: Path) -> None:
    expected = read(townships.good(tmp_path / "good"))
    root = without_tables(tmp_path)
    WRITERS[form](root / "notices/tiny/2026")
    found = read(root)
    for name in ("villages", "candidates", "meetings", "votes", "register"):
        assert getattr(found, name) == getattr(expected, name)


@pytest.mark.parametrize("form", WRITERS)
def test_a_format_gives_the_same_cells(form: str, tmp_path: Path) -> None:
    root = without_tables(tmp_path)
    WRITERS[form](root / "notices/tiny/2026")
    found = read(root)
    assert found.candidates[1].place("name").cell == "B3"
    assert found.register[0].place("days").cell == "F2"


def test_a_table_as_yaml_gives_the_same_meetings(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    expected = read(root).meetings
    folder = root / "notices/tiny/2026"
    header, row = csv.reader((folder / "会议情况.csv").read_text(encoding="utf-8").splitlines())
    (folder / "会议情况.csv").unlink()
    pairs = "\n".join(f"    {key}: {cell}" for key, cell in zip(header, row, strict=True))
    (folder / "会议.yml").write_text(f"会议情况:\n  -{pairs[3:]}\n", encoding="utf-8")
    found = read(root).meetings
    assert found == expected
    assert found[0].place("venue").cell == "7"


def test_a_village_merged_over_its_rows_is_read_in_every_workbook_format(tmp_path: Path) -> None:
    import xlwt
    from odfdo import Document, Table

    people = [["村", "姓名", "拟任职务"], ["东村", "丁一", "书记"], ["", "王伟", "委员"]]
    for ending in ("xlsx", "xls", "ods"):
        root = townships.good(tmp_path / ending)
        folder = root / "notices/tiny/2026"
        (folder / "候选人名册.csv").unlink()
        (folder / "得票情况.csv").unlink()
        if ending == "xlsx":
            workbook(folder / "名册.xlsx", {"a": people}, merged={"a": ["A2:A3"]})
        elif ending == "xls":
            book = xlwt.Workbook(encoding="utf-8")
            sheet = book.add_sheet("a")
            for r, row in enumerate(people):
                for c, cell in enumerate(row[1:], start=1):
                    sheet.write(r, c, cell)
            sheet.write(0, 0, "村")
            sheet.write_merge(1, 2, 0, 0, "东村")
            book.save(str(folder / "名册.xls"))
        else:
            open_book = Document("spreadsheet")
            open_book.body.clear()
            table = Table("a")
            table.set_values(people)
            table.set_span("A2:A3")
            open_book.body.append(table)
            open_book.save(folder / "名册.ods")
        term = read(root)
        assert [(p.village, p.name) for p in term.candidates] == [
            ("东村", "丁一"),
            ("东村", "王伟"),
        ]
        assert term.candidates[1].place("village").cell == "A2"
