"""The search index, made from the model in the format of Material's search script."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import chain
from typing import Any
from urllib.parse import quote

from gongshi.render.document import Document, parse
from gongshi.render.text import to_text
from gongshi.site.content import Item, SiteContent
from gongshi.site.pages import term_label
from gongshi.site.pieces import kind_path, one_line
from gongshi.site.words import SEPARATOR, Cutter

_CONFIG = {
    "lang": ["en"],
    "separator": SEPARATOR,
    "pipeline": [],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an entry leads below the site, its title, its text and its weight."""

    location: str
    title: str
    text: str
    boost: float = 1.0


def search_index(content: SiteContent, *entries: Iterable[Entry]) -> bytes:
    """``search_index.json``: villages and kinds, then hand-written pages and notices."""
    docs = [_doc(entry, content.cutter) for entry in chain(_lists(content), *entries)]
    index: dict[str, Any] = {"config": _CONFIG, "docs": docs}
    return one_line(index).encode()


def _doc(entry: Entry, cutter: Cutter) -> dict[str, Any]:
    doc: dict[str, Any] = {
        "location": entry.location,
        "title": cutter.cut(_safe(entry.title)),
        "text": cutter.cut(_safe(entry.text)),
    }
    return doc if entry.boost == 1.0 else doc | {"boost": entry.boost}


def as_script(index: bytes) -> bytes:
    """The same as a script, for a site opened from a disk, where pages cannot fetch."""
    return b"var __index=" + index + b";\n"


def notice_entry(content: SiteContent, item: Item, tree: Document) -> Entry:
    """The entry of a notice: its whole text, who signed it and its check code."""
    notice = item.notice
    facts = f"{item.village} {notice.kind_title} {notice.document_number} {notice.issuer}"
    code = item.published.check_code
    said = "".join(
        f"{one.title} {to_text(parse(one.body))} {one.issuer} " for one in notice.translations
    )
    text = to_text(tree)
    names = " ".join(_other_names(content, text))
    return Entry(f"{item.url}index.html", notice.title, f"{facts} {text} {said}{code} {names}")


def _other_names(content: SiteContent, text: str) -> Iterator[str]:
    """How else the people of a text are looked for: 艾合买提; 家瑞, where 𬱖 is hard to type."""
    pairs = {text[n : n + 2] for n in range(len(text) - 1)} if content.people else set[str]()
    starts = sorted(pairs & content.people.keys())
    for name in (one for start in starts for one in content.people[start] if one in text):
        _, *rest = name.split("·")
        if rest:
            yield from (name.replace("·", "•"), *rest)
        elif len(name) > 2:
            yield name[-2:]


def _lists(content: SiteContent) -> Iterator[Entry]:
    for village in content.villages:
        title = f"{village.name}（{term_label(content, village.term)}）"
        text = f"{village.name}的公告，共{village.count}份"
        yield Entry(f"{village.url}index.html", title, text)
    kinds = {item.notice.kind: item.notice.kind_title for item in content.items}
    for kind, title in sorted(kinds.items()):
        yield Entry(f"{quote(kind_path(kind))}index.html", title, f"全部{title}")


def written_entry(location: str, title: str, html: str) -> Entry:
    """The entry of a hand-written page, which comes after the notices."""
    return Entry(location, title, unescape(_TAG.sub(" ", html)), boost=0.1)


def _safe(value: str) -> str:
    """The search script puts titles and texts into the page as HTML."""
    return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
