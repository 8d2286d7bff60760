"""P025: a village that must be put in order is not voted in before that."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P025",
    severity=Severity.ERROR,
    title="先整顿、后换届",
    basis="软弱涣散的先整顿、后换届，需要调整设置的先调整、后换届（换届工作方案）",
    what="整顿情况是正在整顿、正在调整的村，不能已经开过选举会议。",
    why="班子没有整顿好就选举，换届质量没有保证。",
    example="村社名册写着正在整顿，选举大会已经计票。",
    fix="整顿、调整完成以后再换届；已经完成的把整顿情况改成已经完成。",
    covers=("R98",),
    waivable=True,
)


_OPEN = ("正在整顿", "正在调整")


def check(records: Records) -> Iterator[Finding]:
    """Every village still being put in order that has held its election."""
    for village in records.villages:
        elected = process.elected_on(records, village.name)
        if village.overhaul in _OPEN and elected is not None:
            message = f"{village.name}{village.overhaul}，{elected}已经选举"
            yield RULE.at(village.place("overhaul"), message, village=village.name)
