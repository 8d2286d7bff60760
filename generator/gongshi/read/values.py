"""One cell to one value, by the kind of its column.

Nothing is guessed: what is not written as the column asks raises :class:`WrongError`,
which the row turns into a finding at the cell.
"""

from __future__ import annotations

import difflib
import math
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from gongshi.model.records import POSTS, YearMonth
from gongshi.model.rule import Rule
from gongshi.read import problems_tables as rules
from gongshi.read.column import Column, Kind
from gongshi.read.grid import Fault, Raw
from gongshi.read.text import closed_up, is_name, name, one_line, shown, wrong_character
from gongshi.read.text import even as evened

LONGEST_TEXT = 120
LONGEST_PARAGRAPHS = 3000
LONGEST_VILLAGE = 30
#: Spreadsheets keep fifteen digits of a number.
EXACT_DIGITS = 10**15

_YEARS = range(1900, 2100)
_DATE = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日")
_MONTH = re.compile(r"(\d{4})[-./](\d{1,2})|(\d{4})年(\d{1,2})月|(\d{4})(\d{2})")
_DAYS = re.compile(r"(\d{1,3})(?:(个?工作日)|个?日历日|个?自然日|日|天)")
_CLOCK = r"(?:上午|下午|早上|晚上|中午)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半|整)?)"
_TIME = re.compile(f"{_CLOCK}(?:(?:—|-|－|~|至|到){_CLOCK})?")
_NUMBER = re.compile(r"[1-9]\d{0,3}")
_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PHOTO = re.compile(r"[^/\\:*?\"<>|.][^/\\:*?\"<>|]{0,80}\.(?:jpg|jpeg|png|webp)", re.IGNORECASE)
_SEPARATED = re.compile(r"[、，,;；/／\n]")
_SPREAD_PAIR = re.compile(r"[一-鿿]{2,} +[一-鿿]{2,}")
_ERROR = re.compile(r"#(?:REF!|VALUE!|DIV/0!|NUM!|NULL!|N/A|NAME\?)|Err:\d{3}")
_ERROR_STARTS = ("#", "E")
_VILLAGE = re.compile(r"[\w()（）·]+")


class WrongError(Exception):
    """A cell that cannot be read: the rule it breaks and the Chinese message."""

    def __init__(self, rule: Rule, message: str, help: str = "") -> None:  # noqa: D107
        super().__init__(message)
        self.rule, self.message, self.help = rule, message, help


class Days(NamedTuple):
    """公示天数: a number of working or of calendar days."""

    days: int
    working: bool


class Post(NamedTuple):
    """A post and the words it was read from."""

    post: str
    text: str


def as_text(raw: Raw) -> str:
    """The cell as the text a person sees, before any kind is applied."""
    if isinstance(raw, str):
        if raw[:1] in _ERROR_STARTS and _ERROR.fullmatch(raw):
            raise WrongError(rules.T015, f"格子里是错误值 {raw}")
        return raw
    if isinstance(raw, Fault):
        raise WrongError(raw.rule, raw.message)
    if isinstance(raw, (bool, int, float)):
        return _number_text(raw)
    if isinstance(raw, datetime):
        return raw.date().isoformat() if raw.time() == time() else raw.isoformat(" ", "minutes")
    if isinstance(raw, timedelta):
        minutes = int(raw.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return f"{raw.hour}:{raw.minute:02}" if isinstance(raw, time) else raw.isoformat()


def _number_text(raw: float) -> str:
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if not math.isfinite(raw):
        raise WrongError(rules.T007, "格子里的数字超出了范围")
    if abs(raw) >= EXACT_DIGITS:
        raise WrongError(rules.T014, "格子里是15位以上的数字")
    return str(int(raw)) if raw == int(raw) else repr(raw)


def read(column: Column, raw: Raw) -> object:
    """The cell's value, or ``None`` when it is empty; raises :class:`WrongError`."""
    text = as_text(raw)
    if not text or text.isspace():
        return None
    text = evened(text)
    if wrong := wrong_character(text):
        raise WrongError(rules.T012, f"「{column.name}」{wrong}")
    if column.kind is Kind.DATE and isinstance(raw, date):
        return _day_cell(column, raw)
    if column.kind is Kind.MONTH and isinstance(raw, date):
        return YearMonth(raw.year, raw.month)
    return _READERS[column.kind](column, text)


def _bounded(column: Column, text: str, limit: int) -> str:
    if len(text) > limit:
        raise WrongError(rules.T013, f"「{column.name}」有{len(text)}字，最多{limit}字")
    return text


def _text(column: Column, text: str) -> str:
    return _bounded(column, one_line(text), LONGEST_TEXT)


def _long(column: Column, text: str) -> str:
    lines = (line.strip(" 　") for line in text.split("\n"))
    return _bounded(column, "\n".join(line for line in lines if line), LONGEST_PARAGRAPHS)


def _village(column: Column, text: str) -> str:
    text = _bounded(column, closed_up(text), LONGEST_VILLAGE)
    if not _VILLAGE.fullmatch(text):
        raise _form(column, text)
    return text


def _name(column: Column, text: str) -> str:
    if is_name(read_name := name(text)):
        return read_name
    raise WrongError(rules.N105, f"「{column.name}」「{shown(text)}」不像一个姓名")


def _names(column: Column, text: str) -> tuple[str, ...]:
    parts = [part.strip(" 　") for part in _SEPARATED.split(text)]
    for part in parts:
        if _SPREAD_PAIR.search(part):
            message = f"「{column.name}」「{shown(part)}」看不出是一个人还是几个人"
            raise WrongError(rules.N105, message, "几个人用顿号隔开；是一个人就去掉空格。")
    return tuple(_name(column, part) for part in parts if part)


def _digits(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _count(column: Column, text: str) -> int:
    match = re.fullmatch(r"(\d{1,7})(?:\.0+)?", _digits(text))
    if not match:
        raise WrongError(rules.T007, f"「{column.name}」「{shown(text)}」不是整数")
    return int(match[1])


def _round(column: Column, text: str) -> int:
    if (count := _count(column, text)) == 0:
        raise WrongError(rules.T007, f"「{column.name}」从1起，不能是0")
    return count


def _day_cell(column: Column, raw: date) -> date:
    if isinstance(raw, datetime):
        if raw.time() != time():
            help = "日期和时间分两列写。"
            raise WrongError(rules.T008, f"「{column.name}」里带了时间", help)
        raw = raw.date()
    if raw.year not in _YEARS:
        raise WrongError(rules.T008, f"「{column.name}」{raw.year}年不会是真的")
    return raw


def _date(column: Column, text: str) -> date:
    match = _DATE.fullmatch(_digits(text))
    if not match:
        raise WrongError(rules.T008, f"「{column.name}」「{shown(text)}」读不出日期")
    year, month, day = (
        (int(part) for part in match.group(1, 3, 4) if part)
        if match[1]
        else (int(part) for part in match.group(5, 6, 7))
    )
    try:
        return _day_cell(column, date(year, month, day))
    except ValueError:
        raise WrongError(
            rules.T008, f"「{column.name}」没有{year}年{month}月{day}日这一天"
        ) from None


def _month(column: Column, text: str) -> YearMonth:
    digits = _digits(text)
    if re.fullmatch(r"\d{4}\.1", digits):
        message = f"「{column.name}」{digits}分不清是1月还是10月"
        help = f"写成文字 {digits[:4]}.01 或 {digits[:4]}.10，写前先把格子设为文本。"
        raise WrongError(rules.T009, message, help)
    if _DATE.fullmatch(digits):
        day = _date(column, text)
        return YearMonth(day.year, day.month)
    match = _MONTH.fullmatch(digits)
    if not match:
        raise WrongError(rules.T009, f"「{column.name}」「{shown(text)}」读不出年月")
    year, month = (int(part) for part in match.groups() if part)
    if year not in _YEARS or month not in range(1, 13):
        raise WrongError(rules.T009, f"「{column.name}」没有{year}年{month}月")
    return YearMonth(year, month)


def _time(column: Column, text: str) -> str:
    text = "".join(text.split())
    if not _TIME.fullmatch(text):
        raise _form(column, text)
    return text


def _choice(column: Column, text: str) -> str:
    text = closed_up(text)
    if text in column.choices:
        return text
    near = difflib.get_close_matches(text, column.choices, n=1, cutoff=0.3)
    listed = "、".join(column.choices if len(column.choices) < 10 else near)
    hint = f"，是不是「{near[0]}」" if near else ""
    help = f"改成：{listed}。" if listed else ""
    raise WrongError(rules.T010, f"「{column.name}」不能写「{shown(text)}」{hint}", help)


def _ethnicity(column: Column, text: str) -> str:
    text = closed_up(text)
    return _choice(column, text if text in column.choices else text.removesuffix("族") + "族")


def _days(column: Column, text: str) -> Days:
    match = _DAYS.fullmatch(_digits(text))
    if not match or not int(match[1]):
        raise _form(column, text)
    return Days(int(match[1]), bool(match[2]))


def _post(column: Column, text: str) -> Post:
    text = _text(column, text)
    rest = text.replace("委员会", "").replace("党委", "")
    found = []
    for post in sorted(POSTS, key=len, reverse=True):
        if post in rest:
            found.append(post)
            rest = rest.replace(post, "")
    if len(found) != 1:
        what = "写了几个职务" if found else "看不出是哪个职务"
        help = f"写明一个：{'、'.join(POSTS)}。"
        raise WrongError(rules.T010, f"「{column.name}」「{shown(text)}」{what}", help)
    return Post(found[0], text)


def _number(column: Column, text: str) -> str:
    if not _NUMBER.fullmatch(digits := _digits(text)):
        raise _form(column, text)
    return digits


def _slug(column: Column, text: str) -> str:
    text = text.strip(" 　")
    if len(text) > LONGEST_VILLAGE or not _SLUG.fullmatch(text):
        raise _form(column, text)
    return text


def _file(column: Column, text: str) -> str:
    text = text.strip(" 　")
    if not _PHOTO.fullmatch(text):
        raise _form(column, text)
    return text


def _form(column: Column, text: str) -> WrongError:
    help = f"{column.note}。" if column.note else ""
    return WrongError(rules.T011, f"「{column.name}」「{shown(text)}」写法不对", help)


def _ignored(_column: Column, _text: str) -> None:
    return None


_READERS: dict[Kind, Callable[[Column, str], object]] = {
    Kind.IGNORED: _ignored,
    Kind.TEXT: _text,
    Kind.LONG: _long,
    Kind.VILLAGE: _village,
    Kind.NAME: _name,
    Kind.NAMES: _names,
    Kind.COUNT: _count,
    Kind.ROUND: _round,
    Kind.DATE: _date,
    Kind.MONTH: _month,
    Kind.TIME: _time,
    Kind.CHOICE: _choice,
    Kind.ETHNICITY: _ethnicity,
    Kind.DAYS: _days,
    Kind.POST: _post,
    Kind.NUMBER: _number,
    Kind.SLUG: _slug,
    Kind.FILE: _file,
}
