"""Pages that come to MkDocs finished, and the shell that is filled without it.

A shell is one page that MkDocs and Material rendered with marks in place of its title,
description, address and content.  Every other page of the same depth and menu differs in
those four only, so it is put together by joining strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from markupsafe import escape
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from gongshi.site.content import SiteContent
from gongshi.site.pages import SitePage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

_MARKS = ("title", "description", "address", "content")


class ReadyPage(Page):
    """A page whose HTML is there already; Python-Markdown never sees it.

    MkDocs' templates do not escape, so the title and the description reach them escaped.
    """

    def __init__(self, page: SitePage, file: File, config: MkDocsConfig) -> None:
        """Takes the place of the page that MkDocs would make for ``file``."""
        super().__init__(escape(page.title), file, config)
        self.ready = page
        self.canonical_url = address(config, page.path)

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002
        """There is no Markdown; what the templates need stands in ``meta``."""
        self.markdown = ""
        self.meta = {"description": escape(self.ready.description), "menu": self.ready.menu}

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        """Nothing is left to be rendered."""
        self.content = self.ready.html
        self.toc = TableOfContents([])


def add_page(page: SitePage, files: Files, config: MkDocsConfig) -> File:
    """Hands a finished page to MkDocs."""
    source = f"{page.path}index.md"
    if files.get_file_from_path(source) is not None:
        files.remove(files.src_uris[source])
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    ReadyPage(page, file, config)
    files.append(file)
    return file


def address(config: MkDocsConfig, path: str) -> str | None:
    """The address of a page on the published site, or none when that is not known."""
    return f"{config.site_url}{quote(path)}" if config.site_url else None


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one site; their key is the digest of what stands on every page.

    A text that holds its own digest cannot be written, so no value looks like a mark.
    """

    key: str

    @classmethod
    def of(cls, site: SiteContent) -> Marks:
        """The marks for a site."""
        texts = repr((site.county, site.township, site.contacts))
        return cls(f"gongshi-{sha256(texts.encode()).hexdigest()[:20]}")

    def page(self, menu: str, depth: int, *, inside: bool) -> SitePage:
        """The page that becomes a shell, with marks for what differs.

        ``inside`` puts it into the folder of its menu entry, where links to that are shorter.
        """
        folders = [menu.strip("/")] if inside else []
        folders += [f"{self.key}-{menu.strip('/')}"] + ["_"] * (depth - len(folders) - 1)
        title, description, _, content = (f"{self.key}-{name}" for name in _MARKS)
        return SitePage("".join(f"{name}/" for name in folders), title, description, content, menu)

    def shell(self, rendered: str, canonical: str | None) -> Shell:
        """Cuts what MkDocs rendered for :meth:`page`; ``canonical`` is its address."""
        if canonical:
            rendered = rendered.replace(canonical, f"{self.key}-address")
        return Shell(tuple(re.split(f"{self.key}-({'|'.join(_MARKS)})", rendered)))


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page cut at its marks: text, name of a mark, text, …, text."""

    parts: tuple[str, ...]

    def fill(self, page: SitePage, canonical: str | None) -> str:
        """The page as MkDocs would have rendered it."""
        values: dict[str, Any] = {
            "title": str(escape(page.title)),
            "description": str(escape(page.description)),
            "address": canonical or "",
            "content": page.html,
        }
        return "".join(
            values[part] if number % 2 else part for number, part in enumerate(self.parts)
        )
