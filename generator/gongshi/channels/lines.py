"""The lines of a notice's body for people who read or hear them one by one.

A row of a table is a line of its own, in which every value says what it is unless its
own words do.
"""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.render.document import Block, Document, Heading, List, Paragraph, Runs, Table
from gongshi.render.text import labelled, plain

#: How the values of some columns are said; a value of any other follows its header.
_SAID = {
    **dict.fromkeys(("姓名", "性别", "民族", "学历", "现任职务", "候选人", "当选人"), "{}"),
    **dict.fromkeys(("职务", "政治面貌", "结果", "备注"), "{}"),
    "出生年月": "{}出生",
    "入党时间": "{}入党",
    "拟任职务": "拟任{}",
    **{vote: f"{vote}{{}}票" for vote in ("赞成", "反对", "弃权")},
}
_COUNTING = frozenset({"序号", "排名"})
_EMPTY = frozenset({"", "—", "-", "/", "无"})


def lines(document: Document) -> Iterator[str]:
    """The text in reading order, without marks of lists but with their numbers."""
    for block in document.blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs) | Heading(_, runs):
            yield from plain(runs).split("\n")
        case List():
            for number, item in enumerate(block.items, start=block.start):
                said = (line for part in item for line in _lines(part))
                yield from labelled(f"{number}. " if block.ordered else "", said)
        case Table(header, rows):
            heads = [_tight(cell) for cell in header]
            for number, row in enumerate(rows, start=1):
                yield f"{number}. {_row(heads, row)}"


def _row(heads: list[str], row: tuple[Runs, ...]) -> str:
    pairs = zip(heads, map(_tight, row), strict=True)
    said = (
        _value(head, cell) for head, cell in pairs if head not in _COUNTING and cell not in _EMPTY
    )
    return "，".join(said) + "。"


def _value(head: str, cell: str) -> str:
    # The answer to 是否当选 is 当选 or 未当选, which says it all.
    if head.startswith("是否"):
        return cell
    return _SAID[head].format(cell) if head in _SAID else f"{head}{cell}"


def _tight(cell: Runs) -> str:
    return plain(cell).replace("\n", "").replace("\u3000", "").strip()
