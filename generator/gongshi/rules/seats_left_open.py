"""Q004: every seat is filled."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q004",
    severity=Severity.WARNING,
    title="应选的名额选足了",
    basis="党组织：《中国共产党基层组织选举工作条例》第四章；村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="每个职务的当选人数等于职数。",
    why="当选人少于应选名额的，不足的名额另行选举，结果公告要说明。",
    example="委员职数 4 名，只有 3 人过半数。",
    fix="核对得票；确实不足的，另行选举，或者按规定报批减少名额后改职数。",
    covers=("R22",),
    waivable=True,
)


def check(elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every post that fewer people were elected to than it has seats, ties apart."""
    for election in elections:
        for ballot, result in election.latest():
            if (
                result.needed is not None
                and result.vacant > 0
                and not (result.tied or result.barred)
            ):
                message = (
                    f"{election.village}{result.post}应选{result.seats}名，"
                    f"达到{result.needed}票当选的只有{len(result.elected)}名"
                )
                yield RULE.at(ballot.meeting.place("name"), message, village=election.village)
