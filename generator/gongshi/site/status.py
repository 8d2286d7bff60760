"""The status of a notice: what never changes, and the dates the browser reckons with.

Whether a publicity period is running depends on the reader's day, so a page says the
dates and ``status.js`` turns them into 公示中, 今日截止 or 已结束.  What is said here stands
for readers without the script.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from gongshi.compose.wording import chinese_date
from gongshi.model.notice import Publicity, Published


@dataclass(frozen=True, slots=True)
class Status:
    """``state`` is draft, withdrawn, corrected, retired, period or plain; ``text`` is shown.

    ``start``, ``end`` and ``latest`` are ISO dates while the state is ``period``, else
    empty.
    """

    state: str
    text: str
    start: str = ""
    end: str = ""
    latest: str = ""


def status(one: Published) -> Status:
    """The status of a notice as far as it does not depend on the day."""
    if one.is_draft:
        return Status("draft", "草稿")
    if one.withdrawn:
        return Status("withdrawn", "已撤回")
    if one.corrected_by:
        return Status("corrected", "已更正")
    if one.retired:
        return Status("retired", "公示已期满")
    return _of_period(one.notice.publicity)


@lru_cache(maxsize=1024)
def _of_period(period: Publicity | None) -> Status:
    """Every list asks again, and many notices share a period."""
    if period is None:
        return Status("plain", "已发布")
    days = (period.start, period.end, period.latest)
    return Status("period", f"公示期 {short_period(period)}", *map(date.isoformat, days))


def is_open(one: Published, today: date) -> bool:
    """Whether the publicity period has not ended on ``today`` (it may begin later)."""
    period = one.notice.publicity
    return status(one).state == "period" and period is not None and period.latest >= today


def short_period(period: Publicity) -> str:
    """``11月2日至11月6日``; ``11月30日至12月4日（暂定）`` while the last day may change."""
    start, end = period.start, period.end
    until = f"{end.month}月{end.day}日" if start.year == end.year else chinese_date(end)
    return f"{start.month}月{start.day}日至{until}{'（暂定）' if period.provisional else ''}"


def full_period(period: Publicity) -> str:
    """``2026年11月2日至2026年11月6日，共5个工作日``, with the range of a provisional end."""
    words = (
        f"{chinese_date(period.start)}至{chinese_date(period.end)}，共{period.working_days}个工作日"
    )
    if period.provisional:
        words += f"（截止日暂定，最迟{chinese_date(period.latest)}；以国务院公布的放假安排为准）"
    return words
