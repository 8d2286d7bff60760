"""Bars for a split: where each stands and how long it is, in units of the drawing.

All judgement is here; the page's template only writes the numbers down.  Bars are told
apart by label and pattern, so that nothing depends on colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from gongshi.report.figures import Statistic

WIDTH = 360
_ROW = 48
_PATTERNS = 4


@dataclass(frozen=True, slots=True)
class Bar:
    """One part: ``baseline`` of its words, ``top`` and ``length`` of its bar below them.

    ``pattern`` 0 is a full bar, 1 to 3 are the page's patterns.
    """

    label: str
    value: str
    baseline: int
    top: int
    length: int
    pattern: int


@dataclass(frozen=True, slots=True)
class Chart:
    """A split as bars; ``caption`` names the total that they are parts of."""

    id: str
    title: str
    caption: str
    height: int
    bars: tuple[Bar, ...]


def chart(one: Statistic) -> Chart:
    """The bars of the counts of a statistic, as shares of their total."""
    bars = tuple(
        Bar(
            label=figure.label,
            value=f"{figure.number}{figure.unit}，{figure.percent}",
            baseline=number * _ROW + 20,
            top=number * _ROW + 27,
            length=round(WIDTH * (figure.share or Fraction(0))),
            pattern=number % _PATTERNS,
        )
        for number, figure in enumerate(one.counts)
    )
    others = (figure.words() for figure in one.figures if figure not in one.counts)
    caption = "；".join([one.counts[0].base_words, *others])
    return Chart(one.id, one.title, caption, _ROW * len(bars), bars)
