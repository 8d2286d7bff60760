"""A report as the office asks for it: text, tables and JSON for townships and the county."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from gongshi.model.finding import Finding
from gongshi.model.records import Records
from gongshi.report.both_bodies import beside
from gongshi.report.compare import differences, overlaps, unreadable_bands
from gongshi.report.figures import Figure, Statistic
from gongshi.report.layout import Report, figures_table, table, township_report
from gongshi.report.measures import statistics
from gongshi.report.prose import paragraphs
from gongshi.report.roster import Scope, previous, scope, together
from gongshi.report.sheet import Sheet, csv_bytes
from gongshi.report.workbook import workbook
from gongshi.rules.both_posts import same_year


@dataclass(frozen=True, slots=True)
class Made:
    """One finished report; ``stem`` names its files: ``yunxi-2026``, ``全县-党组织``."""

    stem: str
    report: Report
    statistics: tuple[Statistic, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> str:
        """The title and the paragraphs of a summary."""
        lines = [self.report.title, *paragraphs(self.report.whole, self.statistics)]
        return "\n".join(lines) + "\n"

    @property
    def sheets(self) -> tuple[Sheet, Sheet]:
        """The table of villages or townships, and the table of figures."""
        figures = figures_table(self.statistics, self.report, "指标")
        return table(self.report, "统计表"), figures

    def files(self, form: str) -> Iterator[tuple[str, bytes]]:
        """Name and content of each file of a format: text, xlsx, csv or json."""
        if form == "xlsx":
            yield f"{self.stem}-统计表.xlsx", workbook(self.sheets)
        elif form == "csv":
            for sheet in self.sheets:
                yield f"{self.stem}-{sheet.name}.csv", csv_bytes(sheet)
        elif form == "json":
            data = json.dumps(self.as_json(), ensure_ascii=False, indent=2) + "\n"
            yield f"{self.stem}-统计.json", data.encode("utf-8")
        else:
            yield f"{self.stem}-统计.txt", self.text.encode("utf-8")

    def as_json(self) -> dict[str, Any]:
        """Title, villages and every figure, exact as a fraction and as shown."""
        whole = self.report.whole
        return {
            "title": self.report.title,
            "body": whole.profile.body,
            "villages": len(whole.organs),
            "done": len(whole.done),
            "figures": [
                {"id": one.id, "title": one.title, **_json(figure)}
                for one in self.statistics
                for figure in one.figures
            ],
        }


def scope_of(records: Records, terms: Sequence[Records]) -> Scope:
    """A township's term beside its term before and the other body's of the same year."""
    whole = scope(records, previous(terms, records))
    return beside(whole, map(scope, same_year(terms, records)))


def township(records: Records, terms: Sequence[Records], day: date) -> Made:
    """The report of one township's term; ``terms`` are all of the township's."""
    whole = scope_of(records, terms)
    found = statistics(whole)
    place = records.term.place("profile")
    findings = (
        *differences(records.reported, found),
        *overlaps(found, place),
        *unreadable_bands(records.term.profile, place),
    )
    title = f"{records.term.title}情况统计"
    report = township_report(whole, title, records.township.full_name, day)
    return Made(f"{records.township.slug}-{records.term.slug}", report, found, findings)


def county(name: str, made: Sequence[Made], day: date) -> tuple[Made, ...]:
    """The totals over several townships, one for each body that is elected."""
    bodies: dict[str, list[Scope]] = {}
    for one in made:
        bodies.setdefault(one.report.whole.profile.body, []).append(one.report.whole)
    return tuple(
        _county(name, body, scopes, day) for body, scopes in bodies.items() if len(scopes) > 1
    )


def _county(name: str, body: str, scopes: Sequence[Scope], day: date) -> Made:
    whole = together(name, scopes)
    title = f"{name}村（社区）{body}换届选举情况统计"
    report = Report(title, name, day, whole, tuple(scopes))
    return Made(f"全县-{body}", report, statistics(whole))


def _json(figure: Figure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "value": str(figure.value),
        "shown": figure.number,
        "unit": figure.unit,
        "base": figure.base,
        "base_name": figure.base_name,
        "share": figure.percent,
    }
