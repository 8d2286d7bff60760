"""S007: as many are recommended for 委员 as the plan says."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import by_village, reached
from gongshi.rules.results import setting

RULE = Rule(
    id="S007",
    severity=Severity.ERROR,
    title="委员初步候选人比职数多一名",
    basis="村（社区）换届工作方案的通行规定（委员初步候选人比实际应选名额多一名）",
    what="规则的“委员推荐名额”写职数加一名的，有推荐票并列为初步人选和以后阶段的委员人数等于委员职数加一。",
    why="名额与方案不一致，后面的差额就不对。",
    example="委员职数3名，初步候选人5名。",
    fix="按方案确定初步候选人。",
    covers=("R05",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose people at 初步人选 or later for 委员 are not seats plus one."""
    if setting(records.term.profile, "委员推荐名额") != "职数加一名":
        return
    people = by_village(records.candidates)
    for village in records.villages:
        seats = village.seats.get("委员", 0)
        own = [p for p in people.get(village.name, ()) if p.post == "委员" and reached(p)]
        if own and seats and len(own) != seats + 1:
            message = (
                f"{village.name}委员职数{seats}名，初步候选人{len(own)}名，应当是{seats + 1}名"
            )
            yield RULE.at(own[0].place("stage"), message, village=village.name)
