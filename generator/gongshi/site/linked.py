"""What a notice is, for search engines: schema.org's DigitalDocument as JSON-LD."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

from gongshi.model.notice import Published
from gongshi.site.content import Item, SiteContent
from gongshi.site.pieces import one_line

#: A script ends at the first ``</``, whatever JSON says; these never need to stand in it.
_HARMFUL = re.compile("[<>&\u2028\u2029]").search
_HARMLESS = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def linked_data(content: SiteContent, item: Item) -> Markup:
    """The JSON of the page's ``application/ld+json`` script."""
    text = one_line(_document(content, item))
    safe = text.translate(_HARMLESS) if _HARMFUL(text) else text
    return Markup(safe)  # noqa: S704 — no character of markup is left


def _status(one: Published) -> str:
    if one.is_draft:
        return "草稿"
    if one.withdrawn:
        return "已撤回"
    return "公示期满" if one.retired else "已签发"


def _area(name: str) -> dict[str, str]:
    return {"@type": "AdministrativeArea", "name": name}


def _document(content: SiteContent, item: Item) -> dict[str, Any]:
    notice, period = item.notice, item.notice.publicity
    township = content.township.full_name or content.township.name
    said = [one.lang for one in notice.translations]
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "DigitalDocument",
        "name": notice.title,
        "genre": notice.kind_title,
        "inLanguage": ["zh-Hans", *said] if said else "zh-Hans",
        "datePublished": notice.dated.isoformat(),
        "creativeWorkStatus": _status(item.published),
        "publisher": {"@type": "GovernmentOrganization", "name": notice.issuer},
        "spatialCoverage": {**_area(item.village), "containedInPlace": _area(township)},
        "isAccessibleForFree": True,
    }
    names = [notice.document_number, item.published.check_code]
    if identifiers := [name for name in names if name]:
        facts["identifier"] = identifiers
    if content.url:
        facts["url"] = f"{content.url}{item.url}"
    if period:
        facts["temporalCoverage"] = f"{period.start.isoformat()}/{period.end.isoformat()}"
    if item.correction:
        facts["correction"] = item.correction.title
    return facts
