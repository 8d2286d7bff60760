"""Photographs of postings: what they say of the day and the place, for the archive alone.

The original stays in ``postings/`` and goes into the archive with what the camera wrote
down; neither the photograph nor its day and place are ever published.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from gongshi.model.working import Posting

#: EXIF 2.3: when the picture was taken, and where its position stands.
_TAKEN, _EXIF, _GPS = 0x9003, 0x8769, 0x8825
_MOST_BYTES = 40_000_000
FOLDER = "postings"


class PhotoError(ValueError):
    """A file that is no photograph; the text says why, in Chinese."""


@dataclass(frozen=True, slots=True)
class Photo:
    """What a photograph says of itself: when, and degrees north and east where it knows."""

    taken: datetime | None
    north: float | None
    east: float | None


def photo(data: bytes) -> Photo:
    """The facts of a photograph; raises :class:`PhotoError` for anything that is none."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > _MOST_BYTES:
        raise PhotoError("照片太大，最多40兆")
    try:
        with Image.open(BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as image:
            exif = image.getexif()
            image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise PhotoError("不是照片（要 JPEG、PNG 或 WebP）") from error
    where = exif.get_ifd(_GPS)
    return Photo(
        _moment(exif.get_ifd(_EXIF).get(_TAKEN)), _degrees(where, 1, "S"), _degrees(where, 3, "W")
    )


def evidence(folder: Path, postings: Iterable[Posting]) -> list[dict[str, Any]]:
    """The record of each posting's photograph for the archive, in the order of the table.

    ``agrees`` tells whether the camera's day is the table's; none where either is unknown.
    """
    return [_evidence(folder / FOLDER, posting) for posting in postings if posting.photo]


def _evidence(folder: Path, posting: Posting) -> dict[str, Any]:
    told: dict[str, Any] = {
        "notice": posting.notice,
        "spot": posting.spot,
        "day": posting.day.isoformat(),
        "photo": posting.photo,
    }
    try:
        found = photo((folder / posting.photo).read_bytes())
    except (OSError, PhotoError):
        return {**told, "readable": False}
    taken = found.taken
    return {
        **told,
        "readable": True,
        "taken": taken.isoformat() if taken else None,
        "north": found.north,
        "east": found.east,
        "agrees": taken.date() == posting.day if taken else None,
    }


def _moment(text: object) -> datetime | None:
    try:
        return datetime.strptime(str(text), "%Y:%m:%d %H:%M:%S")
    except ValueError:
        return None


def _degrees(where: dict[int, Any], tag: int, negative: str) -> float | None:
    """Degrees, minutes and seconds as one number, six places: about a hand's breadth."""
    try:
        degrees, minutes, seconds = map(float, where[tag + 1])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    value = round(degrees + minutes / 60 + seconds / 3600, 6)
    return -value if str(where.get(tag, "")).upper() == negative else value
