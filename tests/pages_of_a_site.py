"""What a browser would make of a finished page, for tests: tree, text and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr")
_BLOCKS = re.compile("p|li|h[1-4]|t[dhr]|d[dt]|div|section|table|caption|br")
_ADDRESSES = {"href", "src", "srcset", "action", "poster", "data", "xlink:href"}


@dataclass
class Element:
    """An element with its children; text is a child of its own."""

    tag: str
    attributes: tuple[tuple[str, str], ...] = ()
    children: list[Element | str] = field(default_factory=list)

    def all(self, tag: str = "") -> list[Element]:
        """The elements below, in order, all or those with the tag."""
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child, *child.all()]
        return [element for element in found if not tag or element.tag == tag]

    def structure(self) -> list[Element]:
        """The elements right below; where a line may end follows the words and is none."""
        elements = [child for child in self.children if isinstance(child, Element)]
        return [element for element in elements if element != Element("wbr")]

    def first(self, class_name: str) -> Element:
        """The first element below that has the class."""
        for element in self.all():
            if class_name in dict(element.attributes).get("class", "").split():
                return element
        raise LookupError(class_name)

    def text(self) -> str:
        """The text below, blocks apart."""
        inner = "".join(c if isinstance(c, str) else c.text() for c in self.children)
        return f"\n{inner}\n" if _BLOCKS.fullmatch(self.tag) else inner

    def chunks(self) -> list[str]:
        """The text of each block, without white space, in order, no empty ones."""
        bare = (re.sub(r"\s", "", line) for line in self.text().split("\n"))
        return [line for line in bare if line]


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, tuple((name, value or "") for name, value in attrs))
        self.open[-1].children.append(element)
        if not _VOID.fullmatch(tag):
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if not _VOID.fullmatch(tag):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        depths = [n for n, element in enumerate(self.open) if element.tag == tag]
        if depths:
            del self.open[depths[-1] :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        self.handle_starttag("br", [("comment", data)])

    def handle_pi(self, data: str) -> None:
        self.handle_starttag("br", [("instruction", data)])

    def unknown_decl(self, data: str) -> None:
        self.handle_starttag("br", [("declaration", data)])


def tree(html: str) -> Element:
    """The page as a tree."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    return builder.root


def addresses(page: Element) -> list[tuple[str, str, str]]:
    """Every address in the page as (tag, attribute, address)."""
    return [
        (element.tag, name, value)
        for element in page.all()
        for name, value in element.attributes
        if name in _ADDRESSES
    ]


def broken_links(site: Path) -> list[str]:
    """Links of the HTML pages below ``site`` that lead to no file or to no such part."""
    pages = {path: tree(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    parts = {
        path: {v for element in page.all() for k, v in element.attributes if k in {"id", "name"}}
        for path, page in pages.items()
    }
    broken = []
    for path, page in pages.items():
        for _, _, address in addresses(page):
            target = urlsplit(address)
            if target.scheme or target.netloc or not address or path.name == "404.html":
                continue
            file = (path.parent / unquote(target.path)).resolve() if target.path else path
            file = file / "index.html" if file.is_dir() else file
            lost = target.fragment and unquote(target.fragment) not in parts.get(file, set())
            if not file.is_file() or (lost and not target.fragment.startswith("__")):
                broken.append(f"{path.relative_to(site)}: {address}")
    return broken
