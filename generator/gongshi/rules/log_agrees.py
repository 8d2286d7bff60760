"""P023: the log gives the same day as the register and the table of meetings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P023",
    severity=Severity.WARNING,
    title="全程纪实与登记簿、会议情况同一天",
    basis="档案的记录应当一致（换届工作方案：记录清晰规范、文件准确无误）",
    what="全程纪实里与公告种类同名的步骤，日期与登记簿的发布日期相同；召开会议的，与会议日期相同。",
    why="同一件事两个日期，一定有一个是错的，也可能是补记的。",
    example="登记簿 2026-11-02 发布候选人公示，纪实写 11 月 3 日。",
    fix="查明后改正写错的那一个。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every log row whose day is none of the days that the other tables give its step."""
    days: dict[tuple[str, str], set[date]] = {}
    for entry in records.register:
        if entry.is_approved and entry.posted:
            days.setdefault((entry.village, entry.kind), set()).add(entry.posted)
    for meeting in records.meetings:
        if meeting.day:
            days.setdefault((meeting.village, f"召开{meeting.name}"), set()).add(meeting.day)
    for row in records.log:
        told = days.get((row.village, row.step))
        if told and row.day not in told:
            others = "、".join(str(day) for day in sorted(told))
            message = f"{row.village}{row.step}纪实记的是{row.day}，登记簿或者会议情况是{others}"
            yield RULE.at(row.place("day"), message, village=row.village)
