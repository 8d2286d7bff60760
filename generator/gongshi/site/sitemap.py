"""``sitemap.xml`` and its compressed twin, with the notices and without a build date."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from datetime import date
from html import escape


def sitemap(pages: Iterable[tuple[str, date | None]]) -> bytes:
    """The map of ``(address, day of the last change)``, in the order given."""
    entries = "".join(_entry(address, day) for address, day in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    ).encode()


def compressed(data: bytes) -> bytes:
    """The same bytes, gzipped without a time, so that equal sites are equal."""
    return gzip.compress(data, mtime=0)


def _entry(address: str, day: date | None) -> str:
    changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{changed}</url>\n"
