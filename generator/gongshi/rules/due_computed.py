"""M006: those due are the members less those left out."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Village
from gongshi.model.rule import Rule

RULE = Rule(
    id="M006",
    severity=Severity.ERROR,
    title="应到会党员等于党员总数减去不计入的",
    basis="应到会人数的通行算法：党员总数减去没有选举权的和经批准不计入的",
    what="有不计入应到党员表的，每个村的党员总数减去表里的人数，等于村社名册的应到会党员，也等于选举大会的应到。",
    why="应到错一个人，五分之四和过半数就可能错一票。",
    example="党员12人，不计入1人，应到写10人。",
    fix="核对名册和不计入的名单，三个数改成一致。",
    covers=("R14",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every village and meeting whose 应到 is not the computed one."""
    if not records.uncounted or not records.term.profile.of_party:
        return
    for village in records.villages:
        if village.members is None:
            continue
        left_out = sum(row.village == village.name for row in records.uncounted)
        yield from _differences(records, village, village.members, left_out)


def _differences(
    records: Records, village: Village, members: int, left_out: int
) -> Iterator[Finding]:
    due = members - left_out
    sum_ = f"党员总数{members}人减去不计入的{left_out}人是{due}人"
    if village.due is not None and village.due != due:
        message = f"{village.name}应到会党员写{village.due}人，{sum_}"
        yield RULE.at(village.place("due"), message, village=village.name)
    for meeting in records.rounds_of(village.name):
        if meeting.due is not None and meeting.due not in (due, village.due):
            message = f"{village.name}选举大会应到写{meeting.due}人，{sum_}"
            yield RULE.at(meeting.place("due"), message, village=village.name)
