"""The plugin through which MkDocs builds a township's site; the only one that is used.

``gongshi build`` sets :attr:`GongshiPlugin.content` and runs MkDocs in process; under a
plain ``mkdocs build`` or ``mkdocs serve`` the plugin reads the township's tables itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader
from markupsafe import escape
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File
from mkdocs.utils import get_theme_dir, write_file

from gongshi import resources
from gongshi.fonts import font_files
from gongshi.render import document
from gongshi.site import pages, pieces, search, sitemap
from gongshi.site.calendars import calendar_files
from gongshi.site.content import SiteContent, SiteError
from gongshi.site.listing import notices_json
from gongshi.site.open_files import data_files
from gongshi.site.pages import SitePage
from gongshi.site.rare import rare_characters, rare_style
from gongshi.site.reading import read_content
from gongshi.site.ready import Marks, ReadyPage, Shell, add_page, address

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

#: What a site takes of Material, whose names carry a digest: name in ``extra`` → pattern.
_TAKEN = {
    "stylesheet": "assets/stylesheets/main.*.min.css",
    "bundle": "assets/javascripts/bundle.*.min.js",
    "worker": "assets/javascripts/workers/search.*.min.js",
}
_MENU = {
    "首页": "index.md",
    "村和社区": "villages/index.md",
    "届次": "terms/index.md",
    "公告种类": "kinds/index.md",
}
#: What pages of one shell have in common: menu entry, depth, whether they are in its folder.
ShellKey = tuple[str, int, bool]
_NOTICE: ShellKey = ("villages/", 3, False)


class PluginOptions(Config):  # type: ignore[no-untyped-call]
    """What ``mkdocs.yml`` may say about the plugin."""

    township = config_options.Optional(config_options.Type(str))
    """The township's folder; the variable ``GONGSHI_TOWNSHIP`` wins over it."""

    shell = config_options.Type(bool, default=True)
    """Whether notices are put into a shell; without it MkDocs renders each (slow)."""


class GongshiPlugin(BasePlugin[PluginOptions]):  # type: ignore[no-untyped-call]
    """Adds the pages made from the notices and replaces what Material would leave open."""

    #: The site to be built, when a caller has read it already.
    content: SiteContent | None = None
    #: The project and the township to be read, when a caller has chosen them already.
    chosen: tuple[Path, str] | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Name, address, menu and theme come from the township, not from the file."""
        self._site = site = self.content or self._read(config)
        self._marks = Marks.of(site)
        self._shells: dict[ShellKey, Shell] = {}
        self._written: list[tuple[SitePage, search.Entry]] = []
        config.site_name = escape(site.name)
        config.site_url = site.url or None
        config.use_directory_urls = False
        config.nav = [{title: path} for title, path in _MENU.items()] + (config.nav or [])
        config.extra["site"] = site
        overrides = resources.folders(site.root, "themes/site/overrides")
        # MkDocs would list, and copy from, the 14,500 files of Material; see on_env.
        others = [folder for folder in config.theme.dirs if Path(folder) != _material()]
        config.theme.dirs = [*map(str, overrides), *others]
        config.theme.static_templates -= {"sitemap.xml"}
        config.mdx_configs.setdefault("toc", {})["slugify"] = _anchor
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Adds the finished pages and what is taken of Material."""
        files.remove(files.src_uris["sitemap.xml"])
        for name, pattern in _TAKEN.items():
            (path,) = _material().glob(pattern)
            uri = path.relative_to(_material()).as_posix()
            files.append(File(uri, str(_material()), config.site_dir, use_directory_urls=False))
            config.extra[name] = uri
        _add_rare_font(files, config, self._site)
        _add_built_in(files, config, self._site.root)
        self._index = list(pages.index_pages(self._site))
        for page in self._for_mkdocs():
            add_page(page, files, config)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Lets templates use Material's where there are none of ours; no blank lines of tags."""
        del config, files
        env.trim_blocks = env.lstrip_blocks = True
        assert isinstance(env.loader, FileSystemLoader)  # noqa: S101 — MkDocs has no other
        env.loader.searchpath.append(str(_material()))
        return env

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Puts the township's contacts into a hand-written page that asks for them."""
        del files
        if isinstance(page, ReadyPage):
            return html
        contacts = pieces.contacts_html(self._site.root, self._site.contacts)
        path = page.url.removesuffix("index.html")
        page.canonical_url = address(config, path)
        html = html.replace("<!-- 联系方式 -->", f'<dl class="gs-facts">{contacts}</dl>')
        title = str(page.title)
        page.title, page.meta["menu"] = escape(title), path
        written = SitePage(path, title, "", html, path)
        self._written.append((written, search.written_entry(page.url, title, html)))
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keeps a shell to itself; MkDocs does not write an empty page."""
        del config
        if not isinstance(page, ReadyPage) or self._marks.key not in page.ready.path:
            return output
        self._shells[_shell_of(page.ready)] = self._marks.shell(output, page.canonical_url)
        return ""

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """A preview follows the county's and the townships' tables."""
        del config, builder
        server.watch(str(self._site.root / "notices"))
        return server

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Writes the notices, the search index, the listing and the map of the site."""
        out = Path(config.site_dir)
        for page in self._index:
            if self.config.shell and not _in_menu(page):
                self._write(page, config, out)
        index = search.search_index(
            self._site, (entry for _, entry in self._written), self._write_notices(config, out)
        )
        files = {
            "search/search_index.json": index,
            "search/search_index.js": search.as_script(index),
            "notices.json": notices_json(self._site),
            **data_files(self._site),
            **dict(calendar_files(self._site)),
        }
        if config.site_url:
            files["sitemap.xml"] = self._sitemap(config)
            files["sitemap.xml.gz"] = sitemap.compressed(files["sitemap.xml"])
        for name, data in files.items():
            write_file(data, str(out / name))

    def _read(self, config: MkDocsConfig) -> SiteContent:
        start = Path(config.config_file_path or ".").resolve().parent
        root, slug = self.chosen or (start, self.config.township)
        try:
            return read_content(root, slug, date.today())
        except SiteError as error:
            raise PluginError(str(error)) from error

    def _for_mkdocs(self) -> Iterator[SitePage]:
        """The pages of the menu and the shells, or every page when there are no shells."""
        if self.config.shell:
            yield from (page for page in self._index if _in_menu(page))
            wanted = {_shell_of(page) for page in self._index if not _in_menu(page)}
            for menu, depth, inside in sorted(wanted | {_NOTICE}):
                yield self._marks.page(menu, depth, inside=inside)
            return
        yield from self._index
        for item in self._site.items:
            yield pages.notice_page(self._site, item, document.parse(item.notice.body))

    def _write_notices(self, config: MkDocsConfig, out: Path) -> Iterator[search.Entry]:
        """Writes each notice as its search entry is asked for: one body at a time."""
        for item in self._site.items:
            tree = document.parse(item.notice.body)
            if self.config.shell:
                self._write(pages.notice_page(self._site, item, tree), config, out)
            yield search.notice_entry(self._site, item, tree)

    def _write(self, page: SitePage, config: MkDocsConfig, out: Path) -> None:
        text = self._shells[_shell_of(page)].fill(page, address(config, page.path))
        write_file(text.encode(), f"{out}/{page.path}index.html")

    def _sitemap(self, config: MkDocsConfig) -> bytes:
        index = [*self._index, *(page for page, _ in self._written)]
        days: dict[str, date | None] = {page.path: None for page in index}
        days |= {item.notice.path: item.notice.dated for item in self._site.items}
        return sitemap.sitemap((f"{address(config, path)}", day) for path, day in days.items())


@cache
def _material() -> Path:
    return Path(get_theme_dir("material"))


def _in_menu(page: SitePage) -> bool:
    """Whether the menu leads to the page itself; it shows there, so it needs no shell."""
    return f"{page.path}index.md" in _MENU.values()


def _shell_of(page: SitePage) -> ShellKey:
    return page.menu, page.path.count("/"), page.path.startswith(page.menu)


def _anchor(heading: str, separator: str) -> str:
    """A heading's id: its own words, since Python-Markdown's keeps nothing of Chinese."""
    return re.sub(r"\W+", separator, heading).strip(separator)


def _add_rare_font(files: Files, config: MkDocsConfig, site: SiteContent) -> None:
    """A style sheet with the characters that old phones lack, where names have any."""
    texts = (item.notice.title + "".join(item.notice.bodies) for item in site.items)
    names = (village.name for village in site.villages)
    fonts = font_files(site.root, site.county.fonts)
    style = rare_style(rare_characters((*texts, *names)), fonts)
    if style:
        files.append(File.generated(config, "assets/gongshi/rare.css", content=style))
        config.extra_css.append("assets/gongshi/rare.css")


def _add_built_in(files: Files, config: MkDocsConfig, root: Path) -> None:
    """The hand-written pages and pictures that the project does not bring itself."""
    for source in _hand_written(resources.folders(root, "site_src")):
        if files.get_file_from_path(source[1]) is None:
            files.append(File(source[1], str(source[0]), config.site_dir, use_directory_urls=False))


def _hand_written(folders: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield folder, path.relative_to(folder).as_posix()
