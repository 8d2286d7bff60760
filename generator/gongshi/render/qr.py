"""The QR code of a notice's page, as a drawing."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import quote


def notice_url(site: str, township: str, path: str) -> str:
    """The address of a notice's page, percent-encoded, with a slash at its end."""
    return f"{site.rstrip('/')}/{quote(township)}/{quote(path.strip('/'))}/"


def qr_svg(url: str) -> tuple[str, int]:
    """An SVG of the code with its quiet zone and the number of modules across both."""
    import segno

    code = segno.make(url, error="m", micro=False)
    out = BytesIO()
    code.save(out, kind="svg", xmldecl=False, svgns=True, omitsize=True, border=4)
    return out.getvalue().decode("ascii"), len(code.matrix) + 8
