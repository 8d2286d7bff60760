"""Q027: whether a recall is carried."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import base_of, recalls

RULE = Rule(
    id="Q027",
    severity=Severity.NOTE,
    title="罢免是否通过",
    basis="村民委员会组织法（2025年修改）第十九条、城市居民委员会组织法（2025年修订）第二十条（投票的过半数通过）",
    what="按规则的“罢免通过”算出每个人的罢免是否通过，写出两个数。",
    why="罢免的结果要当场公布，数字要对得上。",
    example="投票151名，赞成罢免76票（要76票），通过。",
    fix="对照计票记录；通过的，按规定公告并补选。",
    covers=("L-R15",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every person voted on at a recall, with the votes and those it takes."""
    share = records.term.profile.shares.get("罢免通过")
    meetings = {(m.village, m.name, m.round): m for m in records.meetings if recalls(m)}
    for vote in records.votes if share and meetings else ():
        meeting = meetings.get((vote.village, vote.meeting, vote.round))
        base = base_of(share, meeting, None) if share and meeting else None
        if share and base is not None:
            need = share.least(base)
            passed = "通过" if vote.in_favour >= need else "没有通过"
            message = (
                f"{vote.village}{vote.name}（{vote.post}）赞成罢免{vote.in_favour}票，"
                f"要{need}票，罢免{passed}"
            )
            yield RULE.at(vote.place("in_favour"), message, village=vote.village)
