"""A002: candidates have the schooling the plan asks for."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.read.overrides import schooling_level
from gongshi.rules.limits import limit_for

RULE = Rule(
    id="A002",
    severity=Severity.WARNING,
    title="学历达到下限",
    basis="换届工作方案的学历规定（写在规则里，可以在“规则调整”里改）",
    what="学历不低于规则的下限；中专、职高、技校按高中算，在读的按在读的学历算。",
    why="学历是任职条件之一，公示后会有人核对。",
    example="规定初中以上，学历写小学。",
    fix="核对学历；经批准放宽的，保存批准文件，或者在“规则调整”里写明下限和依据。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every candidate below the schooling limit; unknown words are left alone."""
    for person in records.candidates:
        limit = limit_for(records.term.profile, person, "schooling")
        if limit is None or not limit.schooling:
            continue
        has, wanted = schooling_level(person.education), schooling_level(limit.schooling)
        if has is not None and wanted is not None and has < wanted:
            message = (
                f"{person.village}{person.name}学历{person.education}，"
                f"原则上要{limit.schooling}以上（{limit.article}）"
            )
            yield RULE.at(person.place("education"), message, village=person.village)
