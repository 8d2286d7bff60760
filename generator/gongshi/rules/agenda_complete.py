"""P026: the agenda has every part that a meeting must not drop."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P026",
    severity=Severity.WARNING,
    title="会议议程没有少规定的环节",
    basis="规定环节不能随意减少（换届工作方案）",
    what="还有会议要开的，term.yml 的议程里有规则的每个会议环节，如介绍候选人、唱票、宣布。",
    why="少了环节，会议程序就不完整，选举公告也会印错。",
    example="议程只写了投票和宣布结果，没有唱票、计票。",
    fix="在 term.yml 的议程里补上。",
    covers=("R92",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """The parts of a meeting to come that no sentence of the agenda names."""
    parts = records.term.profile.lists.get("会议环节")
    if all(meeting.held for meeting in records.meetings):
        return
    headings = records.term.texts.get("议程", {})
    agenda = "".join(sentence for heading in headings.values() for sentence in heading)
    missing = [part for part in parts.words if part not in agenda] if parts and agenda else []
    if missing and parts:
        message = f"议程里没有{'、'.join(missing)}（{parts.article}）"
        yield RULE.at(records.term.place("议程"), message)
