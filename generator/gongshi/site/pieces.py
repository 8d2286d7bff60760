"""The templates of a site's pages, and the pieces that many pages share.

A piece is made once for the same few things: a day, a status, the way to a village.
"""

from __future__ import annotations

import json
from collections.abc import Hashable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote as quoted

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from gongshi import resources
from gongshi.compose.wording import chinese_date
from gongshi.life import Event
from gongshi.model.records import Contacts
from gongshi.site import status

#: Addresses are quoted again and again.
quote = lru_cache(maxsize=4096)(quoted)
#: JSON on one line.  One encoder for all: ``json.dumps`` would make one for each value, and
#: one that sets out indents is Python's slow one.
one_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@cache
def template(root: Path, name: str) -> Template:
    """One of the templates, looked up once."""
    return environment(root).get_template(name)


@cache
def environment(project: Path) -> Environment:
    """The templates of the project's ``themes/site/content``, else of the program's."""
    own = resources.folders(project, "themes/site/content")
    folders = own + resources.folders(project, "themes/site/overrides/assets/gongshi")
    made = Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "chinese": lru_cache(chinese_date),
        "period": status.full_period,
        "status": status.status,
        "size": size,
        "quote": quote,
    }
    made.globals["kind_path"] = kind_path
    return made


def size(count: int) -> str:
    """``86 kB``, ``1.2 MB``: thousands, as browsers and print shops count."""
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def kind_path(kind: str) -> str:
    """``kinds/candidates/``."""
    return f"kinds/{kind}/"


@lru_cache(maxsize=4096)
def piece(root: Path, macro: str, *given: Hashable) -> Markup:
    """What a macro says of the same few things that many notices share."""
    macros: Any = template(root, "macros.html").module
    said: Markup = getattr(macros, macro)(*given)
    return said


@lru_cache(maxsize=4096)
def event_row(event: Event) -> Markup:
    """A line of a notice's life; many notices share a day."""
    row = '<li><time datetime="{}">{}</time> {}</li>\n'
    return Markup(row).format(  # noqa: S704 — format escapes what it fills in
        event.day.isoformat(), chinese_date(event.day), event.what
    )


@lru_cache(maxsize=4)
def contacts_html(root: Path, contacts: Contacts) -> Markup:
    """Who answers and where objections go: the same on every page of an election."""
    return Markup(environment(root).get_template("contacts.html").render(c=contacts))  # noqa: S704
