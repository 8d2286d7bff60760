"""S032: more seats than usual have every approval."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Village
from gongshi.model.rule import Rule
from gongshi.rules.approvals import by_office, chain, extra_seats

RULE = Rule(
    id="S032",
    severity=Severity.ERROR,
    title="增加职数的审批齐全",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="职数多于规定而在放宽审批表里有记录的，规则“增加职数审批”（没有的按“放宽审批”）列出的每一级都批准了；齐全的列出依据。",
    why="职数增加要逐级报批，缺一级就无效。",
    example="规定镇党委审批后报区委组织部，只登了镇党委。",
    fix="补办缺的那一级批准并登在放宽审批表；没有批准的，改回规定的职数。",
    covers=("R54", "R50"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village with asked-for extra seats: what is missing, else who allowed them."""
    offices = chain(records.term.profile, "职数")
    for village in records.villages:
        rows, most = extra_seats(records, village), _most(records, village)
        total = sum(village.seats.values())
        if not rows or most is None or total <= most:
            continue
        found = by_office(offices, rows)
        missing = [office for office in offices if office not in found]
        start, place = (
            f"{village.name}职数{total}名，多于规定的{most}名，",
            rows[0].place("approver"),
        )
        if missing:
            message = f"{start}缺{'、'.join(missing)}的批准"
            yield RULE.at(place, message, village=village.name)
        else:
            message = start + "已经批准：" + "、".join(f"{r.approver}{r.approved}" for r in rows)
            note, help = Severity.NOTE, "不必改；批准文件存档。"
            yield RULE.at(place, message, village=village.name, severity=note, help=help)


def _most(records: Records, village: Village) -> int | None:
    """The most seats without approval: those of the class, else of the organisation."""
    profile = records.term.profile
    if fixed := profile.numbers.get(f"{village.category}职数"):
        return fixed.value
    bounds = profile.seats.get(village.organisation) or profile.seats.get("")
    return bounds[1] if bounds else None
