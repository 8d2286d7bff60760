"""Q001: enough of those due are present, by the profile."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, base_of

RULE = Rule(
    id="Q001",
    severity=Severity.ERROR,
    title="到会人数够法定人数",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章（不少于应到会人数的五分之四）；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="实到人数达到规则要求的比例：党组织不少于应到的五分之四，村委会超过登记选民的半数，居委会（居民代表）超过三分之二。",
    why="达不到法定人数不得进行选举，选了也无效。",
    example="应到 55 人，实到 43 人（五分之四是 44 人）。",
    fix="核对人数；确实不够的，这次选举无效，另行召开会议。",
    covers=("R12", "R13", "L-R8"),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every last round whose 实到 does not reach the quorum; an earlier one was held again."""
    quorum = records.term.profile.quorum
    for last in (election.ballots[-1] for election in elections):
        meeting = last.meeting
        whole = base_of(quorum, meeting, last.village)
        if meeting.present is None or whole is None or quorum.reached(meeting.present, whole):
            continue
        message = (
            f"{meeting.village}{meeting.name}{quorum.base}{whole}人，实到{meeting.present}人，"
            f"{quorum.words()}要{quorum.least(whole)}人"
        )
        yield RULE.at(meeting.place("present"), message, village=meeting.village)
