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


def pngs(pdf: bytes, dpi: int = 300) -> list[bytes]:
    """Each page as a PNG of at most sixteen colours, with its resolution set."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page.render(scale=dpi / 72).to_pil(), dpi) for page in document]
    finally:
        document.close()


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
