"""The tables of a report: one row a village or township, and one row a figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from gongshi.model.records import ELECTION
from gongshi.report.figures import Figure, Form, Statistic, percent
from gongshi.report.measures import statistics
from gongshi.report.roster import Scope
from gongshi.report.sheet import Cell, Sheet

#: The measures whose figures are columns of the table of villages.
_COLUMNS = ("S15", "S13", "S02", "S11", "S12", "S06", "S09", "S10")
_RULE = "注：比例保留一位小数，平均数保留一位小数（平均职数两位），一律四舍五入；空格表示没有资料。"


@dataclass(frozen=True, slots=True)
class Report:
    """One table's subject: the whole, and the parts that each have a row."""

    title: str
    unit: str
    day: date
    whole: Scope
    parts: tuple[Scope, ...]


def township_report(whole: Scope, title: str, unit: str, day: date) -> Report:
    """A township, a row a village."""
    return Report(title, unit, day, whole, tuple(whole.village(organ) for organ in whole.organs))


def table(report: Report, name: str) -> Sheet:
    """Seats, candidates, those elected by structure, attendance; the total last."""
    total = statistics(report.whole, _COLUMNS)
    columns = [(one.id, one.title, figure) for one in total for figure in _shown(one)]
    first = "乡镇（街道）" if any(len(part.organs) > 1 for part in report.parts) else "村（社区）"
    upper = [first, "职数", "候选人", "当选", *(title for _, title, _ in columns)]
    lower = [first, "职数", "候选人", "当选", *(figure.label for _, _, figure in columns)]
    ends = (ELECTION, ELECTION, ELECTION), ("应到", "实到", "到会率")
    keys = [(id_, figure.label) for id_, _, figure in columns]
    return Sheet(
        name=name,
        title=report.title,
        unit=report.unit,
        day=report.day,
        head=((*upper, *ends[0]), (*lower, *ends[1])),
        rows=(
            *(tuple(_row(part.title, part, keys)) for part in report.parts),
            tuple(_row("合计", report.whole, keys)),
        ),
        total=True,
        notes=(_RULE,),
    )


def figures_table(found: Sequence[Statistic], report: Report, name: str) -> Sheet:
    """One row a figure, with its base; 指标 and 分项 are those of the table 统计核对."""
    head = ("编号", "指标", "分项", "数值", "单位", "基数", "基数名称", "占比", "怎样算")
    rows = tuple(
        (
            one.id,
            one.title,
            figure.label,
            number(figure),
            figure.unit,
            "" if figure.base is None else figure.base,
            figure.form.value if figure.form is Form.CHANGE else figure.base_name,
            figure.percent,
            one.definition,
        )
        for one in found
        for figure in one.figures
    )
    return Sheet(name, f"{report.title}（指标）", report.unit, report.day, (head,), rows)


def number(figure: Figure) -> int | Decimal:
    """The rounded value as a number with exactly its decimals."""
    text = figure.number.removeprefix("+")
    return Decimal(text) if figure.decimals else int(text)


def _shown(one: Statistic) -> tuple[Figure, ...]:
    """The figures that make columns: no changes, and of 交叉任职 and 一肩挑 only the first."""
    kept = tuple(figure for figure in one.figures if figure.form is not Form.CHANGE)
    return kept[:1] if one.id in ("S09", "S10") else kept


def _row(title: str, scope: Scope, keys: Sequence[tuple[str, str]]) -> Iterator[Cell]:
    yield title
    yield sum(organ.seats for organ in scope.organs)
    yield sum(len(organ.candidates) for organ in scope.organs)
    yield len(scope.members)
    found = {one.id: one for one in statistics(scope, dict.fromkeys(id_ for id_, _ in keys))}
    for id_, label in keys:
        figure = found[id_].figure(label) if id_ in found else None
        yield number(figure) if figure else _none(id_, scope)
    yield from _attendance(scope)


def _none(id_: str, scope: Scope) -> Cell:
    """What stands where a part has no such figure: nobody, unless nothing is known."""
    return "" if id_ == "S02" or not scope.members else 0


def _attendance(scope: Scope) -> tuple[Cell, Cell, Cell]:
    pairs = [organ.electors for organ in scope.organs if organ.electors]
    if not pairs:
        return "", "", ""
    due, present = sum(pair[0] for pair in pairs), sum(pair[1] for pair in pairs)
    return due, present, percent(Fraction(present, due)) if due else ""
