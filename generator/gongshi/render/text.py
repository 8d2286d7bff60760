"""A notice's text as plain lines: for search, for reading out and for comparing with paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from gongshi.render.document import Block, Document, Heading, List, Paragraph, Runs, Table


def to_text(document: Document) -> str:
    """One line a paragraph, list item or table row (cells parted by tabs)."""
    return "".join(f"{line}\n" for block in document.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield from plain(runs).split("\n")
        case List():
            for number, item in enumerate(block.items, start=block.start):
                said = (line for part in item for line in _lines(part))
                yield from labelled(f"{number}. " if block.ordered else "", said)
        case Table(header, rows):
            for row in (header, *rows):
                yield "\t".join([_flat(cell) for cell in row])


def labelled(label: str, lines: Iterable[str]) -> Iterator[str]:
    """Lines of an item of a list, the first behind its label."""
    for number, line in enumerate(lines):
        yield line if number else label + line


def _flat(cell: Runs) -> str:
    """A cell on one line; a line break is a run of its own, so one run has none."""
    return cell[0].text if len(cell) == 1 else plain(cell).replace("\n", " ")


def plain(runs: Runs) -> str:
    """The characters of some runs, line breaks included."""
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
