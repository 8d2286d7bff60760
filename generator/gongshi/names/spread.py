"""Two-character names set as wide as three, as tables of names are printed."""

from __future__ import annotations

IDEOGRAPHIC_SPACE = "\u3000"


def spread(name: str) -> str:
    """``丁䶮`` as ``丁　䶮``; any other name as it is.  For tables only, never for running text."""
    return IDEOGRAPHIC_SPACE.join(name) if len(name) == 2 else name
