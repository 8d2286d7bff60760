"""Pictures for print: turned upright, without metadata, no larger than the press needs."""

from __future__ import annotations

from io import BytesIO
from typing import Any

#: The longest side in pixels: A2 at about 100 dpi, enough for a panel seen from a step away.
_LONGEST = 2400
_QUALITY = 88
#: A photograph of a telephone has 12 to 50 million pixels; a larger picture is refused.
_MOST_PIXELS = 120_000_000


def picture(data: bytes) -> dict[str, Any]:
    """The picture as JPEG without EXIF, GPS or comments, with its width and height.

    ``jpeg`` is a list of bytes, because the data of a paper are JSON.  Raises ``ValueError`` for
    what is no picture, for one that is cut off and for one of too many pixels.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP", "BMP", "GIF")) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise ValueError("图片太大")
            opened.draft("RGB", (_LONGEST, _LONGEST))
            upright = ImageOps.exif_transpose(opened)
            flat = _on_white(upright)
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        raise ValueError("不是能用的图片") from error
    flat.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    clean = Image.new("RGB", flat.size)
    clean.paste(flat)
    out = BytesIO()
    clean.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return {
        "jpeg": list(out.getvalue()),
        "width": clean.width,
        "height": clean.height,
    }


def _on_white(image: Any) -> Any:
    """Transparent pictures on white paper."""
    from PIL import Image

    if image.mode not in {"RGBA", "LA", "P"}:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")
