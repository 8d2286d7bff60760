"""Pictures for print: turned upright, without metadata, no larger than the press needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

#: The longest side in pixels: A2 at about 100 dpi, enough for a panel seen from a step away.
_LONGEST = 2400
_QUALITY = 88
#: A photograph of a telephone has 12 to 50 million pixels; a larger picture is refused.
_MOST_PIXELS = 120_000_000
#: A portrait, 3:4, in pixels: 200 dpi at 76 mm, 146 dpi at the widest on A3.
PORTRAIT = (600, 800)
#: What is cut off a tall photograph comes from below: of three parts two.
_CENTRED = (0.5, 1 / 3)


def picture(data: bytes) -> dict[str, Any]:
    """The picture as JPEG without EXIF, GPS or comments, with its width and height.

    ``jpeg`` is a list of bytes, because the data of a paper are JSON.  Raises ``ValueError`` for
    what is no picture, for one that is cut off and for one of too many pixels.
    """
    from PIL import Image

    flat = _upright(data, _LONGEST)
    flat.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    return _clean(flat)


def portrait(data: bytes) -> dict[str, Any]:
    """The photograph of one person, upright, cropped to 3:4 and ``PORTRAIT`` pixels large.

    As :func:`picture` else: pixels only, and ``ValueError`` for what cannot be used.
    """
    from PIL import Image, ImageOps

    flat = _upright(data, 2 * max(PORTRAIT))
    return _clean(ImageOps.fit(flat, PORTRAIT, Image.Resampling.LANCZOS, centering=_CENTRED))


def _upright(data: bytes, side: int) -> Any:
    """The pixels as the camera was held, decoded no larger than ``side`` asks for."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "BMP", "GIF")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("图片太大")
            opened.draft("RGB", (side, side))
            return _on_white(ImageOps.exif_transpose(opened))
    except Exception as error:  # decoders raise whatever they meet in a broken file
        raise ValueError("不是能用的图片") from error


def _on_white(image: Any) -> Any:
    """Transparent pictures on white paper."""
    from PIL import Image

    if image.mode not in {"RGBA", "LA", "P"}:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")


def _clean(image: Any) -> dict[str, Any]:
    """The pixels alone, on a new sheet that knows nothing, as JPEG."""
    from PIL import Image

    clean = Image.new("RGB", image.size)
    clean.paste(image)
    out = BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return {"jpeg": list(out.getvalue()), "width": clean.width, "height": clean.height}
