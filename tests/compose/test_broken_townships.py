"""Each rule of composing has a broken township that gives exactly it; the good one gives none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import townships
from gongshi.check import check_township
from gongshi.compose.problems import RULES
from gongshi.model.finding import Finding
from gongshi.read.project import read_project

TODAY = date(2026, 11, 21)
IDS = {rule.id for rule in RULES}


def findings_of(root: Path) -> list[Finding]:
    """What composing says about the tiny township."""
    project, _ = read_project(root)
    found = check_township(project, townships.TOWNSHIP, TODAY).findings
    return [finding for finding in found if finding.rule in IDS]


def test_the_good_township_can_be_written(tmp_path: Path) -> None:
    assert findings_of(townships.good(tmp_path)) == []


@pytest.mark.parametrize("name", townships.broken(IDS))
def test_a_broken_township_gives_exactly_its_rule(name: str, tmp_path: Path) -> None:
    (finding,) = findings_of(townships.overlay(name, tmp_path))
    assert finding.rule == townships.rule_of(name)
    assert finding.place.file.startswith(("notices/tiny/2026/", "themes/notices/thanks/"))
    assert not finding.message.endswith("。")
    assert finding.help.endswith("。")


@pytest.mark.parametrize("rule", sorted(IDS))
def test_every_rule_has_a_broken_township(rule: str) -> None:
    assert townships.broken({rule})


def test_ids_are_sorted_and_none_is_used_twice() -> None:
    assert [rule.id for rule in RULES] == sorted(IDS)
