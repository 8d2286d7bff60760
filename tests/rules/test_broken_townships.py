"""Each rule has a broken township that gives exactly it; the good one gives nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import townships
from gongshi.fonts import font_files
from gongshi.model.finding import Finding
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from gongshi.rules import check_records, checks

TODAY = date(2026, 11, 21)
IDS = {check.rule.id for check in checks()}


def findings_of(root: Path) -> list[Finding]:
    """What reading and the rules say about every township of the project."""
    project, findings = read_project(root)
    fonts = font_files(root, project.county.fonts)
    for slug in project.townships:
        reading = read_township(project, slug)
        findings += reading.findings
        for records in reading.terms:
            findings += check_records(records, TODAY, fonts, reading.terms)
    return findings


def test_the_good_township_gives_no_finding(tmp_path: Path) -> None:
    assert findings_of(townships.good(tmp_path)) == []


@pytest.mark.parametrize("name", townships.broken(IDS))
def test_a_broken_township_gives_exactly_its_rule(name: str, tmp_path: Path) -> None:
    (finding,) = findings_of(townships.overlay(name, tmp_path))
    assert finding.rule == townships.rule_of(name)
    assert finding.place.file.startswith("notices/tiny/2026/")
    assert finding.place.cell
    assert not finding.message.endswith("。")
    assert finding.help.endswith("。")


@pytest.mark.parametrize("rule", sorted(IDS))
def test_every_rule_has_a_broken_township(rule: str) -> None:
    assert townships.broken({rule})


@pytest.mark.parametrize("slug", ["yunxi", "hetang"])
def test_the_examples_have_no_warnings_but_of_rounds_that_go_on_and_votes_to_look_at(
    slug: str,
) -> None:
    root = Path(__file__).parents[2]
    project, _ = read_project(root)
    fonts = font_files(root, project.county.fonts)
    terms = read_township(project, slug).terms
    findings = [found for term in terms for found in check_records(term, TODAY, fonts, terms)]
    told = {found.rule for found in findings if found.severity.value != "note"}
    assert told <= {"Q002", "Q004", "V009"}
