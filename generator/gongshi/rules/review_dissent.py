"""Q015: nobody whom more than half of those asked opposed is taken further."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import STAGES, reached

RULE = Rule(
    id="Q015",
    severity=Severity.ERROR,
    title="考察不同意过半的不列为预备人选",
    basis="村（社区）换届工作方案的通行规定（考察中不同意人数过半的，不得列为预备人选）",
    what="候选人名册填了考察参加人数和不同意票的，不同意票不能超过参加人数的一半，否则不能列为预备人选、正式候选人或者当选。",
    why="多数人不同意的人当候选人，选举也难以通过。",
    example="考察参加20人，不同意11票，阶段是预备人选。",
    fix="核对考察记录；确实过半的，改阶段并另行确定人选。",
    covers=("R30",),
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone at 预备人选 or later whose 不同意票 reach the share of those who took part."""
    share = records.term.profile.shares.get("考察不同意")
    if share is None:
        return
    for person in records.candidates:
        against, asked = person.dissent, person.attendants
        if against is None or asked is None or reached(person) < STAGES.index("预备人选"):
            continue
        if against <= asked and share.reached(against, asked):
            message = (
                f"{person.village}{person.name}考察参加{asked}人，不同意{against}票，"
                f"达到{share.least(asked)}票就不能列为{person.stage}"
            )
            yield RULE.at(person.place("dissent"), message, village=person.village)
