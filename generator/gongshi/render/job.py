"""What a sheet is told about one notice: plain data, turned to JSON for Typst.

Nothing of a notice is ever pasted into Typst source, so no value can become markup.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from gongshi.model.notice import Published
from gongshi.model.records import County, Township
from gongshi.render.atoms import atoms
from gongshi.render.blocks import Ways, blocks_of
from gongshi.render.document import Document, Runs, parse
from gongshi.render.estimate import first_guess, width_of
from gongshi.render.qr import modules, notice_url
from gongshi.render.said import said
from gongshi.render.sheets import Sheet
from gongshi.render.tables import INSET, LEADING, PADDING, shown_name, table_data
from gongshi.render.text import to_text
from gongshi.render.titles import title_lines
from gongshi.render.widths import em

#: A line with one of these inside is a sentence, not an address.
_STOPS = frozenset("，。；、")


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """What stands on every sheet of a township besides the notice.

    ``township`` is its full name, the printing office (印发机关) of the colophon; ``slug``
    and ``site`` (the county's address, may be empty) make the address of the QR code.
    ``mark`` stands across the page (样张); a draft is marked 草稿 in any case.
    """

    township: str
    slug: str
    site: str = ""
    mark: str = ""

    @classmethod
    def of(cls, county: County, township: Township) -> Letterhead:
        """The letterhead of a township."""
        return cls(township=township.full_name, slug=township.slug, site=county.url)


def job(
    published: Published, sheet: Sheet, letterhead: Letterhead, families: Mapping[str, list[str]]
) -> dict[str, Any]:
    """The data of one poster; ``families`` are the sheet's fonts that exist, by role."""
    notice = published.notice
    ways = Ways(_name, _line, partial(table_data, sheet=sheet))
    blocks = blocks_of(parse(notice.body), ways)
    _flush(blocks)
    words = (*sheet.unbroken, notice.village, letterhead.township, notice.issuer)
    return {
        "paper": sheet.paper,
        "text": sheet.text,
        "fonts": families,
        "steps": sheet.steps,
        "cell": {"inset": INSET, "padding": PADDING, "leading": LEADING},
        "title": title_lines(notice.title, sheet.title_line, filter(None, words)),
        "issuer": notice.issuer,
        "office": letterhead.township,
        "document_number": notice.document_number,
        "date": [notice.dated.year, notice.dated.month, notice.dated.day],
        "number": notice.number,
        "draft": published.is_draft,
        "mark": "草稿" if published.is_draft else letterhead.mark,
        "code": published.check_code,
        "link": published.link[:16],
        "blocks": blocks,
        "guess": first_guess(blocks, sheet),
        "qr": _qr(published, letterhead),
        "said": [said(one, sheet) for one in notice.translations],
    }


def _qr(published: Published, letterhead: Letterhead) -> dict[str, Any] | None:
    """The code of the notice's page; a draft has no page, so it has no code."""
    if published.is_draft or not letterhead.site:
        return None
    url = notice_url(letterhead.site, letterhead.slug, published.notice.path)
    return {"rows": modules(url)}


def _flush(blocks: list[dict[str, Any]]) -> None:
    """The addressee's line and 敬礼 begin at the margin (GB/T 9704-2012)."""
    for block in (*blocks[:1], *blocks[-1:]):
        text = "".join(run["t"] for run in block.get("runs", ()))
        address = block is blocks[0] and text.endswith("：") and not _STOPS.intersection(text)
        if block["kind"] == "paragraph" and (address or text == "敬礼！"):
            block["flush"] = True


def _line(runs: Runs) -> dict[str, Any]:
    parts = atoms(runs)
    return {"runs": parts, "em": width_of(parts)}


def _name(name: str) -> dict[str, Any]:
    """A name of a list of names: set as wide as three characters at least."""
    shown = shown_name(name)
    return {"t": shown, "em": em(shown)}


def printed_text(published: Published, letterhead: Letterhead) -> str:
    """Every character of a notice and its letterhead that must have a glyph."""
    return "\n".join(_printed(published, letterhead, parse(published.notice.body)))


def _printed(published: Published, letterhead: Letterhead, body: Document) -> Iterator[str]:
    notice = published.notice
    yield from (notice.title, notice.document_number, notice.issuer, notice.number)
    yield letterhead.township
    yield to_text(body)
    for one in notice.translations:
        yield from (one.title, one.issuer, one.dated, to_text(parse(one.body)))
