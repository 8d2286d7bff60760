"""V011: rounds are numbered from one and follow each other."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting, Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="V011",
    severity=Severity.ERROR,
    title="轮次从第一轮起，日期不倒",
    basis="会议记录的次序关系",
    what="同一村（社区）同一会议的轮次从1起不跳号，后一轮的日期不早于前一轮。",
    why="轮次错了，同票和不足的名额就会算错。",
    example="只有第1轮和第3轮；第2轮的日期早于第1轮。",
    fix="改正轮次或者日期。",
    covers=("R21", "R22"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every round that has none before it, or an earlier day than the one before it."""
    held: dict[tuple[str, str], list[Meeting]] = {}
    for meeting in records.meetings:
        held.setdefault((meeting.village, meeting.name), []).append(meeting)
    for rounds in held.values():
        before: Meeting | None = None
        for meeting in sorted(rounds, key=lambda one: one.round):
            expected = before.round + 1 if before else 1
            where = f"{meeting.village}{meeting.name}第{meeting.round}轮"
            if meeting.round > expected:
                message = f"{where}之前没有第{expected}轮"
                yield RULE.at(meeting.place("round"), message, village=meeting.village)
            elif before and before.day and meeting.day and meeting.day < before.day:
                message = f"{where}{meeting.day}，早于第{before.round}轮的{before.day}"
                yield RULE.at(meeting.place("day"), message, village=meeting.village)
            before = meeting
