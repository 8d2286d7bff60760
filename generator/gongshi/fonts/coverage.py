"""Characters that no font has: they would print as empty boxes."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import uharfbuzz  # type: ignore[import-untyped]


def missing(text: str, files: Iterable[Path]) -> list[str]:
    """The characters of ``text`` that none of the fonts has, each once, in order.

    White space is never missing.  A font file that cannot be read has no characters.
    """
    wanted = dict.fromkeys(char for char in text if not char.isspace())
    for file in files:
        if not wanted:
            break
        font = _font(file)
        wanted = {char: None for char in wanted if not font.get_nominal_glyph(ord(char))}
    return list(wanted)


@cache
def _font(file: Path) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))
