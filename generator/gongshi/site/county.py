"""The county's front page: one file of its own that leads to every township's site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongshi.model.notice import Notice, Publicity
from gongshi.model.records import County, Township
from gongshi.site import status
from gongshi.site.content import SiteContent
from gongshi.site.pieces import environment


@dataclass(frozen=True, slots=True)
class Summary:
    """One township on the front page: its notices in number, those open, the newest."""

    township: Township
    total: int
    periods: tuple[Publicity, ...]
    newest: Notice | None


def summary(content: SiteContent) -> Summary:
    """The township's line, ``periods`` being those not over on ``content.today``."""
    items = content.items
    periods = (
        item.notice.publicity
        for item in items
        if item.notice.publicity and status.is_open(item.published, content.today)
    )
    return Summary(content.township, len(items), tuple(periods), items[0].notice if items else None)


def county_page(
    county: County, summaries: Iterable[Summary], today: date, root: Path | None = None
) -> bytes:
    """``dist/index.html``: style, script and all in one file, links to ``<slug>/``.

    ``root`` is the project, which may bring a ``themes/site`` of its own.
    """
    template = environment(root or Path()).get_template("county.html")
    return template.render(county=county, townships=tuple(summaries), today=today).encode()
