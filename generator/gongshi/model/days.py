"""Days off and make-up days, as papers of the State Council's office name them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Paper:
    """What one paper (国务院办公厅关于…年部分节假日安排的通知) says of its year.

    ``source`` cites it.  ``off`` are the days off, weekends among them named or not; ``on``
    the weekend days that are worked instead.  Both may reach into the years beside.
    """

    year: int
    source: str
    off: frozenset[date]
    on: frozenset[date]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The papers that a county has written down itself, beside those the program knows."""

    papers: tuple[Paper, ...] = ()

    def says(self, day: date) -> bool | None:
        """Whether an own paper makes ``day`` a working day; none where no own paper does."""
        for paper in self.papers:
            if day in paper.on or day in paper.off:
                return day in paper.on
        return day.weekday() < 5 if self.paper_of(day.year) else None

    def paper_of(self, year: int) -> Paper | None:
        """The own paper of a year, or none."""
        return next((paper for paper in self.papers if paper.year == year), None)
