"""All townships of a county, and its front page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi import disk
from gongshi.publish.outcome import Options, Outcome, State
from gongshi.publish.record import read_record, summary_from
from gongshi.publish.township import build_township
from gongshi.publish.workers import Died, Tell, run

if TYPE_CHECKING:
    from gongshi.read.project import Project


def build(
    project: Project, slugs: Sequence[str], today: date, options: Options, tell: Tell
) -> list[Outcome]:
    """Build townships, some at a time, then the county page; outcomes in order.

    One township's trouble never stops another.  ``tell`` hears (slug, done, total).
    """
    results = run(slugs, partial(_one, project.root, today, options), options.jobs, tell)
    outcomes = [_died(result) if isinstance(result, Died) else result for result in results]
    if any(outcome.state in {State.PUBLISHED, State.UNCHANGED} for outcome in outcomes):
        with disk.lock(project.root / ".gongshi" / "county.lock", wait=True):
            _county_page(project, today, options.out)
    return outcomes


def _one(root: Path, today: date, options: Options, slug: str, tell: Tell) -> Outcome:
    """One township; what the machine does to it stays with it."""
    from gongshi.read.project import read_project

    try:
        project, _ = read_project(root)
        return build_township(project, slug, today, options, partial(tell, slug))
    except OSError as error:
        reason = disk.reason(error)
    except Exception as error:
        reason = f"程序内部出错（{type(error).__name__}: {error}）"
    return Outcome(slug=slug, state=State.FAILED, reason=reason)


def _died(died: Died) -> Outcome:
    return Outcome(slug=died.part, state=State.FAILED, reason="处理它的进程意外结束")


def _county_page(project: Project, today: date, out: Path) -> None:
    """``index.html`` over all townships that are published, rewritten only when it changes."""
    from gongshi.site.build import county_page

    records = [read_record(out / slug) for slug in project.townships]
    summaries = [summary_from(record.summary) for record in records if record]
    if not summaries:
        return
    page = county_page(project.county, summaries, today, project.root)
    path = out / "index.html"
    if not path.is_file() or path.read_bytes() != page:
        disk.write(path, page)
