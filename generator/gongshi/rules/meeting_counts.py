"""V006: a meeting that has counted ballots has all its counts."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V006",
    severity=Severity.ERROR,
    title="开过的会人数和票数都填齐",
    basis="选举结果当场公布，公布的数字应当完整",
    what="填了任何一项票数的会议，应到、实到、发出票、收回票、有效票、无效票都要有。",
    why="缺一个数，到会和当选就无从核对，结果公告也写不全。",
    example="发出票 55、收回票 55，有效票空着。",
    fix="对照计票记录补上；没有无效票的写0。",
)

_COUNTS = {
    "due": "应到",
    "present": "实到",
    "issued": "发出票",
    "collected": "收回票",
    "valid": "有效票",
    "invalid": "无效票",
}


def check(records: Records) -> Iterator[Finding]:
    """Every meeting that has some of the six counts but not all."""
    for meeting in records.meetings:
        missing = [name for name in _COUNTS if getattr(meeting, name) is None]
        ballots = (meeting.issued, meeting.collected, meeting.valid, meeting.invalid)
        if missing and any(count is not None for count in ballots):
            names = "、".join(_COUNTS[name] for name in missing)
            message = f"{meeting.village}{meeting.name}已经填了票数，但缺{names}"
            yield RULE.at(meeting.place(missing[0]), message, village=meeting.village)
