"""The files of a site that are data: feeds, and each term's tables with their description."""

from __future__ import annotations

from gongshi.open_data.canonical import files_of
from gongshi.open_data.public import public_tables
from gongshi.site.content import SiteContent
from gongshi.site.feeds import ATOM, JSON, atom, json_feed


def data_files(content: SiteContent) -> dict[str, bytes]:
    """Path below the site → bytes: ``feed.xml``, ``feed.json``, ``<term>/data/…``."""
    files = {ATOM: atom(content), JSON: json_feed(content)}
    for term in content.terms:
        slug = term.records.term.slug
        name = f"{content.township.slug}-{slug}"
        tables = public_tables(term.published)
        for path, data in files_of(name, term.records.term.title, tables).items():
            files[f"{slug}/data/{path}"] = data
    return files
