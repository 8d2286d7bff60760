"""What would be issued today, and why the rest has to wait.

A plan is a value: nothing is written here.  The same records, findings and day give the
same plan, and once its notices are issued the next plan is empty.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gongshi.compose.compose import Composed
from gongshi.compose.wording import chinese_date
from gongshi.model.finding import Finding, errors
from gongshi.model.notice import Published
from gongshi.model.records import VOID, Entry, Records

_UNREVIEWED = {"": "未审", "草稿": "草稿", "待审": "待审", VOID: "已作废"}


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """``ready`` in the order of issue; ``waiting`` with the reasons; ``done`` long since."""

    ready: tuple[Composed, ...]
    waiting: tuple[tuple[Entry, str], ...]
    done: tuple[Entry, ...]


def plan_issue(
    records: Records,
    composed: Iterable[Composed],
    findings: Iterable[Finding],
    issued: tuple[Published, ...],
    today: date,
) -> IssuePlan:
    """The plan for one term.

    ``findings`` are all those of the township, of reading and of the chain as well; an
    error without a village stops every notice, one with a village only that village's.
    """
    numbers = {one.notice.number for one in issued}
    last = max((one.issued_on for one in issued if one.issued_on), default=date.min)
    stops = errors(list(findings))
    ready: list[Composed] = []
    waiting: list[tuple[Composed, list[str]]] = []
    for one in sorted(composed, key=_order):
        if one.entry.number not in numbers:
            reasons = list(dict.fromkeys(_reasons(one, stops, today, last)))
            if reasons:
                waiting.append((one, reasons))
            else:
                ready.append(one)
    ready, orphans = _corrections_last(ready, numbers)
    waiting += [(one, [f"更正对象第{one.entry.corrects}号还没有签发"]) for one in orphans]
    waiting.sort(key=lambda pair: _order(pair[0]))
    done = tuple(entry for entry in records.register if entry.number in numbers)
    told = tuple((one.entry, "；".join(reasons)) for one, reasons in waiting)
    return IssuePlan(tuple(ready), told, done)


def _corrections_last(
    ready: list[Composed], issued: Iterable[str]
) -> tuple[list[Composed], list[Composed]]:
    """Each correction behind what it corrects, and those whose original is not issued."""
    ordered: list[Composed] = []
    numbers, left = set(issued), ready
    while True:
        held = []
        for one in left:
            if one.entry.corrects and one.entry.corrects not in numbers:
                held.append(one)
            else:
                ordered.append(one)
                numbers.add(one.entry.number)
        if len(held) == len(left):
            return ordered, held
        left = held


def _reasons(one: Composed, stops: list[Finding], today: date, last: date) -> Iterable[str]:
    entry = one.entry
    if not entry.is_approved:
        yield _UNREVIEWED.get(entry.status) or _unsigned(entry)
    if entry.posted is None:
        yield "没有写发布日期"
    elif entry.posted > today:
        yield f"发布日期{chinese_date(entry.posted)}未到"
    if today < last:
        yield f"今天早于上一次签发的日期{chinese_date(last)}"
    hits = [stop for stop in (*stops, *errors(one.findings)) if stop.village in ("", entry.village)]
    if rules := sorted({stop.rule for stop in hits}):
        yield f"有错误{'、'.join(rules)}"
    if one.notice is None and not hits:
        yield from (finding.message.partition("：")[2] for finding in one.findings)


def _unsigned(entry: Entry) -> str:
    """What an entry marked 已审 still lacks."""
    blanks = (("审批人", entry.approver), ("审批日期", entry.approved))
    return "没有写" + "和".join(name for name, value in blanks if not value)


def _order(one: Composed) -> tuple[date, int, str]:
    """By day of posting, then by number."""
    number = one.entry.number
    return one.entry.posted or date.max, int(number) if number.isdecimal() else 0, number
