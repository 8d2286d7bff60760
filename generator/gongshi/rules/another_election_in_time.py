"""P019: another election follows within the days that the rules give."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P019",
    severity=Severity.WARNING,
    title="另行选举按期举行",
    basis="省、自治区、直辖市的村民委员会选举办法（上海、浙江三十日内，北京十五日内）",
    what="第二轮选举会议的日期到第一轮不超过规则里的另行选举期限。",
    why="拖得太久，班子缺人，群众也会起疑。",
    example="第一轮 2026-11-01，另行选举 12 月 2 日，过了 30 日。",
    fix="提前另行选举；确有原因推迟的报批后写进豁免。",
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every round that came too long after the round before it."""
    limit = records.term.profile.numbers.get("另行选举期限")
    for village in records.villages if limit else ():
        rounds = process.elections(records, village.name)
        for before, after in pairwise(rounds):
            if before.day and after.day and limit and (after.day - before.day).days > limit.value:
                message = (
                    f"{village.name}第{after.round}轮选举{after.day}，离上一轮{before.day}"
                    f"超过{limit.value}日（{limit.article}）"
                )
                yield RULE.at(after.place("day"), message, village=village.name)
