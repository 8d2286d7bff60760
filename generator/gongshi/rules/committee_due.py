"""Q028: as many are due at the committee's own election as were elected to it."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q028",
    severity=Severity.ERROR,
    title="委员会会议的应到等于当选委员人数",
    basis="村（社区）换届工作方案的通行规定（间接选举：在新选举产生的委员会议上选举书记、副书记）",
    what="间接选举时，委员会会议的应到人数等于大会选出的委员人数。",
    why="只有当选的委员才能选举书记、副书记。",
    example="当选委员3名，委员会会议应到5人。",
    fix="核对委员会会议的应到人数。",
    covers=("R88",),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every meeting of a new committee with more or fewer people due than were elected."""
    words = records.term.profile.lists.get("间接选举会议")
    members: dict[str, int] = {}
    for election in elections:
        for _, result, _ in election.winners():
            if result.post == "委员":
                members[election.village] = members.get(election.village, 0) + 1
    for election in elections if words else ():
        elected = members.get(election.village)
        for meeting in (ballot.meeting for ballot in election.ballots):
            if words is None or meeting.name not in words.words or elected is None:
                continue
            if meeting.due is not None and meeting.due != elected:
                message = f"{meeting.village}当选委员{elected}名，{meeting.name}应到{meeting.due}人"
                yield RULE.at(meeting.place("due"), message, village=meeting.village)
