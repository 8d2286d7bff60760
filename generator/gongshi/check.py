"""The first half of every command: read, check, compose, compare.

Comes in: a township's folder and the day.  Goes out: its records, its notices as they
would be written today, those that are issued, and all findings together.  ``check``
prints this, ``issue`` freezes from it, ``build`` and ``poster`` draw from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi import resources
from gongshi.model.finding import Finding, errors
from gongshi.model.notice import Published
from gongshi.model.records import Records
from gongshi.rules.private import discreet
from gongshi.waive import RULES as WAIVING
from gongshi.waive import waive

if TYPE_CHECKING:
    from gongshi.compose.compose import Composed
    from gongshi.compose.kinds import Kind
    from gongshi.model.rule import Rule
    from gongshi.read.project import Project
    from gongshi.read.township import Reading


@dataclass(frozen=True, slots=True)
class CheckedTerm:
    """One term on a day: every register row composed, every issued notice, its findings.

    ``sent_up`` holds the ids of the kinds that go to the higher office only (渠道: 报送).
    """

    records: Records
    composed: tuple[Composed, ...]
    issued: tuple[Published, ...]
    findings: tuple[Finding, ...]
    today: date
    sent_up: frozenset[str] = frozenset()

    @property
    def published(self) -> tuple[Published, ...]:
        """The issued notices and after them, as drafts, those that are not issued."""
        numbers = {one.notice.number for one in self.issued}
        drafts = (c.notice for c in self.composed if c.notice and c.notice.number not in numbers)
        return (*self.issued, *(Published(notice=notice) for notice in drafts))

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that were waived (豁免), each with its decision."""
        return tuple(finding for finding in self.findings if finding.waived)


@dataclass(frozen=True, slots=True)
class Checked:
    """One township: ``terms`` from the oldest, ``findings`` sorted by place, then rule."""

    slug: str
    reading: Reading
    kinds: dict[str, Kind]
    terms: tuple[CheckedTerm, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> list[Finding]:
        """The findings that stop the township from being published."""
        return errors(self.findings)

    def concerning(self, term: CheckedTerm) -> list[Finding]:
        """The findings of one term and of what all terms share, not those of other terms."""
        others = tuple(
            f"notices/{self.slug}/{one.records.term.slug}/" for one in self.terms if one != term
        )
        return [found for found in self.findings if not found.place.file.startswith(others)]


def check_township(project: Project, slug: str, today: date) -> Checked:
    """Read, check and compose one township; never raises for what its files say."""
    from gongshi.compose.kinds import load_kinds
    from gongshi.fonts import font_files
    from gongshi.read.township import read_township
    from gongshi.rules import check_records

    reading = read_township(project, slug)
    kinds, findings = load_kinds(resources.folders(project.root, "themes/notices"))
    folder = project.root / "notices" / slug
    fonts = font_files(project.root, project.county.fonts)
    terms = tuple(
        _check_term(
            records,
            folder / records.term.slug,
            kinds,
            today,
            check_records(records, today, fonts, reading.terms),
        )
        for records in reading.terms
    )
    every = [*reading.findings, *findings, *(found for term in terms for found in term.findings)]
    every += [found for term in reading.terms for found in _misreported(term, reading.terms)]
    return Checked(slug, reading, kinds, terms, tuple(in_order(map(discreet, every))))


def _discreet(composed: Composed) -> Composed:
    """With what is private in its findings masked: they are told as reasons, too."""
    return replace(composed, findings=tuple(map(discreet, composed.findings)))


def _check_term(
    records: Records, folder: Path, kinds: dict[str, Kind], today: date, broken: list[Finding]
) -> CheckedTerm:
    """One term's notices, chain and agreement of the one with the other, beside its rules."""
    from gongshi.compose.compose import compose
    from gongshi.issue.agreement import disagreements
    from gongshi.issue.chain import load_issued
    from gongshi.issue.steps import step_findings

    issued, findings = load_issued(folder)
    findings = [*findings, *broken, *step_findings(folder, records.log)]
    composed = tuple(
        _discreet(compose(entry, records, kinds, issued)) for entry in records.register
    )
    findings += [finding for one in composed for finding in one.findings]
    findings += disagreements(records, composed, issued)
    findings = in_order(map(discreet, findings))
    if waivers := records.term.waivers:
        rules = {rule.id: rule for rule in every_rule()}
        findings = in_order(waive(findings, waivers, rules, today))
    sent_up = frozenset(kind.id for kind in kinds.values() if not kind.on_site)
    return CheckedTerm(records, composed, issued, tuple(findings), today, sent_up)


def _misreported(records: Records, terms: tuple[Records, ...]) -> list[Finding]:
    """Figures typed in 统计核对 that are not those of the tables."""
    if not records.reported:
        return []
    from gongshi.report.compare import differences
    from gongshi.report.measures import statistics
    from gongshi.report.report import scope_of

    return differences(records.reported, statistics(scope_of(records, terms)))


def every_rule() -> tuple[Rule, ...]:
    """All rules of reading, checking, composing and issuing, sorted by id."""
    from gongshi.compose import problems as composing
    from gongshi.issue import problems as issuing
    from gongshi.issue import problems_archive as archiving
    from gongshi.read import problems as reading
    from gongshi.report import problems as reporting
    from gongshi.rules import checks

    found = [
        *reading.RULES,
        *composing.RULES,
        *reporting.RULES,
        *issuing.RULES,
        *archiving.RULES,
        *WAIVING,
    ]
    found += [one.rule for one in checks()]
    return tuple(sorted(found, key=lambda rule: rule.id))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by file, sheet, row, column and rule."""
    return sorted(dict.fromkeys(findings), key=_by_place)


def _by_place(finding: Finding) -> tuple[str, str, int, int, str, str, str]:
    """Rows as numbers, so that row 9 comes before row 10."""
    letters, row = _cell(finding.place.cell)
    column = sum((ord(c) - 64) * 26**n for n, c in enumerate(reversed(letters)))
    place = finding.place
    return place.file, place.sheet, row, column, place.cell, finding.rule, finding.message


def _cell(cell: str) -> tuple[str, int]:
    """``C5`` → C, 5; a line number → "", line; anything else before both."""
    match = re.fullmatch(r"([A-Z]*)([0-9]+)", cell)
    return (match[1], int(match[2])) if match else ("", 0)
