"""M007: members are left out on grounds that exist."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing

RULE = Rule(
    id="M007",
    severity=Severity.ERROR,
    title="不计入应到的情形是规定的",
    basis="不计入应到会人数的情形写在规则里（通行做法；可以在“规则调整”里改）",
    what="不计入应到党员表的每个人，情形是规则“不计入应到情形”或者“没有选举权情形”里的一种；候选人不在表里。",
    why="把外出打工的人都不算，到会率就是假的。",
    example="情形写“外出打工”。",
    fix="改成规定的情形；不属于的，从表里删去，计入应到。",
    covers=("R14",),
    waivable=True,
)

#: How many characters of a ground have to be typed.
_ENOUGH = 5


def check(records: Records) -> Iterator[Finding]:
    """Every person left out on a ground that the profile does not have."""
    lists = records.term.profile.lists
    found = [lists[name] for name in ("不计入应到情形", "没有选举权情形") if name in lists]
    grounds = [word for listed in found for word in listed.words]
    running = {(one.village, one.name) for one in standing(records)}
    for row in records.uncounted if grounds else ():
        if (row.village, row.name) in running:
            message = f"{row.village}{row.name}不计入应到，又是候选人"
            yield RULE.at(row.place("name"), message, village=row.village)
        if not any(_same(row.ground, word) for word in grounds):
            message = f"{row.village}{row.name}不计入应到的情形“{row.ground}”不在规定里"
            yield RULE.at(row.place("ground"), message, village=row.village)


def _same(typed: str, word: str) -> bool:
    """Whether a ground is typed in full or nearly so; 外出 alone says too little."""
    return word in typed or (typed in word and len(typed) >= min(_ENOUGH, len(word)))
