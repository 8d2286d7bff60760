"""What a file says, whatever kind of file it is: its words, its properties, its comments.

A file is what its first bytes make it, whatever it is called.  A picture's pixels are not
read: nothing writes a number into them that is not in a text as well.
"""

from __future__ import annotations

import gzip
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

#: Endings of files that carry shapes only.
_SILENT = frozenset((".woff", ".woff2", ".ttf", ".otf", ".ttc"))
#: Where GPS stands in EXIF 2.3, its further facts, and in XMP.
_GPS, _FURTHER, _XMP_GPS = 0x8825, 0x8769, re.compile(r"GPSL(?:at|ong)itude")
#: What is said of a picture that knows where it was taken.
POSITION = "照片的拍摄位置"
#: What readers raise for a file that is spoilt.
_SPOILT = (
    *(OSError, ValueError, SyntaxError, EOFError, RuntimeError),
    *(zipfile.BadZipFile, zlib.error),
)

Reader = Callable[[bytes], Iterator[str]]


def said_in(name: str, data: bytes) -> Iterator[str]:
    """Every text of a file: first its name, then what is in it; a position is :data:`POSITION`."""
    yield name
    if PurePosixPath(name).suffix.lower() in _SILENT:
        return
    read = next((one for start, one in _READERS.items() if data.startswith(start)), _text)
    try:
        yield from list(read(data))
    except _SPOILT:
        yield from _text(data)


def _text(data: bytes) -> Iterator[str]:
    """A text, the folded lines of a calendar joined; what is no text, in both wide-spread codes."""
    yield data.decode("utf-8", "replace").replace("\r\n ", "")
    if b"\0" in data:
        yield from (data[odd:].decode("utf-16-le", "replace") for odd in (0, 1))


def _pdf(data: bytes) -> Iterator[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        yield from map(str, document.get_metadata_dict().values())
        for page in document:
            yield page.get_textpage().get_text_bounded()
    finally:
        document.close()


def _picture(data: bytes) -> Iterator[str]:
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        image.load()
        exif = image.getexif()
        values = [*image.info.values(), *exif.values(), *exif.get_ifd(_FURTHER).values()]
        if exif.get_ifd(_GPS):
            yield POSITION
    for value in (*values, _behind(data)):
        told = value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
        yield POSITION if _XMP_GPS.search(told) else told


def _behind(data: bytes) -> bytes:
    """What stands behind the end of a JPEG or PNG picture."""
    end = b"IEND" if data.startswith(b"\x89PNG") else b"\xff\xd9"
    return data.rpartition(end)[2] if end in data else b""


def _archive(data: bytes) -> Iterator[str]:
    """A workbook or another ZIP: every part, comments and properties included."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        yield parts.comment.decode("utf-8", "replace")
        for name in sorted(parts.namelist()):
            yield from said_in(name, parts.read(name))


def _gzipped(data: bytes) -> Iterator[str]:
    yield from _text(gzip.decompress(data))


#: Readers by the first bytes of what they read.
_READERS: dict[bytes, Reader] = {
    b"%PDF": _pdf,
    b"PK\x03\x04": _archive,
    b"\x1f\x8b": _gzipped,
    **dict.fromkeys((b"\xff\xd8", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*"), _picture),
}
