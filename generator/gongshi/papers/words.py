"""The words of papers: the notices' templates, and gaps that are filled in by hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongshi.compose.escape import Markdown, escape
from gongshi.compose.templates import Headings, body_environment, line_template

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

#: One em of a ruled gap; paper.typ draws a line as long as there are such signs.
GAP = "＿"
_SPARE_LINES = re.compile(r"\n{3,}")


def gap(length: int = 4) -> Markdown:
    """A gap of so many characters to write in by hand."""
    return Markdown(GAP * length)


def fill(value: object, length: int = 4) -> Markdown:
    """The value, or a gap where it is empty or unknown."""
    known = value is not None and str(value).strip()
    return Markdown(escape(value)) if known else gap(length)


def environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """The environment of the papers' templates, found in the first folder that has them."""
    return body_environment(folders)


def body(template: Any, facts: Mapping[str, object]) -> str:
    """The Markdown of one paper; raises ``BlankError`` and Jinja's own errors."""
    headings = Headings()
    text = template.render(facts, section=headings.section, part=headings.part, gap=gap, fill=fill)
    return _SPARE_LINES.sub("\n\n", text).strip()


def line(text: str, facts: Mapping[str, object]) -> str:
    """A title or a signature from its template; empty where there is none."""
    return line_template(text).render(facts) if text else ""
