"""Q012: enough of those due come to a recommendation meeting."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import base_of, recommends

RULE = Rule(
    id="Q012",
    severity=Severity.ERROR,
    title="推荐会到会人数够",
    basis="村（社区）换届工作方案的通行规定（参加推荐会的党员和村（居）民代表超过应到人数的一半）",
    what="每次推荐会（民主推荐会、村民代表会议、党员大会推荐）的实到人数达到规则要求的比例，一般是超过应到的一半。",
    why="到会的人不够，推荐结果不能作为确定初步人选的依据。",
    example="推荐会应到80人，实到40人（要41人）。",
    fix="核对签到表；确实不够的，重新召开推荐会。",
    covers=("R08", "R10"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every recommendation meeting whose 实到 does not reach the profile's share."""
    share = records.term.profile.shares.get("推荐会到会")
    if share is None:
        return
    villages = {village.name: village for village in records.villages}
    for meeting in records.meetings:
        if not recommends(meeting, records.term.profile):
            continue
        whole = base_of(share, meeting, villages.get(meeting.village))
        if meeting.present is None or whole is None or share.reached(meeting.present, whole):
            continue
        message = (
            f"{meeting.village}{meeting.name}应到{whole}人，实到{meeting.present}人，"
            f"{share.words()}要{share.least(whole)}人"
        )
        yield RULE.at(meeting.place("present"), message, village=meeting.village)
