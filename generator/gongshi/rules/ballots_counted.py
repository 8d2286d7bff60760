"""V002: valid and invalid ballots make up the collected ones."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V002",
    severity=Severity.ERROR,
    title="有效票加无效票等于收回票",
    basis="计票记录的算术关系",
    what="每次会议的有效票与无效票相加等于收回票。",
    why="对不上的票数写进结果公告，会引起对整个选举的质疑。",
    example="收回票 55，有效票 54，无效票 0。",
    fix="对照监票人签字的计票记录改正。",
    covers=("R23",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every meeting whose valid and invalid ballots do not add up."""
    for meeting in records.meetings:
        counts = (meeting.valid, meeting.invalid, meeting.collected)
        if None in counts or sum(counts[:2]) == counts[2]:  # type: ignore[arg-type]
            continue
        message = (
            f"{meeting.village}{meeting.name}有效票{meeting.valid}张加无效票{meeting.invalid}张，"
            f"不等于收回的{meeting.collected}张"
        )
        yield RULE.at(meeting.place("valid"), message, village=meeting.village)
