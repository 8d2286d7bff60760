"""Written Chinese to spoken: figures, dates, times, telephones, rare characters."""

from __future__ import annotations

import re
from collections.abc import Callable

from gongshi.names.rare import is_rare, reading

_DIGITS = "零一二三四五六七八九"
#: Telephone numbers are read digit by digit, with 幺 for one so that it is not taken for 七.
_BY_TELEPHONE = "零幺二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def spoken(text: str) -> str:
    """The text as it is said; a rare character is followed by ``（读…）``."""
    for pattern, say in _SAYINGS:
        text = pattern.sub(say, text)
    return _readings(text)


def number(value: int) -> str:
    """``105`` → 一百零五; up to 99,999,999."""
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        joint = "零" if 0 < low < 1000 else ""
        return f"{number(high)}万{joint}{number(low) if low else ''}"
    said = ""
    figures = str(value)
    for place, figure in enumerate(figures):
        unit = _UNITS[len(figures) - place - 1]
        if figure != "0":
            said += _DIGITS[int(figure)] + unit
        elif said and not said.endswith("零"):
            said += "零"
    said = said.rstrip("零") or "零"
    return said.removeprefix("一") if said.startswith("一十") else said


def _digits(text: str) -> str:
    return "".join(_DIGITS[int(figure)] for figure in text)


def _date(match: re.Match[str]) -> str:
    year, month, day = match.groups()
    said = f"{_digits(year)}年"
    said += f"{number(int(month))}月" if month else ""
    return said + (f"{number(int(day))}日" if day else "")


def _clock(match: re.Match[str]) -> str:
    hour, minute = int(match[1]), int(match[2])
    if minute == 30:
        return f"{number(hour)}点半"
    past = f"{'零' if minute < 10 else ''}{number(minute)}分" if minute else ""
    return f"{number(hour)}点{past}"


def _telephone(match: re.Match[str]) -> str:
    groups = re.split(r"[-—\s]+", match.group())
    return "，".join("".join(_BY_TELEPHONE[int(f)] for f in group) for group in groups)


def _decimal(match: re.Match[str]) -> str:
    return f"{number(int(match[1]))}点{_digits(match[2])}"


def _percent(match: re.Match[str]) -> str:
    return "百分之" + spoken(match[1])


def _fraction(match: re.Match[str]) -> str:
    return f"{number(int(match[2]))}分之{number(int(match[1]))}"


def _count(match: re.Match[str]) -> str:
    figures = match.group()
    return number(int(figures)) if len(figures) <= 8 else _digits(figures)


#: What is counted: a figure before it is a number, not a telephone's, and two of it are 两.
_COUNTED = "个名人份票位天次户间张枚卷家条件项处元万亩米"

#: A mark between two ends; a double dash (——) is none.
_RANGE = "(?:[–~～]|(?<!—)—(?!—))"

#: What is written and how it is said, the first match first.
_SAYINGS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\d),(?=\d{3}(?!\d))"), ""),
    (re.compile(r"〔(\d{4})〕(\d+)号"), lambda m: f"{_digits(m[1])}年第{number(int(m[2]))}号"),
    (
        re.compile(r"(?<!\d)(\d{4})年?[-—–~～至到]+(?=\d{4}年)"),
        lambda m: f"{_digits(m[1])}到",
    ),
    (re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?"), _date),
    (re.compile(r"(?<!\d)(\d{1,2})[:：](\d{2})(?!\d)"), _clock),
    (
        re.compile(
            r"(?<!\d)(?:0\d{2,3}[-—]\d{7,8}|[48]00-?\d{3}-?\d{4}|1[3-9]\d{9})(?!\d)"
            rf"|(?<=电话：)\d{{7,8}}(?!\d)|(?<!\d)123\d\d(?![\d.{_COUNTED}])"
        ),
        _telephone,
    ),
    (re.compile(r"(?<=邮编)(：?)(\d{6})(?!\d)"), lambda m: m[1] + _digits(m[2])),
    (re.compile(r"(\d+(?:\.\d+)?)[%％]"), _percent),
    (re.compile(r"(?<!\d)(\d+)/(\d+)(?!\d)"), _fraction),
    (re.compile(r"(\d+)\.(\d+)"), _decimal),
    (re.compile(r"^(\d+)\. "), lambda m: f"第{number(int(m[1]))}，"),
    (re.compile(rf"(?<=[^\W\d])(?:-|{_RANGE})(?=[^\W\d])"), "到"),
    (re.compile(rf"(?<![\d第.])2(?=[{_COUNTED}])"), "两"),
    (re.compile(r"\d+"), _count),
    (re.compile(rf"(?<=\w){_RANGE}(?=\w)"), "到"),
)


def _readings(text: str) -> str:
    """Each run of Han with rare characters is followed by their readings."""
    return re.sub(r"[\u3400-\u9fff\U00020000-\U000323af]", _reading, text)


def _reading(match: re.Match[str]) -> str:
    char = match.group()
    if not is_rare(char):
        return char
    said = reading(char)
    return f"{char}（读{said}）" if said else f"{char}（读音请问本人）"
