"""YAML as text with places: scalars stay what was typed, nothing is built or followed.

``0571``, ``no`` and ``12:30`` remain text; anchors, aliases, tags, repeated keys, depth
and size are refused, because settings are data written by hand and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.read import problems_files as problems
from gongshi.read.text import shown, wrong_character

MAX_CHARACTERS = 500_000
MAX_DEPTH = 8

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was typed, without quotes."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Nodes by key, in the order of the file, and the line of each key."""

    items: dict[str, Node]
    keys: dict[str, Place]
    place: Place


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    """Stops the parse; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The document's root node, or none with findings; an empty file gives neither."""
    if len(text) > MAX_CHARACTERS:
        return None, [problems.Y007.at(Place(file), f"文件超过{MAX_CHARACTERS // 10000}万字")]
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        message = f"第{line}行{wrong_character(control[0])}"
        return None, [problems.Y008.at(Place(file, "", str(line)), message)]
    try:
        return _document(_events(text.removeprefix("\ufeff"), file), file), []
    except _RefusedError as refused:
        return None, [refused.finding]
    except yaml.YAMLError as error:
        return None, [_syntax(error, text, file)]


def _syntax(error: yaml.YAMLError, text: str, file: str) -> Finding:
    mark = getattr(error, "problem_mark", None)
    line = mark.line if mark else 0
    problem = str(getattr(error, "problem", "") or getattr(error, "reason", ""))
    lines = text.splitlines()
    message = f"第{line + 1}行不合 YAML 的写法"
    if "\\t" in problem or "tab" in problem or (line < len(lines) and "\t" in lines[line]):
        message = f"第{line + 1}行用了制表符"
    return problems.Y001.at(Place(file, "", str(line + 1)), message)


def _events(text: str, file: str) -> Iterator[Any]:
    events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
    for event in events:
        place = Place(file, "", str(event.start_mark.line + 1))
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(problems.Y002.at(place, "用了引用（*）"))
        if getattr(event, "anchor", None):
            raise _RefusedError(problems.Y002.at(place, f"用了锚点 &{shown(event.anchor)}"))
        if getattr(event, "tag", None):
            raise _RefusedError(problems.Y002.at(place, "用了类型标记（!）"))
        if isinstance(event, yaml.DocumentStartEvent) and (event.version or event.tags):
            raise _RefusedError(problems.Y002.at(place, "用了 YAML 指令（%）"))
        yield event


def _document(events: Iterator[Any], file: str) -> Node | None:
    root: Node | None = None
    for event in events:
        place = Place(file, "", str(event.start_mark.line + 1))
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _RefusedError(problems.Y001.at(place, "一个文件里有两份内容（---）"))
            root = _node(next(events), events, file, 1)
    return None if isinstance(root, Scalar) and not root.text else root


def _node(event: Any, events: Iterator[Any], file: str, depth: int) -> Node:
    place = Place(file, "", str(event.start_mark.line + 1))
    if depth > MAX_DEPTH:
        raise _RefusedError(problems.Y007.at(place, f"缩进超过{MAX_DEPTH}层"))
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(_allowed(event.value, place), place)
    if isinstance(event, yaml.SequenceStartEvent):
        return Sequence(tuple(_items(events, file, depth)), place)
    return _mapping(events, file, depth, place)


def _items(events: Iterator[Any], file: str, depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield _node(event, events, file, depth + 1)


def _mapping(events: Iterator[Any], file: str, depth: int, place: Place) -> Mapping:
    items: dict[str, Node] = {}
    keys: dict[str, Place] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, file, depth + 1)
        if not isinstance(key, Scalar):
            raise _RefusedError(problems.Y006.at(key.place, "键应是一个词，不能是列表"))
        if key.text in items:
            first = keys[key.text].cell
            message = f"键「{shown(key.text)}」写了两次，第一次在第{first}行"
            raise _RefusedError(problems.Y003.at(key.place, message))
        keys[key.text] = key.place
        items[key.text] = _node(next(events), events, file, depth + 1)
    return Mapping(items, keys, place)


def _allowed(text: str, place: Place) -> str:
    text = text.replace("\t", " ")
    if wrong := wrong_character(text):
        raise _RefusedError(problems.Y008.at(place, f"「{shown(text)}」里{wrong}"))
    return text
