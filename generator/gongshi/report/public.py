"""What of a term's figures may stand on the township's site.

Only villages whose result notice has been issued are counted, only measures that concern
no complaint and no review are shown, and the structure of a small number of persons is
not told, because it would say something about each of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from gongshi.model.notice import Published
from gongshi.model.records import Records
from gongshi.report.both_bodies import beside
from gongshi.report.charts import Chart, chart
from gongshi.report.figures import Statistic, percent
from gongshi.report.measures import BY_ID, statistics
from gongshi.report.roster import Organ, Scope, scope

#: With fewer persons elected, their structure is not published.
FEWEST = 10

#: The measures that describe persons.
_PERSONAL = frozenset(
    {
        *("S02", "S03", "S04", "S05", "S06", "S07", "S10", "S11"),
        *("S12", "S13", "S14", "S16", "S28", "S34"),
    }
)
_RESULT = "result"


@dataclass(frozen=True, slots=True)
class VillageRow:
    """One village in the table below the charts; texts are empty where nothing is known."""

    name: str
    seats: int
    candidates: int
    elected: int
    due: str
    present: str
    rate: str


@dataclass(frozen=True, slots=True)
class PublicFigures:
    """A term's figures for the site: ``told`` of ``villages`` villages are counted."""

    villages: int
    told: int
    elected: int
    small: bool
    charts: tuple[Chart, ...]
    facts: tuple[Statistic, ...]
    rows: tuple[VillageRow, ...]


def public_figures(
    records: Records,
    published: Iterable[Published],
    before: tuple[Records, Iterable[Published]] | None = None,
    others: Iterable[tuple[Records, Iterable[Published]]] = (),
) -> PublicFigures | None:
    """The figures of the villages whose result is issued; none while there is no such.

    ``others`` are the other bodies' terms of the same year, told as far as they are issued.
    """
    whole = beside(_told(records, published), (_told(*one) for one in others))
    if not whole.members:
        return None
    if before is not None:
        old = _told(*before)
        whole = Scope(whole.title, whole.profile, whole.organs, old if old.members else None)
    small = len(whole.members) < FEWEST
    found = _shown(whole, small=small)
    return PublicFigures(
        villages=len(records.villages),
        told=len(whole.organs),
        elected=len(whole.members),
        small=small,
        charts=tuple(chart(one) for one in found if one.whole and len(one.counts) > 1),
        facts=tuple(one for one in found if not one.whole or len(one.counts) < 2),
        rows=tuple(_row(organ) for organ in whole.organs),
    )


def _shown(whole: Scope, *, small: bool) -> tuple[Statistic, ...]:
    hidden = _PERSONAL if small else frozenset()
    every = (one for one in statistics(whole) if BY_ID[one.id].public)
    return tuple(one for one in every if one.id not in hidden)


def _told(records: Records, published: Iterable[Published]) -> Scope:
    """The villages with an issued result notice that elected somebody."""
    names = {
        one.notice.village for one in published if one.notice.kind == _RESULT and not one.is_draft
    }
    whole = scope(records)
    elected = {organ.village.name for organ in whole.done}
    return whole.only(lambda village: village.name in names & elected)


def _row(organ: Organ) -> VillageRow:
    due, present = organ.electors or (0, 0)
    return VillageRow(
        name=organ.village.name,
        seats=organ.seats,
        candidates=len(organ.candidates),
        elected=len(organ.members),
        due=str(due) if due else "",
        present=str(present) if due else "",
        rate=percent(Fraction(present, due)) if due else "",
    )
