"""Atom (RFC 4287) and JSON Feed 1.1: the newest issued notices for readers and programs."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from gongshi.site import status
from gongshi.site.content import Item, SiteContent

ATOM, JSON = "feed.xml", "feed.json"
#: Notices in a feed.
LATEST = 50
_SPACE = "http://www.w3.org/2005/Atom"


def atom(content: SiteContent) -> bytes:
    """``feed.xml``; without the site's address the links are relative."""
    feed = Element("feed", {"xmlns": _SPACE, "xml:lang": "zh-Hans"})
    items = _items(content)
    _text(feed, "id", identity(content))
    _text(feed, "title", content.name)
    _text(feed, "updated", _moment(max(map(_day, items), default=content.today)))
    SubElement(
        feed, "link", {"rel": "self", "type": "application/atom+xml", "href": content.url + ATOM}
    )
    home = content.url or "index.html"
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    author = SubElement(feed, "author")
    _text(author, "name", content.township.full_name or content.name)
    for item in items:
        _entry(SubElement(feed, "entry"), content, item)
    indent(feed, " ")
    data: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


def json_feed(content: SiteContent) -> bytes:
    """``feed.json``."""
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": content.name,
        "language": "zh-Hans",
        "authors": [{"name": content.township.full_name or content.name}],
        "items": [_json_item(content, item) for item in _items(content)],
    }
    if content.url:
        feed |= {"home_page_url": content.url, "feed_url": content.url + JSON}
    return f"{json.dumps(feed, ensure_ascii=False, indent=1)}\n".encode()


def identity(content: SiteContent, item: Item | None = None) -> str:
    """The lasting id of the feed or of a notice; it does not change with the site's address."""
    path = item.notice.path if item else ""
    name = f"gongshi:{content.county.name}/{content.township.slug}/{path}"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _items(content: SiteContent) -> list[Item]:
    return [item for item in content.items if not item.published.is_draft][:LATEST]


def _day(item: Item) -> date:
    """The day of issue, or on which the notice was taken down or reduced later."""
    one = item.published
    days = (one.issued_on, one.withdrawn, one.retired)
    return max((day for day in days if day), default=item.notice.dated)


def _moment(day: date) -> str:
    """The beginning of a day in China (RFC 3339)."""
    return f"{day.isoformat()}T00:00:00+08:00"


def _summary(item: Item) -> str:
    period = item.notice.publicity
    shown = f"，公示期{status.short_period(period)}" if period else ""
    return f"{item.village}{item.notice.kind_title}，{item.notice.issuer}发布{shown}。"


def _text(parent: Element, name: str, text: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = text


def _entry(entry: Element, content: SiteContent, item: Item) -> None:
    _text(entry, "id", identity(content, item))
    _text(entry, "title", item.notice.title)
    _text(entry, "published", _moment(item.notice.dated))
    _text(entry, "updated", _moment(_day(item)))
    href = f"{content.url}{item.url}" if content.url else f"{item.url}index.html"
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": href})
    SubElement(entry, "category", {"term": item.notice.kind, "label": item.notice.kind_title})
    _text(entry, "summary", _summary(item))


def _json_item(content: SiteContent, item: Item) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "id": identity(content, item),
        "title": item.notice.title,
        "content_text": _summary(item),
        "date_published": _moment(item.notice.dated),
        "date_modified": _moment(_day(item)),
        "tags": [item.village, item.notice.kind_title],
    }
    return {**facts, "url": f"{content.url}{item.url}"} if content.url else facts
