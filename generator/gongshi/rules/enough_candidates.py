"""S004: no post has fewer candidates than seats."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="S004",
    severity=Severity.ERROR,
    title="候选人不少于职数",
    basis="候选人名额不少于应选名额是选举的前提",
    what="已经有候选人的村（社区），每个职务的候选人不少于职数。",
    why="人不够，应选的名额一定选不足。",
    example="副书记职数 1 名，没有副书记候选人。",
    fix="补报候选人，或者改正职数和拟任职务。",
    covers=("L-R6",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every post without a margin of its own that has fewer candidates than seats."""
    profile = records.term.profile
    for village in records.villages:
        people = [p for p in records.candidates_of(village.name) if p.review != "不通过"]
        for post, seats in village.seats.items():
            count = sum(person.post == post for person in people)
            if people and count < seats and (count == 0 or post not in profile.margin):
                message = f"{village.name}{post}职数{seats}名，候选人只有{count}名"
                yield RULE.at(village.place(f"seats.{post}"), message, village=village.name)
