"""V014: each group has its ballot box and its place to write."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import setting

RULE = Rule(
    id="V014",
    severity=Severity.ERROR,
    title="一组一个票箱，一组一个秘密写票处",
    basis="村民委员会换届工作方案的通行规定（一组一个投票箱，一组一个秘密写票处）",
    what="规则的“票箱设置”写一组一箱的，选举大会的票箱数、秘密写票处数等于村民小组数。",
    why="分组投票才能逐人领票、逐人填票、逐人投票。",
    example="村民小组4个，票箱3个。",
    fix="补设票箱和写票处；数字写错的改正。",
    covers=("R44",),
)


_COUNTS = {"boxes": "票箱", "booths": "秘密写票处"}


def check(records: Records) -> Iterator[Finding]:
    """Every election whose boxes or booths are not as many as the village's groups."""
    if setting(records.term.profile, "票箱设置") != "一组一箱":
        return
    groups = {village.name: village.groups for village in records.villages}
    for meeting in records.meetings:
        own = groups.get(meeting.village)
        for field, column in _COUNTS.items():
            count = getattr(meeting, field)
            if own is not None and count is not None and count != own:
                message = f"{meeting.village}村民小组{own}个，{column}{count}个"
                yield RULE.at(meeting.place(field), message, village=meeting.village)
