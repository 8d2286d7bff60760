"""Q009: those whom the votes elect are marked as elected."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q009",
    severity=Severity.ERROR,
    title="得票当选的人都标为当选",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="一个村（社区）已经有人标为“当选”的，得票达到当选票数、排在职数以内的每个人都要标为“当选”。",
    why="漏标的人不会出现在统计和任职公示里。",
    example="要28票当选，得40票的人阶段还是预备人选，别人已经标为当选。",
    fix="把阶段改为当选；得票有错的改正得票。",
    covers=("R15", "R20"),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Everyone elected but not marked, in villages where somebody is."""
    people = {(one.village, one.name): one for one in records.candidates}
    marked = {one.village for one in records.candidates if one.stage == "当选"}
    for election in elections:
        if election.village not in marked:
            continue
        for _, result, vote in election.winners():
            person = people.get((vote.village, vote.name))
            if person is not None and person.stage != "当选":
                message = (
                    f"{vote.village}{vote.name}得{vote.in_favour}票，"
                    f"{vote.post}要{result.needed}票当选，阶段却是“{person.stage}”"
                )
                yield RULE.at(person.place("stage"), message, village=vote.village)
