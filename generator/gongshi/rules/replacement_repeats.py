"""F008: a replacement is proposed, reviewed and examined again."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="F008",
    severity=Severity.ERROR,
    title="替换的人重新推荐、联审、考察",
    basis="人选调整的通行规定：该推荐的重新推荐，该联审的重新联审，该考察的重新考察",
    what="写了“替换对象”的人，推荐、联审、考察日期都有，而且都晚于被替换的人的同一步。",
    why="换人不换程序，等于没有推荐、没有联审、没有考察。",
    example="李明顶替王伟，没有填考察日期。",
    fix="补做并填上日期；日期填错的改正。",
    covers=("R94",),
    waivable=True,
)


_STEPS = (("推荐", "nominated_on"), ("联审", "reviewed_on"), ("考察", "examined_on"))


def check(records: Records) -> Iterator[Finding]:
    """Every step that a replacement has not done again."""
    rows = {(one.village, one.name, one.body): one for one in records.candidates}
    for person in records.candidates:
        if not person.replaces or person.review == "不通过":
            continue
        before = rows.get((person.village, person.replaces, person.body))
        lacks = [fault for step in _STEPS if (fault := _fault(person, before, *step))]
        if lacks:
            message = f"{person.village}{person.name}替换{person.replaces}，{'；'.join(lacks)}"
            yield RULE.at(person.place("replaces"), message, village=person.village)


def _fault(person: Candidate, before: Candidate | None, name: str, field: str) -> str:
    own, old = getattr(person, field), getattr(before, field, None)
    if own is None:
        return f"没有填{name}日期"
    return f"{name}{own}，不晚于{person.replaces}的{old}" if old and own <= old else ""
