"""The printable image: pages of a PDF drawn on a few inks, as small PNGs.

Posters have no photographs, so sixteen colours (greys and tints of the red) hold every
edge, and a page of A3 at 300 dpi stays well under 700 kB.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

#: The red of the letterhead, as the sheets print it.
RED = (230, 0, 18)
#: Steps from black to white, and from the red to white (white itself not twice).
_GREYS, _REDS = 9, 7
#: PNG compression: beyond 3 it costs much time and saves little.
_LEVEL = 3


def pngs(pdf: bytes, dpi: int = 300, *, cut: bool = False) -> list[bytes]:
    """Each page as a PNG of at most sixteen colours, with its resolution set.

    ``cut`` ends each of several pages below what is on it, for pages without paper.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        short = cut and len(document) > 1
        drawn = (page.render(scale=dpi / 72).to_pil() for page in document)
        return [_png(_without_tail(page) if short else page, dpi) for page in drawn]
    finally:
        document.close()


def _without_tail(page: Image) -> Image:
    """The page without the white below its last line but for a margin as at its side."""
    from PIL import ImageOps

    inked = ImageOps.invert(page.convert("L")).getbbox()
    if inked is None:
        return page
    left, _, right, bottom = inked
    margin = max(left, page.width - right)
    return page.crop((0, 0, page.width, min(page.height, bottom + margin)))


def _png(page: Image, dpi: int) -> bytes:
    from PIL import Image

    inked = page.quantize(palette=_palette(), dither=Image.Dither.NONE)
    out = BytesIO()
    inked.save(out, "PNG", compress_level=_LEVEL, bits=4, dpi=(dpi, dpi))
    return out.getvalue()


@cache
def _palette() -> Image:
    """An image that holds the palette."""
    from PIL import Image

    greys = [(round(255 * n / (_GREYS - 1)),) * 3 for n in range(_GREYS)]
    tints = [n / _REDS for n in range(_REDS)]
    reds = [tuple(round(ink + (255 - ink) * tint) for ink in RED) for tint in tints]
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for colour in (*greys, *reds) for level in colour])
    return palette
