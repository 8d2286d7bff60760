"""``notices.json``: every notice of a township as data, for the county and for checking."""

from __future__ import annotations

from typing import Any

from gongshi.model.notice import Publicity
from gongshi.site.content import Item, SiteContent
from gongshi.site.pieces import one_line
from gongshi.site.status import status


def notices_json(content: SiteContent) -> bytes:
    """The township and its notices, a line each, newest first; addresses are below the site."""
    township = content.township
    head = {
        "format": 1,
        "county": content.county.name,
        "township": {"slug": township.slug, "name": township.name, "full_name": township.full_name},
        "url": content.url,
    }
    notices = ",\n".join(one_line(_notice(item)) for item in content.items)
    return f'{one_line(head)[:-1]},"notices":[\n{notices}\n]}}\n'.encode()


def _notice(item: Item) -> dict[str, Any]:
    notice, published = item.notice, item.published
    issued = published.issued_on
    return {
        "number": notice.number,
        "kind": notice.kind,
        "kind_title": notice.kind_title,
        "title": notice.title,
        "village": notice.village,
        "term": notice.term,
        "document_number": notice.document_number,
        "issuer": notice.issuer,
        "dated": notice.dated.isoformat(),
        "issued_on": issued.isoformat() if issued else None,
        "publicity": _publicity(notice.publicity),
        "status": {
            "state": status(published).state,
            "corrects": notice.corrects or None,
            "corrected_by": published.corrected_by or None,
        },
        "page": item.url,
        "posters": [_poster(item, poster) for poster in item.posters],
        "check_code": published.check_code or None,
        "sha256": published.digest or None,
    }


def _publicity(period: Publicity | None) -> dict[str, Any] | None:
    if period is None:
        return None
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "latest": period.latest.isoformat(),
        "working_days": period.working_days,
        "provisional": period.provisional,
    }


def _poster(item: Item, poster: Any) -> dict[str, Any]:
    return {
        "file": f"{item.url}{poster.name}",
        "sheet": poster.sheet,
        "title": poster.title,
        "format": poster.format,
        "width_mm": poster.width_mm,
        "height_mm": poster.height_mm,
        "pages": poster.pages,
        "bytes": poster.size,
        "sha256": poster.sha256,
    }
