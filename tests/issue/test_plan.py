"""Only what is approved, clean and due is issued; the rest is told why it waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from elections import entry, party
from gongshi.issue.chain import load_issued
from gongshi.issue.plan import plan_issue
from gongshi.model.finding import Finding, Severity
from gongshi.model.place import Place
from gongshi.model.records import Records
from issue.chains import TODAY, all_composed, found, issue, plan, term_folder, world


def one_row(**changes: Any) -> Records:
    return world(entry(party(), "候选人公示", **changes))


def error(village: str = "", severity: Severity = Severity.ERROR) -> Finding:
    return Finding("V001", severity, Place("a"), "不对", "改。", village)


def reason(records: Records, folder: Path, **options: Any) -> str:
    found = plan(records, folder, **options)
    assert found.ready == ()
    ((_, text),) = found.waiting
    return text


def test_an_approved_clean_and_due_notice_is_ready(tmp_path: Path) -> None:
    found = plan(one_row(), term_folder(tmp_path))
    assert [one.entry.number for one in found.ready] == ["1"]
    assert found.waiting == ()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"status": "草稿"}, "草稿"),
        ({"status": "待审"}, "待审"),
        ({"status": ""}, "未审"),
        ({"status": "作废"}, "已作废"),
        ({"approver": ""}, "没有写审批人"),
        ({"approved": None}, "没有写审批日期"),
        ({"approver": "", "approved": None}, "没有写审批人和审批日期"),
        ({"posted": date(2026, 11, 22)}, "发布日期2026年11月22日未到"),
        ({"days": None, "start": None}, "有错误C003"),
    ],
)
def test_a_waiting_notice_says_why(tmp_path: Path, changes: dict[str, Any], says: str) -> None:
    assert reason(one_row(**changes), term_folder(tmp_path)) == says


def test_a_draft_says_what_it_still_lacks(tmp_path: Path) -> None:
    text = reason(one_row(status="草稿", days=None, start=None), term_folder(tmp_path))
    assert text == "草稿；登记簿没有写公示天数或者公示截止"


def test_an_error_in_the_village_stops_it(tmp_path: Path) -> None:
    assert reason(one_row(), term_folder(tmp_path), findings=[error("东村")]) == "有错误V001"


def test_an_error_of_the_whole_township_stops_it(tmp_path: Path) -> None:
    assert reason(one_row(), term_folder(tmp_path), findings=[error()]) == "有错误V001"


@pytest.mark.parametrize("finding", [error("西村"), error("东村", Severity.WARNING)])
def test_an_error_elsewhere_or_a_warning_does_not(tmp_path: Path, finding: Finding) -> None:
    assert plan(one_row(), term_folder(tmp_path), findings=[finding]).ready


def test_issuing_twice_changes_nothing(tmp_path: Path) -> None:
    folder = term_folder(tmp_path)
    assert issue(world(), folder)
    before = {path.name: path.read_bytes() for path in (folder / "issued").iterdir()}
    assert issue(world(), folder) == []
    assert {path.name: path.read_bytes() for path in (folder / "issued").iterdir()} == before
    assert [row.number for row in plan(world(), folder).done] == ["1", "2", "3"]


def test_issue_goes_by_day_of_posting_then_number(tmp_path: Path) -> None:
    days = {"10": 17, "9": 17, "2": 18}
    rows = [
        entry(party(), "候选人公示", number=number, posted=date(2026, 11, day))
        for number, day in days.items()
    ]
    ready = plan(world(*rows), term_folder(tmp_path)).ready
    assert [one.entry.number for one in ready] == ["9", "10", "2"]


def test_the_chain_goes_on_where_it_ended(tmp_path: Path) -> None:
    folder = term_folder(tmp_path)
    issue(one_row(), folder, date(2026, 11, 2))
    rows = entry(party(), "候选人公示"), entry(party(), "选举公告", number="2")
    assert issue(world(*rows), folder, date(2026, 11, 3)) == ["0002-election.md", "chain.txt"]
    assert found(folder) == []


def test_nothing_is_issued_on_a_day_before_the_last_issue(tmp_path: Path) -> None:
    folder = term_folder(tmp_path)
    issue(one_row(), folder, date(2026, 11, 20))
    rows = entry(party(), "候选人公示"), entry(party(), "选举公告", number="2")
    text = reason(world(*rows), folder, today=date(2026, 11, 19))
    assert text == "今天早于上一次签发的日期2026年11月20日"


def test_a_broken_chain_stops_every_issue(tmp_path: Path) -> None:
    folder = term_folder(tmp_path)
    issue(one_row(), folder)
    (folder / "issued" / "0001-candidates.md").unlink()
    records = world(entry(party(), "候选人公示"), entry(party(), "选举公告", number="2"))
    issued, findings = load_issued(folder)
    found = plan_issue(records, all_composed(records, folder), findings, issued, TODAY)
    assert found.ready == ()
    assert {text for _, text in found.waiting} == {"有错误I002"}


class TestCorrections:
    def rows(self, **changes: Any) -> Records:
        return world(
            entry(party(), "更正公告", posted=date(2026, 11, 1)),
            entry(party(), "候选人公示", **changes),
        )

    def test_a_correction_waits_for_its_original(self, tmp_path: Path) -> None:
        found = plan(self.rows(status="草稿"), term_folder(tmp_path))
        assert found.ready == ()
        assert {row.number: text for row, text in found.waiting} == {
            "1": "草稿",
            "2": "更正对象第1号还没有签发",
        }

    def test_it_is_issued_behind_its_original_even_in_one_run(self, tmp_path: Path) -> None:
        folder = term_folder(tmp_path)
        assert issue(self.rows(), folder) == [
            "0001-candidates.md",
            "0002-correction.md",
            "chain.txt",
        ]
        assert issue(self.rows(), folder) == []

    def test_the_original_knows_what_corrects_it(self, tmp_path: Path) -> None:
        folder = term_folder(tmp_path)
        issue(self.rows(), folder)
        first, second = load_issued(folder)[0]
        assert (first.corrected_by, second.notice.corrects) == ("2", "1")

    def test_a_correction_reads_the_same_before_and_after_the_original_is_issued(
        self, tmp_path: Path
    ) -> None:
        folder = term_folder(tmp_path)
        before = all_composed(self.rows(), folder)[0].notice
        issue(world(self.rows().register[1]), folder)
        assert all_composed(self.rows(), folder)[0].notice == before


def test_a_notice_with_a_provisional_end_can_be_issued(tmp_path: Path) -> None:
    last = date(2026, 12, 28)
    records = one_row(posted=last, start=last)
    (one,) = plan(records, term_folder(tmp_path), today=last).ready
    assert one.notice is not None
    assert "暂定" in one.notice.body


def test_a_row_without_a_day_waits(tmp_path: Path) -> None:
    assert "没有写发布日期" in reason(
        replace(one_row(), register=(replace(one_row().register[0], posted=None),)),
        term_folder(tmp_path),
    )
