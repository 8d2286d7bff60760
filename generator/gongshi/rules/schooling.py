"""A002: candidates have the schooling the plan asks for."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.approvals import approvals
from gongshi.rules.limits import excesses, level_of, limit_for

RULE = Rule(
    id="A002",
    severity=Severity.WARNING,
    title="学历达到下限",
    basis="换届工作方案的学历规定（写在规则里，可以在“规则调整”里改）",
    what="学历不低于规则的下限；中专、职高、技校按高中算，在读的按在读的学历算（规则写明不计入的除外）；写法认不出的也提示。",
    why="学历是任职条件之一，公示后会有人核对。",
    example="规定初中以上，学历写小学。",
    fix="核对学历；经批准放宽的，把每一级批准登在放宽审批表；本地另有规定的，在“规则调整”里写明下限和依据。",
    covers=(
        "R55",
        "R58",
        "R60",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate below the schooling limit, unless a higher office was asked."""
    profile = records.term.profile
    for person in records.candidates:
        limit = limit_for(profile, person, "schooling")
        if limit and person.education and level_of(profile, person.education) is None:
            message = f"{person.village}{person.name}学历“{person.education}”认不出，不能和下限比较"
            yield RULE.at(person.place("education"), message, village=person.village)
        for found in excesses(records, person):
            if found.what == "schooling" and not approvals(
                records, found.matter, person.village, person.name
            ):
                yield RULE.at(person.place(found.field), found.message, village=person.village)
