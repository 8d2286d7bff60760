"""M010: where proxies are forbidden there are none."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="M010",
    severity=Severity.ERROR,
    title="不得委托的选举没有委托票",
    basis="党组织选举：因故未出席的党员不能委托他人代为投票（换届工作方案的通行规定）",
    what="规则“委托投票”是不得委托的，委托投票表没有行，会议情况的委托票是0或者空。",
    why="委托来的票无效，会使整次选举无效。",
    example="选举大会委托票2张。",
    fix="不能写票的，可以请不是候选人的人按本人意志代写；未到会的不能投票。",
    covers=("R24",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every proxy where the profile forbids proxies."""
    listed = records.term.profile.lists.get("委托投票")
    if listed is None or listed.one != "不得委托":
        return
    for row in records.proxies:
        message = f"{row.village}{row.principal}委托{row.proxy}投票，不得委托（{listed.article}）"
        yield RULE.at(row.place("proxy"), message, village=row.village)
    for meeting in records.meetings:
        if meeting.proxy_votes:
            message = (
                f"{meeting.village}{meeting.name}有委托票{meeting.proxy_votes}张，"
                f"不得委托（{listed.article}）"
            )
            yield RULE.at(meeting.place("proxy_votes"), message, village=meeting.village)
