"""All posters of one notice: every sheet as PDF and as PNG, named and measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from gongshi.model.notice import Published
from gongshi.render.job import Letterhead
from gongshi.render.press import Press
from gongshi.render.raster import pngs
from gongshi.render.sheets import Sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PosterFile:
    """One file beside a notice's page; ``pages`` is 1 for an image.

    ``page`` is which page an image shows of a poster that has several, else 0.
    ``size`` is in bytes and stays when ``data`` is put on the disk and let go.
    """

    name: str
    data: bytes
    size: int
    sheet: str
    title: str
    format: str
    width_mm: float
    height_mm: float
    pages: int
    sha256: str
    page: int = 0


def posters(
    published: Published,
    sheets: Iterable[Sheet],
    letterhead: Letterhead,
    press: Press,
    formats: Iterable[str] | None = None,
) -> list[PosterFile]:
    """The notice on each sheet; images of further pages are ``<sheet>-2.png`` and so on.

    Without ``formats`` each sheet is made in its own.  Raises ``MissingGlyphError`` as
    :meth:`Press.pdf` does.
    """
    wanted = None if formats is None else tuple(formats)
    return [
        file
        for sheet in sheets
        for file in _files(press.pdf(published, sheet, letterhead), sheet, wanted or sheet.formats)
    ]


def _files(pdf: bytes, sheet: Sheet, formats: tuple[str, ...]) -> Iterator[PosterFile]:
    if "pdf" in formats:
        yield _file(f"{sheet.id}.pdf", pdf, sheet, _pages(pdf))
    if "png" in formats:
        # A sheet without a height is a picture, whose last page ends with its text.
        images = pngs(pdf, sheet.dpi, cut=not sheet.paper[1])
        for number, image in enumerate(images, start=1):
            further = f"-{number}" if number > 1 else ""
            page = number if len(images) > 1 else 0
            yield _file(f"{sheet.id}{further}.png", image, sheet, 1, page)


def _file(name: str, data: bytes, sheet: Sheet, pages: int, page: int = 0) -> PosterFile:
    return PosterFile(
        name=name,
        data=data,
        size=len(data),
        sheet=sheet.id,
        title=sheet.title,
        format=name.rpartition(".")[2],
        width_mm=sheet.paper[0],
        height_mm=sheet.paper[1],
        pages=pages,
        sha256=sha256(data).hexdigest(),
        page=page,
    )


def _pages(pdf: bytes) -> int:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()
