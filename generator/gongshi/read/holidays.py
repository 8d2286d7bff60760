"""``notices/放假安排.yml``: the days off of a year that the program does not know yet.

::

    2027:
      依据: 国务院办公厅关于2027年部分节假日安排的通知
      放假: [2027-01-01至2027-01-03, 2027-02-05至2027-02-12]
      上班: [2027-01-31]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from gongshi.model.days import Calendar, Paper
from gongshi.model.finding import Finding, Severity, errors
from gongshi.model.place import Place
from gongshi.model.rule import Rule
from gongshi.read.column import Column, Kind
from gongshi.read.problems_files import Y005, Y006
from gongshi.read.settings import mapping, unknown_keys, yaml_file
from gongshi.read.text import shown
from gongshi.read.values import WrongError, read
from gongshi.read.yaml_text import Mapping, Node, Scalar, Sequence

NAME = "放假安排.yml"
KEYS = ("依据", "放假", "上班")

Y090 = Rule(
    id="Y090",
    severity=Severity.ERROR,
    title="放假安排写的是能用的日期",
    basis="国务院办公厅关于部分节假日安排的通知",
    what="核对年份和日期写法，日期在当年前后，同一天不能又放假又上班，上班的是周末。",
    why="公示截止日期按它算；写错一天，公告上的日期就错一天。",
    example="2027: {依据: …, 放假: [2026-02-05], 上班: [2027-02-03]}",
    fix="照通知改正；一段日期写成 2027-02-05至2027-02-12。",
)

RULES = (Y090,)

_WIDEST = timedelta(days=31)
_DAYS = Column("放假安排", "days", kind=Kind.DATE)


class _WrongError(Exception):
    """Stops the reading of one date; carries the finding."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.finding = Y090.at(place, message)


def read_holidays(path: Path, name: str) -> tuple[Calendar, list[Finding]]:
    """The county's own papers; none where the file is missing or says something impossible."""
    if not path.exists() and not path.is_symlink():
        return Calendar(), []
    node, findings = yaml_file(path, name)
    if node is None:
        return Calendar(), findings
    root, findings = mapping(node, name)
    papers = [_paper(root, key, findings) for key in root.items] if root else []
    read_well = tuple(paper for paper in papers if paper is not None)
    return Calendar(() if errors(findings) else read_well), findings


def _paper(root: Mapping, key: str, findings: list[Finding]) -> Paper | None:
    node, place = root.items[key], root.keys[key]
    if not (len(key) == 4 and key.isascii() and key.isdecimal() and 2007 <= int(key) < 2100):
        findings.append(Y090.at(place, f"“{shown(key)}”不是年份"))
    elif not isinstance(node, Mapping):
        findings.append(Y006.at(node.place, f"{key}年下面应写「依据」「放假」「上班」"))
    else:
        return _year(int(key), node, findings)
    return None


def _year(year: int, node: Mapping, findings: list[Finding]) -> Paper:
    findings += unknown_keys(node, KEYS)
    source = node.items.get("依据")
    text = source.text.strip(" 　") if isinstance(source, Scalar) else ""
    if not text:
        findings.append(Y005.at(node.place, f"{year}年没有写「依据」"))
    off = _all(year, node.items.get("放假"), findings)
    on = _all(year, node.items.get("上班"), findings)
    if not off and not errors(findings):
        findings.append(Y005.at(node.place, f"{year}年没有写「放假」"))
    for day in sorted(on):
        if day in off:
            findings.append(Y090.at(on[day], f"{day}又放假又上班"))
        elif day.weekday() < 5:
            findings.append(Y090.at(on[day], f"{day}不是周末，本来就上班"))
    return Paper(year, text, frozenset(off), frozenset(on))


def _all(year: int, node: Node | None, findings: list[Finding]) -> dict[date, Place]:
    """Every day of a list of days and of stretches (``…至…``), with where it is written."""
    if node is None or (isinstance(node, Scalar) and not node.text):
        return {}
    found: dict[date, Place] = {}
    for item in node.items if isinstance(node, Sequence) else (node,):
        try:
            found |= dict.fromkeys(_stretch(year, item), item.place)
        except _WrongError as wrong:
            findings.append(wrong.finding)
    return found


def _stretch(year: int, node: Node) -> Iterator[date]:
    text = node.text if isinstance(node, Scalar) else ""
    first, _, last = text.partition("至")
    start, end = _day(year, first, node.place), _day(year, last or first, node.place)
    if not timedelta() <= end - start <= _WIDEST:
        raise _WrongError(node.place, f"“{shown(text)}”的先后不对，或者太长")
    return (start + timedelta(days=n) for n in range((end - start).days + 1))


def _day(year: int, text: str, place: Place) -> date:
    try:
        day = read(_DAYS, text)
    except WrongError as wrong:
        raise _WrongError(place, wrong.message) from None
    if not isinstance(day, date):
        raise _WrongError(place, "这里应写日期")
    if not date(year - 1, 12, 20) <= day <= date(year + 1, 1, 10):
        raise _WrongError(place, f"{day}不是{year}年的日子")
    return day
