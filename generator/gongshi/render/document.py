"""The body of a notice as a tree: the one parse that page, poster and text are drawn from.

In comes the Markdown of a frozen notice, out comes a frozen tree.  Only the subset that
notices use is known here; every other thing Markdown can say (HTML, links, images, code)
is refused, so no value of a table can turn into any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any

import pyromark


class DocumentError(ValueError):
    """The body says something outside the subset; ``what`` is Markdown's name for it."""

    def __init__(self, what: str) -> None:
        """Names what was met."""
        super().__init__(f"正文里有公告不用的标记：{what}")
        self.what = what


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight; a line break is a run of one line feed."""

    text: str
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the text, level 2 (一、) or 3 (（一）)."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True, slots=True)
class List:
    """A list; ``start`` is the first number of an ordered one."""

    ordered: bool
    start: int
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


Block = Heading | Paragraph | List | Table


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a notice's body, in order."""

    blocks: tuple[Block, ...]


def parse(body: str) -> Document:
    """The tree of a Markdown body; raises :class:`DocumentError` outside the subset."""
    events: Events = _parser().events(body)
    return Document(tuple(_blocks(events)))


Events = Iterator[Any]

_LEVELS = {"H2": 2, "H3": 3}


@cache
def _parser() -> pyromark.Markdown:
    return pyromark.Markdown(options=pyromark.Options.ENABLE_TABLES)


def _blocks(events: Events) -> Iterator[Block]:
    """Blocks up to the end of what surrounds them; loose text becomes a paragraph."""
    loose: list[Run] = []
    for event in events:
        if _is_inline(event):
            _inline(event, events, loose)
            continue
        if loose:
            yield Paragraph(_joined(loose))
            loose = []
        if _ends(event):
            return
        yield _block(_started(event), events)
    if loose:
        yield Paragraph(_joined(loose))


def _block(tag: Any, events: Events) -> Block:
    match tag:
        case "Paragraph":
            return Paragraph(_runs(events))
        case {"Heading": {"level": level}} if level in _LEVELS:
            return Heading(_LEVELS[level], _runs(events))
        case {"List": start}:
            return List(start is not None, 1 if start is None else start, _items(events))
        case {"Table": _}:
            return _table(events)
        case _:
            raise DocumentError(_name(tag))


def _items(events: Events) -> tuple[tuple[Block, ...], ...]:
    return tuple(tuple(_blocks(events)) for _ in _until_end(events))


def _table(events: Events) -> Table:
    """Rows of cells; written out, because tables are most of what is parsed."""
    rows: list[tuple[Runs, ...]] = []
    for opened in events:
        if "End" in opened:
            break
        cells: list[Runs] = []
        for event in events:
            if "End" in event:
                break
            cells.append(_cell(events))
        rows.append(tuple(cells))
    return Table(rows[0], tuple(rows[1:]))


def _until_end(events: Events) -> Iterator[Any]:
    """The events that open the parts of a list, table or row, up to its end."""
    for event in events:
        if _ends(event):
            return
        yield event


def _cell(events: Events) -> Runs:
    """A cell, which most often is one text: then no list is made of it."""
    first = next(events)
    if first.__class__ is not dict or "Text" not in first:
        return _runs(chain((first,), events))
    second = next(events)
    return _alone(first["Text"]) if "End" in second else _runs(chain((first, second), events))


def _runs(events: Events) -> Runs:
    """The text up to the end of the paragraph, heading or cell; most cells are one text."""
    runs: list[Run] = []
    for event in events:
        if event.__class__ is dict and "Text" in event:
            runs.append(_run(event["Text"]))
        elif "End" in event:
            break
        else:
            _inline(event, events, runs)
    return _joined(runs) if len(runs) > 1 else tuple(runs)


@lru_cache(maxsize=4096)
def _run(text: str) -> Run:
    """A plain run; the cells of tables say the same few words again and again."""
    return Run(text)


@lru_cache(maxsize=4096)
def _alone(text: str) -> Runs:
    return (_run(text),)


def _inline(event: Any, events: Events, runs: list[Run]) -> None:
    """Adds what one inline event says; a lone line end inside a paragraph says nothing."""
    if event == "HardBreak":
        runs.append(Run("\n"))
    elif isinstance(event, str):
        if event != "SoftBreak":
            raise DocumentError(event)
    else:
        text = event.get("Text")
        if text is not None:
            runs.append(_run(text))
        elif _started(event) == "Strong":
            runs.extend(Run(run.text, run.text != "\n") for run in _runs(events))
        else:
            raise DocumentError(_name(event))


def _joined(runs: list[Run]) -> Runs:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last and last.strong == run.strong and "\n" not in (last.text, run.text):
            joined[-1] = Run(last.text + run.text, run.strong)
        else:
            joined.append(run)
    return tuple(joined)


def _is_inline(event: Any) -> bool:
    if isinstance(event, str):
        return event in ("HardBreak", "SoftBreak")
    return "Text" in event or event.get("Start") == "Strong"


def _started(event: Any) -> Any:
    """The tag that an event opens; raises for an event that opens none (a rule, HTML)."""
    if isinstance(event, str) or "Start" not in event:
        raise DocumentError(_name(event))
    return event["Start"]


def _ends(event: Any) -> bool:
    return isinstance(event, dict) and "End" in event


def _name(event: Any) -> str:
    """Markdown's name for an event: the innermost key that is a word."""
    while isinstance(event, dict):
        key, value = next(iter(event.items()))
        if key not in ("Start", "End"):
            return str(key)
        event = value
    return str(event)
