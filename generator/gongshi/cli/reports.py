"""``report``: the figures of townships and of the county."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, Refused, Words, meant
from gongshi.cli.giving import give, public_in
from gongshi.cli.output import complain, say, say_json, told
from gongshi.cli.shared import (
    chosen,
    day_of,
    main,
    open_project,
    say_all,
    with_project,
    with_today,
)

if TYPE_CHECKING:
    from gongshi.model.finding import Finding
    from gongshi.model.records import Records
    from gongshi.read.project import Project
    from gongshi.report.report import Made


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option("--term", metavar="T", help="哪一届（默认每种机构最近的一届）")
@click.option("--out", metavar="DIR", help="文件放在哪里（表格默认 reports）")
@click.option(
    "--format",
    "form",
    type=Words("text", "xlsx", "csv", "json"),
    default="text",
    metavar="text|xlsx|csv|json",
    help="总结用的文字，上报用的表格，或给程序用的 JSON",
)
@with_today
@with_project
def report(
    townships: Sequence[str],
    term: str | None,
    out: str | None,
    form: tuple[str, ...],
    today: date | None,
    folder: str | None,
) -> int:
    """统计一届换届的数字。

    不写乡镇就统计全部乡镇，并且合计全县。比例都写明基数，一律四舍五入。
    """
    from gongshi.report.report import county
    from gongshi.report.report import township as made_of

    project, found = open_project(folder)
    day, slugs = day_of(today), chosen(project, townships)
    made = []
    every: list[Records] = []
    for slug in slugs:
        records, terms, findings = terms_of(project, slug, term)
        found += findings
        every += terms
        made += [made_of(one, terms, day) for one in records]
    if not townships:
        made += county(project.county.name, made, day)
    _give(project, made, form[0], out, public_in(every))
    return _end([*found, *(finding for one in made for finding in one.findings)])


def terms_of(
    project: Project, slug: str, term: str | None
) -> tuple[tuple[Records, ...], tuple[Records, ...], list[Finding]]:
    """The terms asked for (of each body the last, unless named), all terms, reading's errors."""
    from gongshi.model.finding import errors
    from gongshi.read.township import read_township
    from gongshi.report.roster import current

    reading = read_township(project, slug)
    if not reading.terms:
        say_all(reading.findings)
        raise Refused(f"{slug} 还没有一届的资料，要有一个文件夹，里面有 term.yml")
    found = errors(reading.findings)
    if term is None:
        return current(reading.terms), reading.terms, found
    named = {records.term.slug: records for records in reading.terms}
    if term not in named:
        raise Refused(f"{slug} 没有“{term}”这一届{meant(term, named)}")
    return (named[term],), reading.terms, found


def give_files(
    project: Project, files: Iterable[tuple[str, bytes]], out: str, public: frozenset[str]
) -> None:
    """Write files into a folder that holds none of the project's own, and say which."""
    from gongshi.cli.building import out_folder

    target = out_folder(project, out)
    for name, data in files:
        give(target / name, data, public, str(Path(out) / name))


def _give(
    project: Project, made: Sequence[Made], form: str, out: str | None, public: frozenset[str]
) -> None:
    if out is not None or form in ("xlsx", "csv"):
        files = (file for one in made for file in one.files(form))
        give_files(project, files, "reports" if out is None else out, public)
    elif form == "json":
        say_json([one.as_json() for one in made])
    else:
        for number, one in enumerate(made):
            for line in ["", *one.text.splitlines()][number == 0 :]:
                say(line)


def _end(found: Sequence[Finding]) -> int:
    from gongshi.model.finding import errors

    for finding in found:
        complain(told(finding), plain=True)
    return FINDINGS if errors(list(found)) else FINE
