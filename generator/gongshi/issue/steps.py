"""全程纪实 as a record that is only added to: each row joins a chain when notices are issued.

``issued/steps.txt`` has one line a row: link, space, the row as canonical JSON.  A link is
the SHA-256 of the previous link and the row, joined by a space.  A row that was recorded
may not be changed or taken away; what was wrong is said in a further row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from hashlib import sha256
from pathlib import Path

from gongshi.issue import problems
from gongshi.issue.chain import FOLDER, START, STEPS, chain_lines
from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.working import LogEntry

_FIELDS = tuple(field.name for field in fields(LogEntry) if field.name != "places")


def canonical(entry: LogEntry) -> str:
    """A row as one line of JSON: keys in the order of the table, dates as ISO."""
    row = {name: _plain(getattr(entry, name)) for name in _FIELDS}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def step_lines(term_folder: Path) -> tuple[str, ...]:
    """The lines as they are, none where no step has been recorded."""
    return chain_lines(term_folder, STEPS)


def link_findings(term_folder: Path) -> Iterator[Finding]:
    """Lines that do not follow from the one before."""
    previous = START
    for number, line in enumerate(step_lines(term_folder), start=1):
        link, _, row = line.partition(" ")
        if link != _link(previous, row):
            place = _place(term_folder, number)
            yield problems.STEP_BROKEN.at(place, f"第{number}行接不上前面的链")
        previous = link


def step_findings(term_folder: Path, log: Iterable[LogEntry]) -> Iterator[Finding]:
    """Lines that do not follow from the one before, and rows that the table has no longer."""
    broken = list(link_findings(term_folder))
    yield from broken
    known, places = {canonical(entry) for entry in log}, {one.place for one in broken}
    for number, line in enumerate(step_lines(term_folder), start=1):
        place, row = _place(term_folder, number), line.partition(" ")[2]
        if place not in places and row not in known:
            yield problems.STEP_CHANGED.at(place, f"已经记下的一步改了或者没了：{_said(row)}")


def _place(term_folder: Path, number: int) -> Place:
    return Place("/".join((*term_folder.parts[-3:], FOLDER, STEPS)), "", str(number))


def step_writes(
    term_folder: Path, log: Iterable[LogEntry], today: date
) -> list[tuple[Path, bytes]]:
    """The file with the rows of the table up to ``today`` that it lacks; none if it has all."""
    lines = list(step_lines(term_folder))
    recorded = {line.partition(" ")[2] for line in lines}
    done = (entry for entry in log if entry.day <= today)
    fresh = [canonical(one) for one in sorted(done, key=_order) if canonical(one) not in recorded]
    if not fresh:
        return []
    previous = lines[-1].partition(" ")[0] if lines else START
    for row in fresh:
        previous = _link(previous, row)
        lines.append(f"{previous} {row}")
    return [(term_folder / FOLDER / STEPS, "".join(f"{line}\n" for line in lines).encode())]


def _link(previous: str, row: str) -> str:
    return sha256(f"{previous} {row}".encode()).hexdigest()


def _order(entry: LogEntry) -> tuple[date, str, str]:
    return entry.day, entry.village, entry.step


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _said(row: str) -> str:
    try:
        told = json.loads(row)
        return f"{told['day']} {told['village']}{told['step']}"
    except (ValueError, TypeError, KeyError):
        return "（读不懂）"
