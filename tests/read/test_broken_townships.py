"""Each rule of reading has a broken township that gives it, and the good one gives nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

import townships
from gongshi.model.finding import Finding
from gongshi.read.problems import RULES
from gongshi.read.project import read_project
from gongshi.read.township import read_township

IDS = {rule.id for rule in RULES}


def findings_of(root: Path) -> list[Finding]:
    project, findings = read_project(root)
    for slug in project.townships:
        findings += read_township(project, slug).findings
    return findings


def test_the_good_township_gives_no_finding(tmp_path: Path) -> None:
    assert findings_of(townships.good(tmp_path)) == []


@pytest.mark.parametrize("name", townships.broken(IDS))
def test_a_broken_township_gives_exactly_its_rule(name: str, tmp_path: Path) -> None:
    found = findings_of(townships.overlay(name, tmp_path))
    assert [finding.rule for finding in found] == [townships.rule_of(name)]
    assert found[0].place.file.startswith("notices/")
    assert not found[0].message.endswith("。")
    assert found[0].help.endswith("。")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_of_reading_has_a_broken_township_and_a_whole_page(rule) -> None:
    assert townships.broken({rule.id})
    assert not rule.title.endswith("。")
    for text in (rule.what, rule.why, rule.fix):
        assert text.endswith("。")
    assert rule.example
    assert rule.basis


def test_rule_ids_are_unique_and_sorted() -> None:
    ids = [rule.id for rule in RULES]
    assert ids == sorted(set(ids))
