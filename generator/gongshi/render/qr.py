"""The QR code of a notice's page, as stretches of ink."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import quote


def notice_url(site: str, township: str, path: str) -> str:
    """The address of a notice's page, percent-encoded, with a slash at its end."""
    return f"{site.rstrip('/')}/{quote(township)}/{quote(path.strip('/'))}/"


def modules(url: str) -> list[list[int]]:
    """The code row by row, without a quiet zone.

    A row is the number of light modules before its first dark one, then the lengths of
    its dark and light stretches in turn: what a dashed line needs.
    """
    import segno

    return [_stretches(bytes(row)) for row in segno.make(url, error="m", micro=False).matrix]


def _stretches(row: bytes) -> list[int]:
    lengths = [len(list(same)) for _, same in groupby(row)]
    return lengths if row[0] == 0 else [0, *lengths]
