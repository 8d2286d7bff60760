"""The office's own pages: one HTML file each, with everything in it, marked 内部.

They are no part of any site.  The templates lie in ``themes/office`` and escape every
value.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from gongshi import resources
from gongshi.compose.wording import chinese_date
from gongshi.report.diary import Diary
from gongshi.report.progress import Progress, papers, table
from gongshi.report.today import Task


def today_page(project: Path, day: date, townships: Sequence[tuple[str, Sequence[Task]]]) -> str:
    """The tasks of the day: ``townships`` gives each township's name with its tasks."""
    shown = [
        (
            name,
            [(village, list(own)) for village, own in groupby(tasks, lambda task: task.village)],
            len(tasks),
        )
        for name, tasks in townships
    ]
    template = _environment(project).get_template("today.html")
    return template.render(day=chinese_date(day), townships=shown)


def progress_page(project: Path, diary: Diary, found: Progress) -> str:
    """The report of the day or week, the progress table and the papers."""
    sheets = (table(found), papers(found.records, found.day))
    return _environment(project).get_template("progress.html").render(diary=diary, sheets=sheets)


@cache
def _environment(project: Path) -> Environment:
    """The project's ``themes/office``, else the program's."""
    return Environment(
        loader=FileSystemLoader(resources.folders(project, "themes/office")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
