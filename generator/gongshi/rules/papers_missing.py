"""D001: every paper that a step must leave behind exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="D001",
    severity=Severity.WARNING,
    title="必备资料齐全",
    basis="该打的请示打到位，该批复的文件批复到位（换届工作方案）",
    what="填了资料清单的，村里做过的步骤应当留下的资料都在清单里。",
    why="资料不全，检查、归档都过不了关，程序也说不清。",
    example="已经组织考察，清单里没有考察材料。",
    fix="补上资料并填入资料清单。",
    covers=("R93", "L-R17"),
    waivable=True,
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every paper of a step that was done that the village's list lacks."""
    required = process.required_papers(records.term.profile) if records.documents else ()
    made = process.done(records, today) if required else {}
    kept = {(paper.village, paper.name) for paper in records.documents}
    for village in records.villages:
        steps = made.get(village.name, {})
        due = [one.name for one in required if one.step in steps]
        missing = [name for name in due if (village.name, name) not in kept]
        if missing:
            message = f"{village.name}还缺{'、'.join(missing)}"
            own = [paper for paper in records.documents if paper.village == village.name]
            place = (own or list(records.documents))[0].place("name")
            yield RULE.at(place, message, village=village.name)
