"""Each rule on reported figures has a broken township that gives it; the good one none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import townships
from gongshi.check import check_township
from gongshi.model.finding import Finding
from gongshi.read.project import read_project
from gongshi.report.problems import RULES

IDS = {rule.id for rule in RULES}


def findings_of(root: Path) -> list[Finding]:
    """What is said of the figures of the tiny township."""
    project, _ = read_project(root)
    found = check_township(project, townships.TOWNSHIP, date(2026, 11, 21)).findings
    return [finding for finding in found if finding.rule in IDS]


def test_the_good_township_has_reported_nothing_wrong(tmp_path: Path) -> None:
    assert findings_of(townships.good(tmp_path)) == []


@pytest.mark.parametrize("name", townships.broken(IDS))
def test_a_broken_township_gives_its_rule(name: str, tmp_path: Path) -> None:
    found = findings_of(townships.overlay(name, tmp_path))
    assert townships.rule_of(name) in {finding.rule for finding in found}
    for finding in found:
        assert finding.place.file == "notices/tiny/2026/统计核对.csv"
        assert finding.place.cell
        assert finding.help.endswith("。")


@pytest.mark.parametrize("rule", sorted(IDS))
def test_every_rule_has_a_broken_township(rule: str) -> None:
    assert townships.broken({rule})
