"""``progress`` and ``today``: how far the villages are, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, Refused
from gongshi.cli.giving import give, public_in
from gongshi.cli.output import say
from gongshi.cli.reports import give_files, terms_of
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
    from gongshi.model.records import Records
    from gongshi.read.project import Project
    from gongshi.report.diary import Diary
    from gongshi.report.progress import Progress
    from gongshi.report.today import Task


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option("--weekly", is_flag=True, help="每周小结（默认当天的日报）")
@click.option("--out", metavar="DIR", help="连进度表、资料清单一起存成文件")
@with_today
@with_project
def progress(
    townships: Sequence[str],
    weekly: bool,
    out: str | None,
    today: date | None,
    folder: str | None,
) -> int:
    """日报、每周小结和进度表。

    进度从时间表、全程纪实、会议情况、公告登记簿得出。
    """
    from gongshi.report.diary import diary
    from gongshi.report.progress import progress as progress_of

    project, found = open_project(folder)
    day = day_of(today)
    texts = []
    for slug in chosen(project, townships):
        terms, _, findings = terms_of(project, slug, None)
        found += findings
        for records in terms:
            table, told = progress_of(records, day), diary(records, day, weekly=weekly)
            texts.append(told.text)
            if out is not None:
                stem = f"{slug}-{records.term.slug}-进度-{day}"
                give_files(project, _files(project, stem, told, table), out, public_in(terms))
    for line in "\n".join(texts).splitlines() if out is None else ():
        say(line)
    say_all(found)
    return FINDINGS if found else FINE


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option("--html", metavar="FILE", help="存成一个内部网页，可以打印")
@with_today
@with_project
def today(
    townships: Sequence[str], html: str | None, today: date | None, folder: str | None
) -> int:
    """今天要办的事：张贴、取下、催办、决定、会议。

    按村列出；过了日子还没有办的标明过期。
    """
    from gongshi.report.pages import today_page

    project, found = open_project(folder)
    day = day_of(today)
    lists = []
    every: list[Records] = []
    for slug in chosen(project, townships):
        terms, _, findings = terms_of(project, slug, None)
        found += findings
        every += terms
        lists += [(one.term.title, _tasks(project, slug, one, day)) for one in terms]
    if html is not None:
        path = _inside(project, html)
        give(path, today_page(project.root, day, lists).encode(), public_in(every), html)
    else:
        for number, (name, tasks) in enumerate(lists):
            _say_tasks(name, tasks, day, first=number == 0)
    say_all(found)
    return FINDINGS if found else FINE


def _tasks(project: Project, slug: str, records: Records, day: date) -> Sequence[Task]:
    from gongshi.issue.chain import load_issued
    from gongshi.report.today import tasks

    issued, _ = load_issued(project.root / "notices" / slug / records.term.slug)
    return tasks(records, frozenset(one.notice.number for one in issued), day)


def _say_tasks(name: str, tasks: Sequence[Task], day: date, *, first: bool) -> None:
    if not first:
        say()
    count = f"有 {len(tasks)} 件事要办" if tasks else "没有要办的事"
    say(f"{name}：{day} {count}。")
    for village, own in groupby(tasks, lambda task: task.village):
        say(village or "全镇（街道）")
        for task in own:
            say(f"  {task.verb}：{'【过期】' if task.late else ''}{task.text}")


def _files(
    project: Project, stem: str, told: Diary, table: Progress
) -> Iterator[tuple[str, bytes]]:
    """The report as text and page, the tables as one workbook."""
    from gongshi.report.pages import progress_page
    from gongshi.report.progress import papers
    from gongshi.report.progress import table as sheet_of
    from gongshi.report.workbook import workbook

    sheets = [sheet for sheet in (sheet_of(table), papers(table.records, table.day)) if sheet.rows]
    yield f"{stem}.txt", told.text.encode("utf-8")
    yield f"{stem}.xlsx", workbook(sheets)
    yield f"{stem}.html", progress_page(project.root, told, table).encode("utf-8")


def _inside(project: Project, name: str) -> Path:
    """Where the office's page goes: never among sources or into the public site."""
    path, root = Path(name).resolve(), project.root.resolve()
    closed = [root / folder for folder in ("notices", "themes", "site_src", "dist", ".gongshi")]
    if path.is_dir() or any(path.is_relative_to(folder) for folder in closed):
        raise Refused(f"--html 不能是 {name}：那里是项目的文件或者对外的网站")
    return path
