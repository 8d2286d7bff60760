"""A figure: a number that never loses its base, and the one rule by which it is rounded.

Counts are shown as they are, shares as percentages with one decimal, averages with one
(average posts with two).  Everything is kept exact and rounded once, half up, when it is
shown; differences are taken of the exact values.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

#: Units of what rises and falls; everything else becomes more or fewer.
_LEVELS = frozenset({"岁", "个百分点"})


class Form(Enum):
    """What kind of number a figure is."""

    COUNT = "人数、个数"
    MEAN = "平均数、比率"
    CHANGE = "与上届之差"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number under its label.

    ``base`` is what a count is counted of and ``base_name`` its name in words; a mean
    names how many it was taken over.  ``unit`` is 人, 个, 岁, %, 个百分点 and so on.
    """

    label: str
    value: Fraction
    unit: str = "人"
    base: int | None = None
    base_name: str = ""
    decimals: int = 0
    form: Form = Form.COUNT

    @property
    def share(self) -> Fraction | None:
        """The count as a part of its base; none without a base or of nothing."""
        if self.form is not Form.COUNT or not self.base:
            return None
        return self.value / self.base

    @property
    def number(self) -> str:
        """The rounded value without its unit; a change keeps its sign."""
        sign = "+" if self.form is Form.CHANGE and self.value > 0 else ""
        return sign + rounded(self.value, self.decimals)

    @property
    def percent(self) -> str:
        """``67.9%``, or nothing where there is no share."""
        return "" if self.share is None else percent(self.share)

    @property
    def base_words(self) -> str:
        """``委员总数53人``, or nothing."""
        return "" if self.base is None else f"{self.base_name}{self.base}{self._base_unit}"

    def words(self, *, told: bool = False) -> str:
        """``男36人，占委员总数53人的67.9%``; ``told`` when the base has just been named."""
        if self.form is Form.CHANGE:
            return self.label + _change(self.value, self.decimals, self.unit)
        text = f"{self.label}{self.number}{self.unit}"
        if self.form is Form.MEAN:
            return text + ("" if told or self.base is None else f"（按{self.base_words}计算）")
        if self.share is None:
            return text
        return (
            f"{text}，占{self.percent}" if told else f"{text}，占{self.base_words}的{self.percent}"
        )

    @property
    def _base_unit(self) -> str:
        return self.unit if self.form is Form.COUNT else "个" if "村" in self.base_name else "人"


@dataclass(frozen=True, slots=True)
class Statistic:
    """The figures of one measure; ``whole`` when its counts are the parts of one total."""

    id: str
    title: str
    lead: str
    definition: str
    whole: bool
    figures: tuple[Figure, ...]

    @property
    def counts(self) -> tuple[Figure, ...]:
        """Its figures that are counts."""
        return tuple(figure for figure in self.figures if figure.form is Form.COUNT)

    @property
    def gap(self) -> Fraction:
        """How much the parts fall short of the total; below zero when they exceed it."""
        if not self.whole or not self.counts:
            return Fraction(0)
        parts = sum((figure.value for figure in self.counts), Fraction(0))
        return (self.counts[0].base or 0) - parts

    def figure(self, label: str) -> Figure | None:
        """The figure of that label, or none."""
        return next((figure for figure in self.figures if figure.label == label), None)

    def words(self) -> str:
        """One sentence; a base that several figures share is named with the first."""
        parts, named = [], ""
        for figure in self.figures:
            parts.append(figure.words(told=bool(named) and figure.base_words == named))
            named = figure.base_words
        return f"{self.lead}，{'；'.join(parts)}。" if self.lead else f"{'；'.join(parts)}。"


def rounded(value: Fraction, decimals: int) -> str:
    """The value with that many decimals, halves away from zero (四舍五入): 2.25 → 2.3."""
    scale = 10**decimals
    whole = (abs(value) * scale + Fraction(1, 2)).__floor__()
    sign = "-" if value < 0 and whole else ""
    if not decimals:
        return f"{sign}{whole}"
    return f"{sign}{whole // scale}.{whole % scale:0{decimals}}"


def percent(share: Fraction) -> str:
    """``92.5%``: a share with one decimal."""
    return f"{rounded(share * 100, 1)}%"


def _change(value: Fraction, decimals: int, unit: str) -> str:
    size = rounded(abs(value), decimals)
    if not size.strip("0."):
        return "与上届持平"
    up, down = ("提高", "下降") if unit in _LEVELS else ("增加", "减少")
    return f"比上届{up if value > 0 else down}{size}{unit}"
