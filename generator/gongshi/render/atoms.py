"""Text in stretches for the sheet: those that no line may break are marked as kept.

Numbers stay with their units, a year with its month, a number with its brackets: the
standards ask that 数字、年份 are never carried over to the next line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from gongshi.render.document import Runs

#: A run for the sheet: ``t`` text; ``k`` kept on one line, ``g`` with a loose joint after
#: it; ``b`` heavy; or ``br``, a line break.
Atom = dict[str, Any]

_UNITS = "年月日时分秒号人名票份个条项天届次轮岁周元%％"
_KEPT = re.compile(
    r"\d{4}年\d{1,2}月"
    r"|〔\d+〕\d*号?"
    rf"|第?\d[\d.,:：/\-—–]*(?:周岁|[{_UNITS}])?"
    r"|[A-Za-z][\w.@:/?=&%+\-]*"
)

#: A kept stretch longer than this would tear the line before it.
_LONGEST = 24


def atoms(runs: Runs) -> list[Atom]:
    """The runs of a paragraph, heading or cell as the sheet gets them."""
    return [atom for run in runs for atom in _of(run.text, run.strong)]


def _of(text: str, strong: bool) -> Iterator[Atom]:
    if text == "\n":
        yield {"t": "", "br": True}
        return
    parts = [*stretches(text), ("", False)]
    for (part, kept), (after, _) in pairwise(parts):
        yield {
            "t": part,
            **({"k": True} if kept else {}),
            **({"g": True} if kept and after[:1].isalnum() else {}),
            **({"b": True} if strong else {}),
        }


def stretches(text: str) -> Iterator[tuple[str, bool]]:
    """Parts of the text in order, each with whether it must not be broken."""
    end = 0
    for match in _KEPT.finditer(text):
        kept = match.group()
        if not 1 < len(kept) <= _LONGEST:
            continue
        if match.start() > end:
            yield text[end : match.start()], False
        yield kept, True
        end = match.end()
    if end < len(text):
        yield text[end:], False


def name_atoms(name: str, limit: int = 8) -> list[Atom]:
    """A name that breaks after its dots only; no line begins with one of them.

    Parts of more than ``limit`` characters may break anywhere but before their end.
    """
    parts = re.findall(r"[^·]+·?|·", name)
    return [atom for part in parts for atom in _name_part(part, limit)]


def _name_part(part: str, limit: int) -> list[Atom]:
    if len(part) <= limit:
        return [{"t": part, "k": True}]
    return [{"t": part[:-2]}, {"t": part[-2:], "k": True}]
