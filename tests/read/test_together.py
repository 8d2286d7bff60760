"""Several tables of one kind, and tables that speak of each other."""

from __future__ import annotations

from pathlib import Path

import pytest

import townships
from gongshi.model.finding import Finding
from gongshi.model.records import Records
from gongshi.read.explain import explain
from gongshi.read.project import read_project
from gongshi.read.township import read_township

FOLDER = "notices/tiny/2026"


def read(tmp_path: Path, **files: str) -> tuple[Records, tuple[Finding, ...]]:
    root = townships.good(tmp_path)
    for name, text in files.items():
        (root / FOLDER / f"{name}.csv").write_text(text, encoding="utf-8")
    reading = read_township(read_project(root)[0], "tiny")
    return reading.terms[0], reading.findings


def test_a_second_table_that_agrees_adds_what_the_first_lacks(tmp_path: Path) -> None:
    text = "村,姓名,拟任职务,学历,简历\n东村,王伟,委员,大专,1985年出生。\n"
    term, findings = read(tmp_path, 补充=text)
    assert findings == ()
    wang = next(person for person in term.candidates if person.name == "王伟")
    assert (wang.resume, wang.place("resume").file) == ("1985年出生。", f"{FOLDER}/补充.csv")
    assert len(term.candidates) == 4
    assert "1行与另一张表相同" in explain(term.sheets)


def test_a_second_table_with_other_people_is_added(tmp_path: Path) -> None:
    term, findings = read(tmp_path, 补充="村,姓名,拟任职务\n东村,周七,委员\n")
    assert findings == ()
    assert len(term.candidates) == 5


def test_two_tables_that_disagree_are_refused_with_both_cells(tmp_path: Path) -> None:
    _, (finding,) = read(tmp_path, 补充="村,姓名,拟任职务,学历\n东村,王伟,委员,本科\n")
    assert (finding.rule, finding.place.file, finding.place.cell) == (
        "T016",
        f"{FOLDER}/补充.csv",
        "D2",
    )
    assert f"{FOLDER}/候选人名册.csv:F3是「大专」" in finding.message


def test_the_same_person_in_two_villages_is_two_persons(tmp_path: Path) -> None:
    rolls = "村（社区）,应到会党员,书记职数\n东村,10,1\n西村,9,1\n"
    term, findings = read(tmp_path, 村社名册=rolls, 补充="村,姓名,拟任职务\n西村,王伟,委员\n")
    assert findings == ()
    assert len(term.candidates) == 5


VOTE = "村,会议,轮次,职务,姓名,赞成,反对,弃权\n东村,{},委员,{},1,1,1\n"


@pytest.mark.parametrize(
    ("text", "where", "near"),
    [
        ("村,姓名,拟任职务\n东材,周七,委员\n", "N103 A2", "东村"),
        (VOTE.format("选举大会,1", "王玮"), "N102 E2", "王伟"),
        (VOTE.format("选举会,1", "王伟"), "N104 B2", "选举大会"),
        (VOTE.format("选举大会,2", "王伟"), "N104 B2", ""),
    ],
)
def test_what_no_other_table_knows_is_refused_with_the_nearest(
    text: str, where: str, near: str, tmp_path: Path
) -> None:
    _, (finding,) = read(tmp_path, 补充=text)
    assert f"{finding.rule} {finding.place.cell}" == where
    assert (f"是不是「{near}」" in finding.message) == bool(near)


def test_a_file_that_cannot_be_read_does_not_make_its_rows_unknown(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    (root / FOLDER / "候选人名册.csv").write_bytes(b"\xff\xfe\x00")
    findings = read_township(read_project(root)[0], "tiny").findings
    assert [finding.rule for finding in findings] == ["T021"]


def test_two_villages_with_one_pinyin_ask_for_a_path(tmp_path: Path) -> None:
    rolls = "村（社区）,应到会党员,书记职数\n东村,10,1\n石桥村,9,1\n石乔村,9,1\n"
    _, (finding,) = read(tmp_path, 村社名册=rolls)
    assert (finding.rule, finding.place.cell) == ("T027", "A4")
    assert "shiqiaocun" in finding.message


def test_terms_come_oldest_first(tmp_path: Path) -> None:
    import shutil

    root = townships.good(tmp_path)
    shutil.copytree(root / FOLDER, root / "notices/tiny/2021")
    terms = read_township(read_project(root)[0], "tiny").terms
    assert [term.term.slug for term in terms] == ["2021", "2026"]
