"""F011: the conditions name who may not be proposed."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="F011",
    severity=Severity.WARNING,
    title="任职条件写明不得提名的情形",
    basis="村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十八条",
    what="term.yml写了任职条件的，里面有规则“不得提名的情形”的每一种；是否属于这些情形由联审把关，不公布。",
    why="法律新规定的四种情形，旧的样本里没有。",
    example="任职条件里没有写被开除党籍的不得作为候选人。",
    fix="在“任职条件”下加一项“不得提名的情形”，逐条写明。",
    covers=("L-R7", "R80", "R79"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """The grounds of the law that the published conditions leave out."""
    listed, term = records.term.profile.lists.get("不得提名的情形"), records.term
    conditions = term.texts.get("任职条件", {})
    every = "".join(sentence for sentences in conditions.values() for sentence in sentences)
    missing = [word for word in listed.words if word not in every] if listed else []
    if listed and every and missing:
        message = f"任职条件没有写到{'、'.join(missing)}（{listed.article}）"
        yield RULE.at(term.place("任职条件"), message)
