"""Q026: enough voters vote on a recall."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import base_of, recalls

RULE = Rule(
    id="Q026",
    severity=Severity.ERROR,
    title="罢免投票的人数够",
    basis="村民委员会组织法（2025年修改）第十九条、城市居民委员会组织法（2025年修订）第二十条（登记参加选举的过半数投票，并经投票的过半数通过）",
    what="会议名称有“罢免”的，参加投票的人数达到规则的“罢免到会”。",
    why="人数不够的罢免无效。",
    example="登记选民300名，参加罢免投票150名（要151名）。",
    fix="核对人数；确实不够的，罢免不成立。",
    covers=("L-R15",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every recall whose 实到 does not reach the profile's share."""
    share = records.term.profile.shares.get("罢免到会")
    villages = {village.name: village for village in records.villages}
    for meeting in records.meetings if share else ():
        whole = base_of(share, meeting, villages.get(meeting.village)) if share else None
        present = meeting.present
        if not (share and recalls(meeting)) or whole is None or present is None:
            continue
        if not share.reached(present, whole):
            message = (
                f"{meeting.village}{meeting.name}{share.base}{whole}名，"
                f"参加投票{present}名，要{share.least(whole)}名"
            )
            yield RULE.at(meeting.place("present"), message, village=meeting.village)
