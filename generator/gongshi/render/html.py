"""A notice's text as HTML: every character is escaped, every tag is written here."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from gongshi.render.document import Block, Document, Heading, List, Paragraph, Runs, Table
from gongshi.render.name_lists import names_of

#: A stretch of Chinese with the marks and figures inside it and the hours behind it, in HTML
#: whose tags have none.
_CHINESE = re.compile(r"[《〈（]?[{han}](?:[{han}{marks}\d“”]*[{han}{marks}])?{hours}".format(
    han=r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af", marks=r"\u3001-\u3020\uff01-\uff1f",
    hours=r"(?: ?\d{1,2}:\d\d(?:[—，、]\d{1,2}:\d\d)*)?",
))  # fmt: skip
#: Whether a text holds a character that HTML reads; most cells of a table hold none.
_MARKED = re.compile("[&<>\"']").search


def to_html(document: Document, *, below: int = 0) -> str:
    """The document as an HTML fragment: h2, h3, p, ol, ul, table, strong, br, nothing else.

    Headings stand ``below`` levels lower than they are.
    """
    return "".join(_block(block, below) for block in document.blocks)


def chinese_marked(html: str) -> str:
    """HTML of ours in another language, what is Chinese in it marked and kept in its order."""
    return _CHINESE.sub(r'<bdi lang="zh-Hans">\g<0></bdi>', html)


def _block(block: Block, below: int = 0) -> str:
    match block:
        case Paragraph(runs):
            lists = ' class="names"' if names_of(runs) else ""
            return f"<p{lists}>{_runs(runs)}</p>\n"
        case Heading(level, runs):
            return f"<h{level + below}>{_runs(runs)}</h{level + below}>\n"
        case List():
            return _list(block)
        case Table():
            return _table(block)


def _list(block: List) -> str:
    tag = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    items = "".join(f"<li>{_item(item)}</li>\n" for item in block.items)
    return f"<{tag}{start}>\n{items}</{tag}>\n"


def _item(blocks: tuple[Block, ...]) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _runs(blocks[0].runs)
    return "".join(_block(block) for block in blocks)


def _table(table: Table) -> str:
    head = "".join([f'<th scope="col">{_runs(cell)}</th>' for cell in table.header])
    rows = "".join(
        [f"<tr><td>{'</td><td>'.join(map(_runs, row))}</td></tr>\n" for row in table.rows]
    )
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _runs(runs: Runs) -> str:
    if len(runs) == 1:
        return _run(runs[0].text, runs[0].strong)
    return "".join(_run(run.text, run.strong) for run in runs)


@lru_cache(maxsize=4096)
def _run(text: str, strong: bool) -> str:
    """Cells of tables say the same few words again and again."""
    if text == "\n":
        return "<br>"
    safe = escape(text) if _MARKED(text) else text
    return f"<strong>{safe}</strong>" if strong else safe
