"""``print``: everything that is due, one file for each size of paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, Refused, meant
from gongshi.cli.giving import give, public_of
from gongshi.cli.output import complain, progress, say
from gongshi.cli.shared import (
    checked,
    chosen,
    day_of,
    main,
    open_project,
    say_all,
    with_project,
    with_today,
)

if TYPE_CHECKING:
    from gongshi.check import Checked, CheckedTerm
    from gongshi.model.notice import Published
    from gongshi.publish.posters import PosterRoom
    from gongshi.read.project import Project
    from gongshi.render.printing import Bound


@main.command("print")
@click.argument("villages", metavar="[VILLAGE]...", nargs=-1)
@click.option("--township", default="", metavar="T", help="哪个乡镇（默认全部）")
@click.option("--due", is_flag=True, help="只印这一天要张贴的，不印正在公示的")
@click.option("--out", default="print", metavar="DIR", help="放在哪里（默认 print）")
@with_today
@with_project
def print_due(
    villages: Sequence[str],
    township: str,
    due: bool,
    out: str,
    today: date | None,
    folder: str | None,
) -> int:
    """把该张贴的公告按纸张合成一份文件，前面有清单和份数。

    \b
    VILLAGE 是村（社区）名称，不写就是全部；几个乡镇有同名的，用 --township 写明。
    默认是正在公示的和这一天要张贴的；份数按张贴点表，没有就是一份。
    """
    project, found = open_project(folder)
    say_all(found)
    day = day_of(today)
    towns = list(checked(project, chosen(project, (township,) if township else ()), day))
    names = _villages(towns, villages)
    code, wanted = FINE, False
    for town in towns:
        mine = [one for one in _due(town, day, due) if not names or one.village in names]
        wanted = wanted or bool(mine)
        if mine:
            slug = town.reading.township.slug
            code = max(code, _print(project, town, mine, Path(out) / slug, day))
    if not wanted:
        say(f"{day.isoformat()}没有要张贴的公告")
    return code


@dataclass(frozen=True, slots=True)
class Due:
    """An issued notice that has to hang now, its village and how many are wanted."""

    published: Published
    village: str
    copies: int


def _villages(towns: Sequence[Checked], names: Sequence[str]) -> Sequence[str]:
    """The names, each of a village of just one of the townships."""
    known: dict[str, set[str]] = {}
    for town in towns:
        for village in (one for term in town.terms for one in term.records.villages):
            known.setdefault(village.name, set()).add(town.reading.township.slug)
    for name in names:
        if name not in known:
            raise Refused(f"没有“{name}”这个村（社区）{meant(name, known)}")
        if len(known[name]) > 1:
            several = "、".join(sorted(known[name]))
            raise Refused(f"几个乡镇都有{name}，请用 --township 写明：{several}")
    return names


def _due(town: Checked, day: date, posted_today: bool) -> Iterator[Due]:
    """Issued notices posted on the day, and those in publicity, village by village."""
    from gongshi.life import public

    for term in town.terms:
        found = [one for one in public(term) if _is_due(one, day, posted_today)]
        for village in ("", *(village.name for village in term.records.villages)):
            mine = (one for one in found if one.notice.village == village)
            for one in sorted(mine, key=lambda one: one.notice.dated):
                yield Due(one, village, _copies(term, village))


def _is_due(one: Published, day: date, posted_today: bool) -> bool:
    period = one.notice.publicity
    if one.corrected_by or one.is_tombstone:
        return False
    if one.notice.dated == day:
        return True
    return not posted_today and period is not None and period.start <= day <= period.latest


def _copies(term: CheckedTerm, village: str) -> int:
    spots = [spot for spot in term.records.spots if spot.village == village or not village]
    return sum(spot.copies or 1 for spot in spots) or 1


def _print(project: Project, town: Checked, wanted: list[Due], out: Path, day: date) -> int:
    from gongshi.compose.wording import chinese_date
    from gongshi.publish.posters import PosterRoom
    from gongshi.render.press import MissingGlyphError
    from gongshi.render.printing import pile
    from gongshi.render.sheets import SheetError

    room = PosterRoom(project.root, project.county, town.reading.township)
    try:
        piles = _piles(room, town, wanted)
        title = f"{town.reading.township.name}待张贴公告"
        said = f"{chinese_date(day)}，纸张"
        files = {
            out / f"{day.isoformat()}-{name}.pdf": pile(title, said + name, bound, room.press)
            for name, bound in piles.items()
        }
    except (MissingGlyphError, SheetError) as error:
        complain(str(error))
        return FINDINGS
    public = public_of(town)
    for path, data in files.items():
        give(path, data, public)
    return FINE


def _piles(room: PosterRoom, town: Checked, wanted: list[Due]) -> dict[str, list[Bound]]:
    """The posters by the name of their paper, in the order of the list."""
    from gongshi.render.printing import Bound, paper_name

    kinds = {kind.id: kind for kind in town.kinds.values()}
    piles: dict[str, list[Bound]] = {}
    with progress("合成") as bar:
        for done, one in enumerate(wanted, start=1):
            notice = one.published.notice
            kind = kinds.get(notice.kind)
            sheets = [sheet for sheet in room.sheets_of(kind) if not sheet.always]
            for file in room.draw(one.published, sheets, ("pdf",)):
                row = (one.village or town.reading.township.name, notice.title, notice.number)
                name = paper_name((file.width_mm, file.height_mm))
                piles.setdefault(name, []).append(Bound(file.data, row, one.copies))
            bar.step("", done, len(wanted))
    return piles
