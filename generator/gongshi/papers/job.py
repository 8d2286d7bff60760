"""What paper.typ is told: plain data, turned to JSON for Typst; nothing is pasted in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, is_dataclass
from typing import Any

from gongshi.papers.words import GAP
from gongshi.render.atoms import Atom, atoms
from gongshi.render.document import Block, Heading, List, Paragraph, Run, Runs, Table, parse

_GAPS = re.compile(f"({GAP}+)")


def blocks(markdown: str) -> list[dict[str, Any]]:
    """The body as blocks for paper.typ, gaps as ``{"gap": length}``."""
    return [_block(block) for block in parse(markdown).blocks]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            return {"kind": "paragraph", "runs": _runs(runs)}
        case Heading(level, runs):
            return {"kind": "heading", "level": level, "runs": _runs(runs)}
        case List(ordered, start, items):
            listed = [[_block(part) for part in item] for item in items]
            return {"kind": "list", "ordered": ordered, "start": start, "items": listed}
        case Table(header, rows):
            cells = [[_runs(cell) for cell in row] for row in rows]
            return {"kind": "table", "header": [_runs(cell) for cell in header], "rows": cells}


def _runs(runs: Runs) -> list[Atom]:
    return [atom for run in runs for atom in _with_gaps(run)]


def _with_gaps(run: Run) -> Iterator[Atom]:
    for part in _GAPS.split(run.text):
        if part.startswith(GAP):
            yield {"t": "", "gap": len(part)}
        elif part:
            yield from atoms((Run(part, run.strong),))


def plain(value: object) -> Any:
    """A fact as JSON: dataclasses as mappings, tuples as lists."""
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    return value


def texts_in(data: object, key: str = "") -> Iterator[str]:
    """Every text of the data that may be printed; pictures and settings of fonts are none."""
    if key in {"jpeg", "fonts"}:
        return
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for name, one in data.items():
            yield from texts_in(one, name)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from texts_in(one, key)
