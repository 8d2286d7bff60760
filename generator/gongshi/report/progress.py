"""How far every village has come: village × step, and which papers are there.

What is done is decided in :mod:`gongshi.rules.process`, so that the table and the rules
agree.  The plan is the office's own (时间表), else the profile's list of steps.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from gongshi.model.records import Records
from gongshi.model.working import Step
from gongshi.report.sheet import Cell, Sheet
from gongshi.rules import process


class State(Enum):
    """What is the matter with one step of one village."""

    DONE = "已完成"
    LATE = "逾期"
    DUE = "进行中"
    AHEAD = "未到时间"
    OPEN = "未完成"
    ENDED = "选举已终止"
    NONE = "没有这一步"


_NOT_DUE = frozenset({State.NONE, State.ENDED})


@dataclass(frozen=True, slots=True)
class Mark:
    """One step of one village: the day it was done, or the days planned."""

    village: str
    step: str
    state: State
    done: date | None = None
    until: date | None = None
    responsible: str = ""
    late: int = 0

    @property
    def words(self) -> str:
        """``已完成 11月16日``, ``逾期3天``, ``进行中 截止11月20日``."""
        if self.state is State.DONE and self.done:
            return f"已完成 {short(self.done)}" + (f"（迟{self.late}天）" if self.late else "")
        if self.state is State.LATE:
            return f"逾期{self.late}天"
        if self.state is State.NONE:
            return "—"
        if self.state is State.ENDED:
            return str(self.state.value)
        return str(self.state.value) + (f" 截止{short(self.until)}" if self.until else "")


@dataclass(frozen=True, slots=True)
class Progress:
    """The table of a township on one day."""

    records: Records
    day: date
    steps: tuple[str, ...]
    marks: tuple[tuple[Mark, ...], ...]

    def all(self, *states: State) -> tuple[Mark, ...]:
        """Every mark of those states, village by village."""
        return tuple(mark for row in self.marks for mark in row if mark.state in states)

    @property
    def planned(self) -> int:
        """How many steps all villages have together; an ended election has none to do."""
        return sum(mark.state not in _NOT_DUE for row in self.marks for mark in row)


def progress(records: Records, today: date) -> Progress:
    """Every village's steps as they stand on ``today``."""
    planned = tuple(dict.fromkeys(step.name for step in records.schedule))
    steps = planned or process.steps(records.term.profile)
    own = {
        name: step
        for step in process.steps(records.term.profile)
        for name in process.names_of(records.term.profile, step)
    }
    done, plan = process.done(records, today), _plan(records)
    over = process.ended(records, today)
    rows = []
    for village in records.villages:
        made = done.get(village.name, {})
        blank = State.NONE if plan else State.OPEN
        blank = State.ENDED if village.name in over else blank
        rows.append(
            tuple(
                _mark(
                    Mark(village.name, step, blank),
                    made.get(own.get(step, step)),
                    None if village.name in over else plan.get((village.name, step)),
                    today,
                )
                for step in steps
            )
        )
    return Progress(records, today, steps, tuple(rows))


def table(found: Progress) -> Sheet:
    """The progress table: a row a village, a column a step, how many have done it last."""
    title = f"{found.records.term.title}进度表"
    head = ("村（社区）", *found.steps)
    rows: list[tuple[Cell, ...]] = [
        (village.name, *(mark.words for mark in row))
        for village, row in zip(found.records.villages, found.marks, strict=True)
    ]
    counts: list[Cell] = ["完成的村"]
    for column in zip(*found.marks, strict=True):
        own = [mark for mark in column if mark.state not in _NOT_DUE]
        counts.append(f"{sum(mark.state is State.DONE for mark in own)}/{len(own)}")
    unit, day = found.records.township.full_name, found.day
    return Sheet("进度表", title, unit, day, (head,), (*rows, tuple(counts)), total=True)


def papers(records: Records, today: date) -> Sheet:
    """Which papers every village has (有), lacks although the step was done (缺), or awaits."""
    required = process.required_papers(records.term.profile)
    kept = {(paper.village, paper.name) for paper in records.documents}
    names = tuple(dict.fromkeys([*(one.name for one in required), *sorted({n for _, n in kept})]))
    made = process.done(records, today)
    rows = []
    for village in records.villages:
        due = {one.name for one in required if one.step in made.get(village.name, {})}
        cells = [
            "有" if (village.name, name) in kept else "缺" if name in due else "" for name in names
        ]
        rows.append((village.name, *cells))
    title = f"{records.term.title}资料清单"
    head = ("村（社区）", *names)
    notes = ("注：有，资料清单里已经登记；缺，这一步已经做过而没有登记；空格，还没有到。",)
    return Sheet(
        "资料清单", title, records.township.full_name, today, (head,), tuple(rows), notes=notes
    )


def missing_papers(records: Records, today: date) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each village with the papers it lacks, where a list of papers is kept."""
    sheet = papers(records, today)
    for row in sheet.rows if records.documents else ():
        lacks = tuple(
            name for name, cell in zip(sheet.columns[1:], row[1:], strict=True) if cell == "缺"
        )
        if lacks:
            yield str(row[0]), lacks


def short(day: date) -> str:
    """``11月16日``."""
    return f"{day.month}月{day.day}日"


def _plan(records: Records) -> Mapping[tuple[str, str], Step]:
    """The plan's row for each village and step; a village's own row wins."""
    found: dict[tuple[str, str], Step] = {}
    for step in sorted(records.schedule, key=lambda step: bool(step.village)):
        for village in records.villages:
            if step.village in ("", village.name):
                found[village.name, step.name] = step
    return found


def _mark(blank: Mark, made: process.Done | None, row: Step | None, today: date) -> Mark:
    """``blank`` with what was done and what is planned."""
    until = row.until if row else None
    mark = replace(blank, until=until, responsible=row.responsible if row else "")
    if made is not None:
        late = max(0, (made.day - until).days) if until else 0
        return replace(mark, state=State.DONE, done=made.day, late=late)
    if row is None:
        return mark
    if until is not None and until < today:
        return replace(mark, state=State.LATE, late=(today - until).days)
    if row.start is None and until is None:
        return replace(mark, state=State.OPEN)
    started = row.start is None or row.start <= today
    return replace(mark, state=State.DUE if started else State.AHEAD)
