"""S002: the number of seats is one the profile knows."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records, Village
from gongshi.model.rule import Rule
from gongshi.rules.approvals import extra_seats
from gongshi.rules.margins import size

RULE = Rule(
    id="S002",
    severity=Severity.ERROR,
    title="职数在规定的范围里",
    basis="村民委员会组织法（2025年修改）第八条（三至七人）；城市居民委员会组织法（2025年修订）第八条（五至九人）；《中国共产党农村基层组织工作条例》第二章、《中国共产党支部工作条例（试行）》第六章（一般规定，超出为警告）",
    what="每个村（社区）各职务的职数相加，在规则给出的最少和最多之间。",
    why="村（居）委会的人数是法定的；党组织超出一般范围要报批。",
    example="居委会主任 1、副主任 1、委员 2，共 4 名。",
    fix="改正职数；党组织经批准增加的，把批准登在放宽审批表（事项写职数），或者在“规则调整”里写明职数和依据。",
    covers=(
        "R50",
        "L-R2",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village with fewer or more members than its kind of organisation may have."""
    profile = records.term.profile
    for village in records.villages:
        total = size(village, profile)
        bounds = profile.seats.get(village.organisation) or profile.seats.get("")
        if bounds is None or total == 0 or bounds[0] <= total <= bounds[1]:
            continue
        if total > bounds[1] and profile.of_party and extra_seats(records, village):
            continue
        yield _finding(village, total, bounds, by_law=not profile.of_party)


def _finding(
    village: Village, total: int, bounds: tuple[int, int, str], *, by_law: bool
) -> Finding:
    least, most, article = bounds
    kind = village.organisation or "班子"
    message = f"{village.name}{kind}职数共{total}名，应在{least}名至{most}名之间（{article}）"
    place = village.place(f"seats.{next(iter(village.seats))}")
    severity = Severity.ERROR if by_law else Severity.WARNING
    return RULE.at(place, message, village=village.name, severity=severity)
