"""What a file says, whatever kind of file it is: its words, its properties, its comments.

Only what can carry words is opened.  A picture's pixels are not read: nothing writes a
number into them that is not in a text as well.
"""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

#: Endings of files whose text comes, at least in part, from the tables.
_TEXTS = frozenset((".html", ".json", ".xml", ".txt", ".csv", ".svg", ".md", ".ics", ".yml"))
#: Where GPS stands in EXIF 2.3.
_GPS = 0x8825
#: What is said of a picture that knows where it was taken.
POSITION = "照片的拍摄位置"

Reader = Callable[[bytes], Iterator[str]]


def said_in(name: str, data: bytes) -> Iterator[str]:
    """Every text of a file: first its name, then what is in it; a position is :data:`POSITION`."""
    yield name
    path = PurePosixPath(name)
    if path.suffix in _TEXTS or (path.suffix == ".js" and path.parent.name == "search"):
        yield data.decode("utf-8", "replace").replace("\r\n ", "")
    elif path.suffix in _READERS:
        yield from _READERS[path.suffix](data)


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
        exif = image.getexif()
        values = [*image.info.values(), *exif.values()]
        if exif.get_ifd(_GPS):
            yield POSITION
    for value in values:
        yield value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _archive(data: bytes) -> Iterator[str]:
    """A workbook or another ZIP: every part, comments and properties included."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        yield parts.comment.decode("utf-8", "replace")
        for name in sorted(parts.namelist()):
            yield from said_in(name, parts.read(name))


def _gzipped(data: bytes) -> Iterator[str]:
    yield gzip.decompress(data).decode("utf-8", "replace")


_READERS: dict[str, Reader] = {
    ".pdf": _pdf,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".gif", ".tif", ".tiff"), _picture),
    **dict.fromkeys((".xlsx", ".docx", ".ods", ".zip", ".epub"), _archive),
    ".gz": _gzipped,
    **dict.fromkeys((".rels", ".vml"), lambda data: iter((data.decode("utf-8", "replace"),))),
}
