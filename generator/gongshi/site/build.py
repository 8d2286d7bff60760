"""Runs MkDocs in process for one township."""

from __future__ import annotations

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gongshi import resources
from gongshi.site.content import SiteContent, SiteError
from gongshi.site.county import Summary, county_page, summary

__all__ = ["Summary", "build_site", "county_page", "summary"]


def build_site(content: SiteContent, out: Path, *, shell: bool = True) -> None:
    """Writes the complete site into the empty folder ``out``, but not the posters' bytes.

    The project's own ``mkdocs.yml`` is used where there is one.  ``shell=False`` lets
    MkDocs render every notice; the pages are the same, byte for byte, only slower.
    Raises :class:`~gongshi.site.content.SiteError` for addresses that cannot be, and for
    settings that MkDocs cannot read.
    """
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import ConfigurationError

    from gongshi.site.plugin import GongshiPlugin

    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    content.items  # noqa: B018 — addresses are checked before anything is written
    try:
        config = load_config(
            str(config_file(content.root)),
            site_dir=str(out),
            docs_dir=str(resources.folders(content.root, "site_src")[0]),
        )
    except ConfigurationError as error:
        raise SiteError(f"mkdocs.yml 有错（{_told(error, content.root)}），改回原样") from error
    plugin = config.plugins["gongshi"]
    assert isinstance(plugin, GongshiPlugin)  # noqa: S101 — our own name
    plugin.content, plugin.config.shell = content, shell
    with _collector_at_rest():
        build(config)


def _told(error: Exception, root: Path) -> str:
    """What MkDocs says, in one line and without where this computer keeps the project."""
    return " ".join(str(error).replace(f"{root}/", "").split())


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Notices are trees without cycles; thousands of them would be walked in vain."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def config_file(root: Path) -> Path:
    """The project's own ``mkdocs.yml``, else the one that comes with the program."""
    own = root / "mkdocs.yml"
    return own if own.is_file() else resources.built_in("themes") / "site" / "mkdocs.yml"
