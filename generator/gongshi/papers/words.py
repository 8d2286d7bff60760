"""The words of papers: the notices' templates, and gaps that are filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from gongshi.compose.escape import Markdown, escape
from gongshi.compose.templates import Headings, line_template, tidy

#: One em of a ruled gap; paper.typ draws a line as long as there are such signs.
GAP = "＿"


def gap(length: int = 4) -> Markdown:
    """A gap of so many characters to write in by hand."""
    return Markdown(GAP * length)


def fill(value: object, length: int = 4) -> Markdown:
    """The value, or a gap where it is empty or unknown."""
    known = value is not None and str(value).strip()
    return Markdown(escape(value)) if known else gap(length)


def body(template: Any, facts: Mapping[str, object]) -> str:
    """The Markdown of one paper; raises ``BlankError`` and Jinja's own errors."""
    headings = Headings()
    text = template.render(facts, section=headings.section, part=headings.part, gap=gap, fill=fill)
    return tidy(text)


def line(text: str, facts: Mapping[str, object]) -> str:
    """A title or a signature from its template; empty where there is none."""
    return line_template(text).render(facts) if text else ""
