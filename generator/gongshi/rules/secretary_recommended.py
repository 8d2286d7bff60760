"""Q022: who is recommended as 书记 is recommended as 委员 too."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import reached
from gongshi.rules.recommendations import recommendations
from gongshi.rules.results import leaders_are_members

RULE = Rule(
    id="Q022",
    severity=Severity.ERROR,
    title="书记初步候选人同时推荐为委员",
    basis="村（社区）换届工作方案的通行规定（书记初步候选人同时应推荐为委员初步候选人）",
    what="书记、副书记也要当选委员的村（间接选举，或者规则写须同时当选委员），列为书记、副书记初步人选和以后阶段的人，推荐票里也要有委员的得票。",
    why="没有推荐为委员的人，选举时当不了委员，也就当不了书记。",
    example="丁一推荐为书记得40票，委员的推荐票里没有丁一。",
    fix="核对推荐票；漏记的补记，没有推荐的重新推荐。",
    covers=("R19",),
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone recommended for 书记 or 副书记 and taken further, but not for 委员."""
    villages = {village.name: village for village in records.villages}
    people = {(one.village, one.name): one for one in records.candidates}
    for found in recommendations(records):
        if not leaders_are_members(records.term.profile, villages.get(found.village)):
            continue
        members = {tally.name for tally in found.tallies if tally.post == "委员"}
        for tally in found.tallies:
            person = people.get((found.village, tally.name))
            if tally.post == "委员" or tally.name in members or not (person and reached(person)):
                continue
            message = (
                f"{found.village}{tally.name}推荐为{tally.post}得{tally.votes}票，"
                "没有推荐为委员的得票"
            )
            yield RULE.at(tally.vote.place("name"), message, village=found.village)
