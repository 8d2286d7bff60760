"""F009: every candidate was talked to and has pledged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing
from gongshi.rules.limits import election_day
from gongshi.rules.teams import shortfall

RULE = Rule(
    id="F009",
    severity=Severity.WARNING,
    title="纪律谈话、承诺书全覆盖",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“纪律谈话比例”“承诺书签订比例”的，每个村的正式候选人在选举日以前（当天也算）谈过话、签过承诺书的达到这个比例。",
    why="全覆盖是换届纪律的硬要求，检查时逐人核对。",
    example="规定100%，4名候选人只谈了3名。",
    fix="补谈、补签并填上日期。",
    covers=("R35",),
    waivable=True,
)


_DUTIES = (
    ("纪律谈话比例", "谈过话的", "talked_on"),
    ("承诺书签订比例", "签过承诺书的", "pledged_on"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every village where too few of the formal candidates were talked to or have pledged."""
    formal = [one for one in standing(records) if one.stage in ("正式候选人", "当选")]
    for village in records.villages:
        people = [one for one in formal if one.village == village.name]
        day = election_day(records, village.name) or date.max
        for name, what, field in _DUTIES:
            done = partial(_done, field, day)
            if lack := shortfall(records, name, people, done):
                first = next(one for one in people if not done(one))
                message = f"{village.name}候选人{what}：{lack}"
                yield RULE.at(first.place(field), message, village=village.name)


def _done(field: str, day: date, person: Candidate) -> bool:
    own: date | None = getattr(person, field)
    return own is not None and own <= day
