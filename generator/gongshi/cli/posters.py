"""``poster``: a few notices on paper, without building a site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi.check import Checked, check_township
from gongshi.cli.chinese import FINDINGS, FINE, Refused, meant
from gongshi.cli.giving import give, public_of, refuse_private
from gongshi.cli.output import complain, progress, told

if TYPE_CHECKING:
    from gongshi.model.notice import Published
    from gongshi.publish.posters import PosterRoom
    from gongshi.read.project import Project
    from gongshi.render.sheets import Sheet


@dataclass(frozen=True, slots=True)
class Wish:
    """The sheet, none for those of the notice's kind; the formats, none for the sheet's.

    ``paper`` is another size, ``tile`` the paper to be pasted together from, in mm; then
    only PDF is made.  ``mark`` stands across the page.
    """

    sheet: str | None
    formats: Sequence[str] | None
    out: Path
    paper: str = ""
    tile: str = ""
    mark: str = ""


def draw_posters(project: Project, names: Sequence[str], wish: Wish, today: date) -> int:
    """Draw the named notices into ``wish.out/<township>/<term>/<number>/``."""
    from gongshi.publish.posters import PosterRoom
    from gongshi.render.press import MissingGlyphError
    from gongshi.render.sheets import SheetError

    chosen = find_notices(project, names, today)
    refused = False
    with progress("海报") as bar:
        for done, (town, one) in enumerate(chosen):
            folder = wish.out / town.slug / one.notice.term / one.notice.number
            public = public_of(town)
            try:
                room = PosterRoom(project.root, project.county, town.reading.township)
                room.sent_up = town.terms[0].sent_up
                for name, data in _files(room, one, _sheets(room, town, one, wish.sheet), wish):
                    shown = f"{folder / name}{'（草稿）' if one.is_draft else ''}"
                    give(folder / name, data, public, shown)
            except (MissingGlyphError, SheetError) as error:
                complain(f"{one.notice.title}：{error}")
                refused = True
            bar.step("", done + 1, len(chosen))
    return FINDINGS if refused else FINE


def _files(
    room: PosterRoom, one: Published, sheets: Sequence[Sheet], wish: Wish
) -> Iterator[tuple[str, bytes]]:
    """Names and contents: the posters as they are, or on the paper that was asked for."""
    from gongshi.render.printing import resized, tiled

    if not wish.paper and not wish.tile:
        for file in room.draw(one, sheets, wish.formats, wish.mark):
            yield file.name, file.data
        return
    size = size_of(wish.paper) if wish.paper else None
    for sheet in sheets:
        (drawn,) = room.draw(one, [sheet], ("pdf",), wish.mark)
        name = f"{sheet.id}-{wish.paper.lower()}" if wish.paper else sheet.id
        if wish.tile:
            made = tiled(drawn.data, size, size_of(wish.tile), room.press)
            yield f"{name}-tiles-{wish.tile.lower()}.pdf", made
        elif size:
            yield f"{name}.pdf", resized(drawn.data, size, room.press)


def size_of(text: str) -> tuple[float, float]:
    """A size of paper in mm; raises ``Refused`` for what is none."""
    from gongshi.render.printing import PAPERS, paper_size

    try:
        return paper_size(text)
    except ValueError as error:
        known = "、".join(PAPERS)
        raise Refused(f"“{text}”不是纸张，请写 {known}，或宽x高毫米，如 420x594") from error


def find_notices(
    project: Project, names: Sequence[str], today: date
) -> list[tuple[Checked, Published]]:
    """Each named notice with its township, which is checked once.

    Raises ``Refused`` for one that is not there, ``FoundError`` for one that tells too much.
    """
    wanted = [_address(project, name) for name in names]
    towns = {slug: check_township(project, slug, today) for slug, _, _ in wanted}
    found = [(towns[slug], _find(towns[slug], term, number)) for slug, term, number in wanted]
    for town, one in found:
        refuse_private(one, public_of(town))
    return found


def _address(project: Project, name: str) -> tuple[str, str, str]:
    """``yunxi/2026/5`` → township, term, number; the first two may be left out."""
    parts = name.strip("/").split("/")
    if len(parts) > 3 or not all(parts):
        raise Refused(f"“{name}”不是公告，请写成 yunxi/2026/5 的样子")
    number, term, slug = (*reversed(parts), "", "")[:3]
    if not slug:
        if len(project.townships) != 1:
            raise Refused(f"有几个乡镇，“{name}”要写成 yunxi/2026/5 的样子")
        slug = project.townships[0]
    if slug not in project.townships:
        raise Refused(f"没有“{slug}”这个乡镇{meant(slug, project.townships)}")
    return slug, term, number


def _find(town: Checked, term: str, number: str) -> Published:
    """The notice, issued or draft; with no term, the newest that has the number."""
    from gongshi.life import now

    terms = [one for one in town.terms if term in {"", one.records.term.slug}]
    if not terms:
        known = [one.records.term.slug for one in town.terms]
        raise Refused(f"{town.slug} 没有“{term}”这一届，有：{'、'.join(known)}")
    for one in reversed(terms):
        for published in one.published:
            if published.notice.number == number:
                return _whole(now(one, published))
        entry = one.records.entry(number)
        found = next((c for c in one.composed if c.entry is entry and c.findings), None)
        if found is not None:
            raise Refused(f"第 {number} 号公告还写不出来：{told(found.findings[0])}")
    raise Refused(f"{town.slug} 没有第 {number} 号公告")


def _whole(one: Published) -> Published:
    """The notice, unless it may no longer be shown as it was issued."""
    number = one.notice.number
    if one.withdrawn:
        raise Refused(f"第 {number} 号公告已于 {one.withdrawn.isoformat()} 撤回")
    if one.retired:
        day = one.retired.isoformat()
        raise Refused(f"第 {number} 号公告公示期满，从 {day} 起只保留姓名和职务，不再印发")
    return one


def _sheets(room: PosterRoom, town: Checked, one: Published, name: str | None) -> list[Sheet]:
    """The sheet that was asked for, or those of the notice's kind."""
    if name is None:
        kinds = {kind.id: kind for kind in town.kinds.values()}
        return room.sheets_of(kinds.get(one.notice.kind))
    if name not in room.sheets:
        raise Refused(f"没有“{name}”这种纸{meant(name, room.sheets)}，有：{'、'.join(room.sheets)}")
    return [room.sheets[name]]
