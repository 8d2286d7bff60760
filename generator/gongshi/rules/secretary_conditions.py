"""F012: a secretary also meets the conditions of a member."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="F012",
    severity=Severity.NOTE,
    title="书记的条件包括委员的条件",
    basis="换届工作方案的通行规定：书记（主任）具备委员的任职条件",
    what="term.yml“任职条件”里既有委员又有书记、副书记、主任、副主任的，后者写明具备委员的任职条件。",
    why="书记同时是委员，条件不能比委员少。",
    example="书记的条件里没有提到委员的条件。",
    fix="在书记的条件里写上“具备委员的任职条件”。",
    covers=("R79",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every leading post whose conditions leave out those of a member."""
    conditions = records.term.texts.get("任职条件", {})
    for post in ("书记", "副书记", "主任", "副主任"):
        sentences = conditions.get(post, ())
        if sentences and "委员" in conditions and not any("委员" in one for one in sentences):
            message = f"{post}的任职条件没有写到委员的条件"
            yield RULE.at(records.term.place("任职条件"), message)
