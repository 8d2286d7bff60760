"""``check --explain-tables``: what was understood of each sheet, in Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongshi.model.records import SheetReport
from gongshi.read.text import shown


def explain(reports: Iterable[SheetReport]) -> str:
    """One paragraph a sheet: header rows, columns, rows read, rows left out and why."""
    return "\n\n".join("\n".join(_lines(report)) for report in reports)


def _lines(report: SheetReport) -> Iterator[str]:
    place = report.place
    where = f"{place.file}:{shown(place.sheet, 40)}" if place.sheet else place.file
    if not report.table:
        yield f"{where}：没有读"
        yield from (f"  原因：{why}" for _, why in report.left_out)
        return
    yield f"{where}：{report.table}"
    if report.header_rows:
        yield f"  表头：第{'、'.join(str(row) for row in report.header_rows)}行"
    yield f"  认得的列：{'，'.join(_columns(report))}"
    yield f"  读了{report.rows}行"
    for row, why in report.left_out:
        yield f"  没有读第{row}行：{why}" if row else f"  {why}"


def _columns(report: SheetReport) -> Iterator[str]:
    for label, name in report.columns:
        typed = shown("".join(label.split()), 40)
        yield name if typed == name else f"{typed}→{name}"
