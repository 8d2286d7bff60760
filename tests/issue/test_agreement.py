"""An issued notice that the tables no longer bear out is reported until it is corrected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from elections import entry, party
from gongshi.issue.agreement import disagreements
from gongshi.issue.chain import load_issued
from gongshi.model.days import Calendar, Paper
from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from issue.chains import all_composed, issue, term_folder, world


def rows(**changes: Any) -> Records:
    return world(entry(party(), "候选人公示", **changes))


def compared(records: Records, folder: Path) -> list[Finding]:
    issued, findings = load_issued(folder)
    assert findings == []
    return disagreements(records, all_composed(records, folder), issued)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = term_folder(tmp_path)
    issue(rows(), folder)
    return folder


def with_person(records: Records, **changes: Any) -> Records:
    first: Candidate = replace(records.candidates[1], **changes)
    return replace(records, candidates=(records.candidates[0], first, *records.candidates[2:]))


def test_an_unchanged_township_agrees(folder: Path) -> None:
    assert compared(rows(), folder) == []


def test_a_changed_table_is_reported_with_old_and_new_words(folder: Path) -> None:
    (finding,) = compared(with_person(rows(), education="大学"), folder)
    assert (finding.rule, finding.severity) == ("I009", Severity.WARNING)
    assert finding.place == rows().register[0].place("number")
    assert "大专" in finding.message
    assert "大学" in finding.message
    assert "更正公告" in finding.help


def test_a_change_that_the_notice_does_not_show_is_none(folder: Path) -> None:
    assert compared(with_person(rows(), remark="另有安排", dissent=2), folder) == []


def test_better_wording_is_no_disagreement(folder: Path) -> None:
    issued, _ = load_issued(folder)
    worded = replace(issued[0], notice=replace(issued[0].notice, body="别的写法。"))
    assert disagreements(rows(), all_composed(rows(), folder), (worded,)) == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"document_number": "东党发〔2026〕9号"}, "文号签发时是“东党发〔2026〕1号”"),
        ({"posted": date(2026, 11, 3)}, "发布日期签发时是“2026年11月2日”"),
        ({"approver": "别人"}, "审批人签发时是“镇党委书记”"),
        ({"days": 7}, "公示期签发时是“2026年11月2日至2026年11月9日”"),
        ({"status": "作废"}, "登记簿里已作废"),
        ({"days": None, "start": None}, "现在写不出这份公告"),
    ],
)
def test_a_changed_register_row_is_reported(
    folder: Path, changes: dict[str, Any], says: str
) -> None:
    (finding,) = compared(rows(**changes), folder)
    assert finding.rule == "I009"
    assert says in finding.message


@pytest.mark.parametrize(
    "records",
    [
        rows(number="7"),
        replace(rows(), register=()),
        world(entry(party(), "选举公告")),
    ],
    ids=["renumbered", "row gone", "another kind"],
)
def test_a_number_used_for_something_else_is_an_error(folder: Path, records: Records) -> None:
    (finding,) = compared(records, folder)
    assert (finding.rule, finding.severity) == ("I010", Severity.ERROR)
    assert finding.place.file.startswith("notices/tiny/2026/")


def test_an_issued_correction_silences_the_report(folder: Path) -> None:
    changed = with_person(rows(), education="大学")
    changed = replace(changed, register=(*rows().register, entry(party(), "更正公告")))
    assert [finding.rule for finding in compared(changed, folder)] == ["I009"]
    assert issue(changed, folder) == ["0002-correction.md", "chain.txt"]
    assert compared(changed, folder) == []


def test_a_last_day_that_has_become_sure_is_told_of_a_notice_issued_before(tmp_path: Path) -> None:
    day = date(2026, 12, 28)
    early, folder = rows(posted=day, start=day), term_folder(tmp_path)
    issue(early, folder, day)
    assert compared(early, folder) == []
    paper = Paper(2027, "通知", frozenset({date(2027, 1, 1)}), frozenset())
    later = replace(early, county=replace(early.county, calendar=Calendar((paper,))))
    (finding,) = compared(later, folder)
    assert finding.rule == "I009"
    assert "2027年1月5日（暂定）”" in finding.message
    assert "2027年1月5日”" in finding.message
