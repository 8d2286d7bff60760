"""``paper`` and ``papers``: ballots, forms, letters and banners; never part of the site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, Refused, Whole, meant
from gongshi.cli.giving import give, public_in
from gongshi.cli.output import complain, progress, say
from gongshi.cli.shared import (
    day_of,
    main,
    open_project,
    root_of,
    say_all,
    with_project,
    with_today,
)

if TYPE_CHECKING:
    from gongshi.model.finding import Finding
    from gongshi.model.records import Records
    from gongshi.papers import Paper, Stationery, Subject, Wish
    from gongshi.read.project import Project
    from gongshi.render.press import Press

#: Custom sizes in mm; the largest stand in paper.yml.
_SIZE = re.compile(r"(\d{2,5})[x×X*](\d{2,5})")
_SMALLEST = 100


@main.command()
@click.argument("paper", metavar="PAPER")
@click.argument("township", metavar="TOWNSHIP[/TERM]")
@click.option("--village", metavar="V", help="只做一个村（社区）的（默认各村都做）")
@click.option("--out", default="papers", metavar="DIR", help="放在哪里（默认 papers）")
@click.option("--colour", default="", metavar="C", help="选票的颜色，如 粉红（默认白纸）")
@click.option("--size", default="", metavar="S", help="纸张，如 A1，或宽×高毫米，如 6000x700")
@click.option("--round", "number", type=Whole(1, 9), metavar="N", help="第几轮投票（默认最后一轮）")
@with_today
@with_project
def paper(
    paper: str,
    township: str,
    village: str | None,
    out: str,
    colour: str,
    size: str,
    number: int | None,
    today: date | None,
    folder: str | None,
) -> int:
    """做会上、街上用的纸：选票、登记表、主持词、标语……

    \b
    PAPER 是 gongshi papers 列出的名称或代号，如 选票；
    TOWNSHIP 写 yunxi 或 yunxi/2026。只做 PDF，不上网。
    """
    project, found = open_project(folder)
    say_all(found)
    chosen, stationery = _paper(project.root, paper)
    wish = _wish(chosen, stationery, colour, size)
    records = _records(project, township, day_of(today))
    every = list(_subjects(project, chosen, records, village, number or 0))
    order = Order(chosen, wish, stationery, every)
    return _make(project, order, Path(out) / records.township.slug / records.term.slug)


@main.command()
@with_project
def papers(folder: str | None) -> int:
    """列出会上、街上用的纸。"""
    from gongshi.papers.paper import PER_VILLAGE

    known, stationery = _load(root_of(folder))
    for group in stationery.groups:
        say(f"{group}")
        for one in known.values():
            if one.group == group:
                per = "每村一份" if one.scope == PER_VILLAGE else "全镇一份"
                say(f"  {one.id:<22}{one.name}：{one.use}（{per}，{'、'.join(one.sizes)}）")
    say(f"选票颜色：{'、'.join(stationery.colours)}")
    return FINE


@dataclass(frozen=True, slots=True)
class Order:
    """One paper for several villages, or for the township."""

    paper: Paper
    wish: Wish
    stationery: Stationery
    subjects: list[Subject]


def _load(root: Path | None) -> tuple[dict[str, Paper], Stationery]:
    from gongshi import resources
    from gongshi.papers import PaperError, load_papers

    try:
        return load_papers(resources.folders(root or Path("/nowhere"), "themes/papers"))
    except PaperError as error:
        raise Refused(str(error)) from error


def _paper(root: Path, wanted: str) -> tuple[Paper, Stationery]:
    known, stationery = _load(root)
    names = {one.name: one for one in known.values()}
    found = known.get(wanted) or names.get(wanted)
    if found is None:
        near = get_close_matches(wanted, [*names, *known], 1, 0.5)
        hint = f"，是不是“{near[0]}”" if near else "；有哪些，见 gongshi papers"
        raise Refused(f"没有“{wanted}”这种用纸{hint}")
    return found, stationery


def _wish(paper: Paper, stationery: Stationery, colour: str, size: str) -> Wish:
    from gongshi.papers import Wish

    if colour and colour not in stationery.colours:
        known = "、".join(stationery.colours)
        raise Refused(f"没有“{colour}”这种颜色，有：{known}")
    return Wish(size=_size(paper, size), colour=(colour, stationery.colours.get(colour, "")))


def _size(paper: Paper, size: str) -> tuple[float, float]:
    sizes: Mapping[str, tuple[float, float]] = paper.sizes
    if not size:
        return next(iter(sizes.values()))
    if size.upper() in sizes:
        return sizes[size.upper()]
    match = _SIZE.fullmatch(size)
    if match is None or not paper.settings.get("任意尺寸"):
        raise Refused(f"“{paper.name}”没有“{size}”这种纸，有：{'、'.join(sizes)}")
    width, height = int(match[1]), int(match[2])
    widest, highest = paper.settings["任意尺寸"]
    if not (_SMALLEST <= width <= widest and _SMALLEST <= height <= highest):
        most = f"宽 {widest}、高 {highest} 毫米"
        raise Refused(f"--size {size}：最小 {_SMALLEST} 毫米，最大{most}")
    return float(width), float(height)


def _records(project: Project, name: str, today: date) -> Records:
    """The term's records, the last term where none is named."""
    from gongshi.check import check_township

    slug, _, term = name.strip("/").partition("/")
    if slug not in project.townships:
        raise Refused(f"没有“{slug}”这个乡镇{meant(slug, project.townships)}")
    town = check_township(project, slug, today)
    found = [one.records for one in town.terms if term in {"", one.records.term.slug}]
    if not found:
        known = "、".join(one.records.term.slug for one in town.terms)
        raise Refused(f"{slug} 没有“{term}”这一届，有：{known}")
    return found[-1]


def _subjects(
    project: Project, paper: Paper, records: Records, village: str | None, number: int
) -> Iterator[Subject]:
    from gongshi.papers import Subject

    folder = project.root / "notices" / records.township.slug / records.term.slug
    names = [one.name for one in records.villages]
    if village is not None and village not in names:
        raise Refused(f"没有“{village}”这个村（社区）{meant(village, names)}")
    if not paper.per_village:
        yield Subject(records=records, folder=folder)
        return
    if not names:
        raise Refused("村社名册里还没有村（社区）")
    for one in records.villages:
        if village in {None, one.name}:
            yield Subject(records=records, folder=folder, maybe_village=one, round=number)


def _make(project: Project, order: Order, out: Path) -> int:
    """All of them, or none where one lacks something; an election called off is passed by."""
    from gongshi.model.finding import Severity
    from gongshi.render.press import Press

    press = Press(project.root, project.county.fonts)
    made, refused = [], False
    with progress("做纸") as bar:
        for done, subject in enumerate(order.subjects, start=1):
            pdf, findings = _one(order, subject, press)
            skipped = len(order.subjects) > 1 and _called_off(findings)
            say_all(replace(one, severity=Severity.NOTE) if skipped else one for one in findings)
            refused = refused or not (pdf or skipped)
            made += [(out / _name(order.paper, subject), pdf)] if pdf else []
            bar.step("", done, len(order.subjects))
    if refused or not made:
        return FINDINGS
    public = public_in(subject.records for subject in order.subjects)
    for path, pdf in made:
        give(path, pdf, public)
    return FINE


def _called_off(findings: Sequence[Finding]) -> bool:
    from gongshi.compose.problems import CALLED_OFF

    return bool(findings) and all(one.rule == CALLED_OFF.id for one in findings)


def _one(order: Order, subject: Subject, press: Press) -> tuple[bytes, list[Finding]]:
    from gongshi.papers import make
    from gongshi.render.press import MissingGlyphError
    from gongshi.render.sheets import SheetError

    try:
        return make(order.paper, subject, order.wish, order.stationery, press)
    except (MissingGlyphError, SheetError) as error:
        village = subject.maybe_village
        complain(f"{village.name if village else ''}{order.paper.name}：{error}")
        return b"", []


def _name(paper: Paper, subject: Subject) -> Path:
    village = subject.maybe_village
    return Path(village.path if village else "") / f"{paper.id}.pdf"
