"""The blocks of a text as plain data for a sheet; each language sets their parts its own way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gongshi.render.document import Block, Document, Heading, List, Paragraph, Runs, Table
from gongshi.render.name_lists import names_of


@dataclass(frozen=True, slots=True)
class Ways:
    """How a name of a list of names, a line of text and a table become data."""

    name: Callable[[str], dict[str, Any]]
    line: Callable[[Runs], dict[str, Any]]
    table: Callable[[Table], dict[str, Any]]


def blocks_of(document: Document, ways: Ways) -> list[dict[str, Any]]:
    """Every block with its ``kind``, in order."""
    return [_block(block, ways) for block in document.blocks]


def _block(block: Block, ways: Ways) -> dict[str, Any]:
    match block:
        case Paragraph(runs):
            if names := names_of(runs):
                return {"kind": "names", "names": list(map(ways.name, names))}
            return {"kind": "paragraph", **ways.line(runs)}
        case Heading(level, runs):
            return {"kind": "heading", "level": level, **ways.line(runs)}
        case List(ordered, start, items):
            return {
                "kind": "list",
                "ordered": ordered,
                "start": start,
                "items": [[_block(part, ways) for part in item] for item in items],
            }
        case Table():
            return ways.table(block)
