"""Rosters with the counts that real summaries state, made from keyword arguments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat
from typing import Any

import worlds
from gongshi.model.records import Records, YearMonth
from gongshi.model.working import Reported
from gongshi.report.figures import Figure
from gongshi.report.measures import statistics
from gongshi.report.roster import Scope, scope


def column(parts: Mapping[Any, int]) -> list[Any]:
    """``{"男": 2, "女": 1}`` → 男, 男, 女."""
    return list(chain.from_iterable(repeat(value, count) for value, count in parts.items()))


def township(
    total: int,
    villages: Sequence[int] = (),
    columns: Mapping[str, Mapping[Any, int]] | None = None,
    **changes: Any,
) -> Records:
    """``total`` persons elected, spread over villages of those sizes, with those columns.

    ``columns`` gives how many have which value, ``{"sex": {"男": 36, "女": 17}}``; what is
    left over is empty.  Nobody's votes are in the tables: everybody's 阶段 is 当选.
    """
    sizes = list(villages) or [total]
    where = column({f"村{number}": size for number, size in enumerate(sizes, start=1)})
    filled = {name: column(parts) for name, parts in (columns or {}).items()}
    people = []
    for number, village in enumerate(where):
        own = {name: values[number] for name, values in filled.items() if number < len(values)}
        blank = {"sex": "", "education": "", "born": None, "standing": "", "ethnicity": ""}
        person = worlds.candidate(
            village=village, name=f"村民{number}号", **{**blank, **own}, stage="当选"
        )
        people.append(person)
    base = worlds.records(
        villages=tuple(
            worlds.village(name=f"村{n}", path=f"c{n}", seats={"委员": size})
            for n, size in enumerate(sizes, start=1)
        ),
        candidates=tuple(people),
        meetings=tuple(
            worlds.meeting(village=f"村{n}", collected=None, valid=None, issued=None)
            for n in range(1, len(sizes) + 1)
        ),
        votes=(),
        register=(),
    )
    return replace(base, **changes)


def born(age: int) -> YearMonth:
    """A birth month that makes somebody so old on the election day, 2026-11-16."""
    return YearMonth(2026 - age, 6)


def figure(world: Records | Scope, title: str, label: str = "") -> Figure:
    """One figure of the world, by the title of its measure and its label."""
    found = scope(world) if isinstance(world, Records) else world
    (one,) = [one for one in statistics(found) if one.title == title]
    wanted = one.figure(label) if label else one.figures[0]
    assert wanted is not None, [figure.label for figure in one.figures]
    return wanted


def reported(rows: Iterable[tuple[str, str, str]]) -> tuple[Reported, ...]:
    """Rows of 统计核对: 指标, 分项, 数值."""
    return tuple(
        worlds.at(Reported(indicator=title, part=part, value=value), "统计核对", row)
        for row, (title, part, value) in enumerate(rows, start=2)
    )
