"""Figures that were reported by hand (统计核对) against those that the tables give.

Papers contradict themselves where somebody added up, rounded or copied by hand.  A
typed figure is read to the decimals it was typed with, and must equal the exact figure
rounded half up to as many; the parts of one total must add up to it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.profile import Profile
from gongshi.model.working import Reported
from gongshi.report.bands import age_bands, schooling_bands
from gongshi.report.figures import Figure, Form, Statistic, rounded
from gongshi.report.problems import DIFFERS, NOT_WHOLE, UNKNOWN_FIGURE, UNREADABLE

_NUMBER = re.compile(r"([-+]?[0-9]+(?:[.．、][0-9]+)?)\s*([^0-9.．、]*)")


def differences(reported: Iterable[Reported], statistics: Sequence[Statistic]) -> list[Finding]:
    """What is wrong with typed figures: unreadable, unknown, different, not adding up."""
    rows = list(reported)
    found = [finding for row in rows for finding in _row(row, statistics)]
    return [*found, *_sums(rows, statistics)]


def overlaps(statistics: Iterable[Statistic], place: Place) -> Iterator[Finding]:
    """Computed parts that do not make their total: bands that overlap or cannot be read."""
    for one in statistics:
        if one.gap:
            total = one.counts[0].base_words
            message = f"{one.title}各项之和比{total}{'少' if one.gap > 0 else '多'}{abs(one.gap)}"
            yield NOT_WHOLE.at(place, message, help="改规则里的统计年龄段、统计学历段。")


def unreadable_bands(profile: Profile, place: Place) -> Iterator[Finding]:
    """Bands of the profile that nobody can be in, because their words say no limits."""
    for band in (*age_bands(profile), *schooling_bands(profile)):
        if band.least > band.most:
            help = "年龄段写成35岁以下、36—45岁、56岁以上，学历段写成大专及以上、高中或中专。"
            yield UNREADABLE.at(place, f"统计用的“{band.label}”看不懂", help=help)


def number(text: str) -> tuple[Fraction, int, str] | None:
    """``92、9%`` → 92.9, one decimal, ``%``; none for what is no number.

    The 、 is how offices type a decimal point when the input method is Chinese.
    """
    match = _NUMBER.fullmatch(text.strip().replace(",", "").replace("％", "%"))
    if match is None:
        return None
    digits = re.sub("[．、]", ".", match[1])
    return Fraction(digits), len(digits.partition(".")[2]), match[2].strip()


def _row(row: Reported, statistics: Sequence[Statistic]) -> Iterator[Finding]:
    typed = number(row.value)
    figure = _figure(row, statistics)
    if typed is None:
        message = f"“{row.value}”不是数字"
        yield UNREADABLE.at(row.place("value"), message)
    elif figure is None:
        yield UNKNOWN_FIGURE.at(row.place("indicator"), _unknown(row, statistics))
    else:
        value, decimals, unit = typed
        exact, words = _exact(figure, unit)
        if exact is None:
            message = f"“{_name(row)}”不能写成{row.value}：这个数没有百分比"
            yield UNREADABLE.at(row.place("value"), message)
        elif Fraction(rounded(exact, decimals)) != value:
            message = f"{_name(row)}填{row.value}，按表格应为{rounded(exact, decimals)}{words}"
            yield DIFFERS.at(row.place("value"), message)


def _exact(figure: Figure, unit: str) -> tuple[Fraction | None, str]:
    """The figure in the unit that was typed, and how it came about."""
    if unit == "%" and figure.unit not in {"%", "个百分点"}:
        share = figure.share
        words = f"%（{rounded(figure.value, 0)}÷{figure.base}）"
        return (None if share is None else share * 100), words
    base = f"（按{figure.base_words}计算）" if figure.form is Form.MEAN and figure.base else ""
    return figure.value, figure.unit + base


def _figure(row: Reported, statistics: Sequence[Statistic]) -> Figure | None:
    """By 指标 and 分项; 分项 may be left out where there is one figure, or names it alone."""
    named = [one for one in statistics if row.indicator in (one.id, one.title)]
    if named and not row.part:
        return named[0].figures[0]
    for one in named:
        same = [figure for figure in one.figures if figure.label == row.part]
        if same:
            return same[0]
    return None


def _unknown(row: Reported, statistics: Sequence[Statistic]) -> str:
    named = [one for one in statistics if row.indicator in (one.id, one.title)]
    if named:
        labels = "、".join(figure.label for figure in named[0].figures)
        return f"“{row.indicator}”没有分项“{row.part}”，有的是：{labels}"
    close = difflib.get_close_matches(row.indicator, [one.title for one in statistics], 1, 0.4)
    guess = f"，是不是“{close[0]}”？" if close else ""
    return f"表格里算不出指标“{row.indicator}”{guess}"


def _sums(rows: Sequence[Reported], statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Typed parts of one total against the typed total, then against the computed one."""
    typed_total = next((row for row in rows if row.indicator in ("S01", "当选人数")), None)
    for one in statistics:
        if not one.whole or not one.counts:
            continue
        means = {figure.label for figure in one.figures} - {figure.label for figure in one.counts}
        mine = [row for row in rows if row.indicator in (one.id, one.title)]
        parts = [row for row in mine if row.part and row.part not in means]
        numbers = [typed for row in parts if (typed := number(row.value)) and typed[2] != "%"]
        if len(numbers) < 2 or len(numbers) < len([f for f in one.counts if f.value]):
            continue
        total, total_words = _total(one, typed_total)
        added = sum(typed[0] for typed in numbers)
        if added != total:
            terms = "＋".join(rounded(typed[0], typed[1]) for typed in numbers)
            message = f"{one.title}各项{terms}＝{added}，不等于{total_words}{total}"
            yield NOT_WHOLE.at(parts[0].place("value"), message)


def _total(one: Statistic, typed: Reported | None) -> tuple[Fraction, str]:
    """The total that parts must add up to: as typed, where all elected are the total."""
    base = one.counts[0]
    value = number(typed.value) if typed is not None else None
    if value is not None and base.base_name in ("委员总数", "成员总数"):
        return value[0], "填的当选人数"
    return Fraction(base.base or 0), base.base_name


def _name(row: Reported) -> str:
    return f"{row.indicator}“{row.part}”" if row.part else row.indicator
