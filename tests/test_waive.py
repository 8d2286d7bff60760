"""豁免: one finding, with reason, approver and date; never arithmetic or privacy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import townships
from gongshi.check import Checked, check_township, every_rule
from gongshi.cli.output import findings_as_json
from gongshi.model.finding import Severity
from gongshi.read.project import read_project
from gongshi.waive import waive

TODAY = date(2026, 11, 21)
TERM = "notices/tiny/2026/term.yml"
CELL = "notices/tiny/2026/候选人名册.csv:{}"
WAIVER = """豁免:
  - 规则: {rule}
    位置: {where}
    理由: 本村符合年龄的党员都已动员，无人报名
    批准人: 中共东镇委员会
    日期: 2026-11-01
"""


def checked(root: Path, waivers: str = "") -> Checked:
    with (root / TERM).open("a", encoding="utf-8") as file:
        file.write(waivers)
    return check_township(read_project(root)[0], "tiny", TODAY)


def too_old(tmp_path: Path) -> tuple[Path, str]:
    root = townships.overlay("A001-too-old", tmp_path)
    (finding,) = [one for one in checked(root).findings if one.rule == "A001"]
    return root, str(finding.place)


def test_a_waived_finding_is_a_note_that_says_by_whom_and_why(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    result = checked(root, WAIVER.format(rule="A001", where=where))
    (finding,) = [one for one in result.findings if one.rule == "A001"]
    assert finding.severity is Severity.NOTE
    assert finding.help == (
        "已豁免：本村符合年龄的党员都已动员，无人报名（中共东镇委员会，2026-11-01）。"
    )
    assert [term.waived for term in result.terms] == [(finding,)]
    assert not [one for one in result.findings if one.rule.startswith("Y")]


@pytest.mark.parametrize(("day", "waived"), [("2026-11-21", True), ("2026-11-22", False)])
def test_a_decision_of_tomorrow_waives_nothing_today(
    day: str, waived: bool, tmp_path: Path
) -> None:
    root, where = too_old(tmp_path)
    waiver = WAIVER.format(rule="A001", where=where).replace("2026-11-01", day)
    result = checked(root, waiver)
    assert bool(result.terms[0].waived) is waived
    assert [one.rule for one in result.errors] == ([] if waived else ["Y087"])


def test_json_tells_the_decision(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    result = checked(root, WAIVER.format(rule="A001", where=where))
    (data,) = [one for one in findings_as_json(result.findings) if "waived" in one]
    assert data["severity"] == "note"
    assert data["waived"]["approver"] == "中共东镇委员会"
    assert data["waived"]["date"] == "2026-11-01"
    assert data["waived"]["place"].startswith(f"{TERM}:")


def test_a_waiver_that_meets_nothing_is_an_error(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    result = checked(root, WAIVER.format(rule="A001", where=where + "9"))
    assert [one.rule for one in result.errors] == ["Y087"]
    assert result.errors[0].place.file == TERM


def test_a_waiver_that_meets_two_findings_waives_neither(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    (finding,) = [one for one in checked(root).findings if one.rule == "A001"]
    (waiver,) = checked(root, WAIVER.format(rule="A001", where=where)).terms[0].records.term.waivers
    twins = [finding, replace(finding, message="另一个人也超过年龄")]
    rules = {rule.id: rule for rule in every_rule()}
    found = waive(twins, [waiver], rules, TODAY)
    assert [one.rule for one in found] == ["A001", "A001", "Y087"]
    assert not any(one.waived for one in found)
    exact = waive(twins, [replace(waiver, words="另一个人")], rules, TODAY)
    assert [bool(one.waived) for one in exact] == [False, True]


@pytest.mark.parametrize("name", ["V003-too-many-votes", "K001-identity-number", "Q001-no-quorum"])
def test_arithmetic_privacy_and_results_cannot_be_waived(name: str, tmp_path: Path) -> None:
    root = townships.overlay(name, tmp_path)
    (finding,) = [one for one in checked(root).findings if one.rule == townships.rule_of(name)]
    where = str(finding.place)
    result = checked(root, WAIVER.format(rule=finding.rule, where=where))
    assert finding in result.findings
    assert "Y086" in {one.rule for one in result.errors}


def test_a_rule_that_does_not_exist_cannot_be_waived(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    result = checked(root, WAIVER.format(rule="A999", where=where))
    assert [one.rule for one in result.errors] == ["Y086"]
    assert "不存在" in result.errors[0].message


@pytest.mark.parametrize("rule", every_rule(), ids=lambda rule: rule.id)
def test_errors_of_arithmetic_privacy_reading_and_issuing_are_never_waivable(rule) -> None:
    never = rule.id[0] in "CGIKTVY" or rule.id.startswith("N1")
    never = never or (rule.id[0] == "Q" and rule.severity is Severity.ERROR)
    assert not (never and rule.waivable)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("豁免: 全部\n", "Y006"),
        ("豁免:\n  - 全部\n", "Y006"),
        ("豁免:\n  - {规则: A001, 位置: x, 理由: 无, 批准人: 镇党委}\n", "Y085"),
        ("豁免:\n  - {规则: A001, 位置: x, 理由: 无, 批准人: 镇党委, 日期: 去年}\n", "Y085"),
        ("豁免:\n  - {规则: A001, 位置: x, 理由: 无, 批准: 镇党委, 日期: 2026-11-01}\n", "Y004"),
    ],
)
def test_a_waiver_that_lacks_something_is_an_error_and_waives_nothing(
    text: str, said: str, tmp_path: Path
) -> None:
    root, _ = too_old(tmp_path)
    result = checked(root, text)
    assert said in {one.rule for one in result.errors}
    assert all(one.place.file == TERM for one in result.errors)
    (finding,) = [one for one in result.findings if one.rule == "A001"]
    assert finding.waived is None


def test_the_same_waiver_twice_is_one_too_many(tmp_path: Path) -> None:
    root, where = too_old(tmp_path)
    text = WAIVER.format(rule="A001", where=where)
    result = checked(root, text + text.removeprefix("豁免:\n"))
    assert [one.rule for one in result.errors] == ["Y087"]
