"""F009: every candidate was talked to and has pledged, every member knows the rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records, Village
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing
from gongshi.rules.limits import election_day
from gongshi.rules.margins import STAGES, reached
from gongshi.rules.teams import shortfall

RULE = Rule(
    id="F009",
    severity=Severity.WARNING,
    title="纪律谈话、承诺书、知晓全覆盖",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“纪律谈话比例”“承诺书签订比例”的，每个村从预备人选起的候选人在选举日以前（当天也算）谈过话、签过承诺书的达到这个比例；"
    "写了“知晓比例”的，村社名册填了知晓人数的村，知晓人数占党员总数（村、居是登记选民）的达到这个比例。",
    why="全覆盖是换届纪律的硬要求，检查时逐人核对。",
    example="规定100%，4名候选人只谈了3名。",
    fix="补谈、补签并填上日期；没有达到知晓比例的继续宣传，再抽查。",
    covers=("R35",),
    waivable=True,
)


_PROPOSED = STAGES.index("预备人选")
_DUTIES = (
    ("纪律谈话比例", "谈过话的", "talked_on"),
    ("承诺书签订比例", "签过承诺书的", "pledged_on"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every village where too few of the formal candidates were talked to or have pledged."""
    formal = [
        one
        for one in standing(records)
        if reached(one) >= _PROPOSED and "另选" not in one.nomination
    ]
    for village in records.villages:
        people = [one for one in formal if one.village == village.name]
        day = election_day(records, village.name) or date.max
        for name, what, field in _DUTIES:
            done = partial(_done, field, day)
            if lack := shortfall(records, name, people, done):
                first = next(one for one in people if not done(one))
                message = f"{village.name}候选人{what}：{lack}"
                yield RULE.at(first.place(field), message, village=village.name)
        yield from _aware(records, village)


def _aware(records: Records, village: Village) -> Iterator[Finding]:
    share = records.term.profile.shares.get("知晓比例")
    party = records.term.profile.of_party
    name, whole = ("党员", village.members) if party else ("登记选民", village.voters)
    if share is None or whole is None or village.aware is None:
        return
    if not share.reached(village.aware, whole) or village.aware > whole:
        message = f"{village.name}{name}{whole}人，知晓{village.aware}人，要{share.least(whole)}人"
        place = village.place("aware")
        yield RULE.at(place, f"{message}（{share.article}）", village=village.name)


def _done(field: str, day: date, person: Candidate) -> bool:
    own: date | None = getattr(person, field)
    return own is not None and own <= day
