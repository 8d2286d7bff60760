"""Rare characters of names as a font of a few kilobytes that the site brings along.

An old phone draws a box for a character outside GBK, and such characters stand in names.
Only those that a site shows are taken from the fonts of the posters; the font lies inside
a style sheet, so that it works from a disk and from any address.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from pathlib import Path

from gongshi.fonts import missing

_FACE = (
    '@font-face{{font-family:"Gongshi Rare";src:url(data:font/otf;base64,{font})'
    'format("opentype");unicode-range:{range}}}\n'
)


def rare_characters(texts: Iterable[str]) -> str:
    """The characters of ``texts`` that GBK lacks, in the order of their code points."""
    found = set[str]().union(*(text for text in texts if not _in_gbk(text)))
    return "".join(sorted(filter(_is_rare, found)))


def rare_style(characters: str, files: Iterable[Path]) -> str:
    """The style sheet with one face for each font that is needed; empty without any.

    Faces without serifs are asked first, because pages are set in one.
    """
    faces = []
    for file in sorted(files, key=lambda file: "Sans" not in file.name):
        lacking = missing(characters, (file,))
        found = [char for char in characters if char not in lacking]
        if found:
            faces.append(_face("".join(found), file))
        characters = "".join(lacking)
    return "".join(faces)


def _is_rare(char: str) -> bool:
    return char.isalpha() and char >= "\u3400" and not _in_gbk(char)


def _in_gbk(text: str) -> bool:
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _face(characters: str, file: Path) -> str:
    import uharfbuzz  # type: ignore[import-untyped]

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file)))
    font = b64encode(uharfbuzz.subset(face, wanted).blob.data).decode("ascii")
    return _FACE.format(font=font, range=",".join(f"U+{ord(char):X}" for char in characters))
