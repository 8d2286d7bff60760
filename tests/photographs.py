"""Photographs with everything that cameras and programs write into them, and one canary."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from random import Random

from PIL import Image, ImageCms, ImageOps, PngImagePlugin

CANARY = b"CANARY-4711"
_TEXT = CANARY.decode()
#: Colours of the corners as the picture is to be seen: left and right at the top, then below.
CORNERS = ((220, 30, 30), (30, 180, 30), (30, 30, 220), (220, 200, 30))
#: How a camera turns what it saw before it stores it, by EXIF orientation.
_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int, height: int) -> Image.Image:
    """Four quarters, one of each colour."""
    small = Image.new("RGB", (2, 2))
    small.putdata(CORNERS)
    return small.resize((width, height), Image.Resampling.NEAREST)


def variant(number: int) -> bytes:
    """The photograph of that number: size, format, orientation and stuffing follow from it."""
    random = Random(number)  # noqa: S311
    orientation = number % 8 + 1
    sizes = [(600, 800), (480, 360), (900, 500), (300, 1000), (75, 100), (1300, 1700), (64, 64)]
    image = scene(*random.choice(sizes))
    turn = _STORED[orientation]
    stored = image if turn is None else image.transpose(turn)
    kind = ("JPEG", "PNG", "WEBP")[number // 8 % 3]
    out = BytesIO()
    more = {"icc_profile": _icc()} if random.random() < 0.6 else {}
    stored.save(out, kind, exif=_exif(orientation, random), **more, **_own(kind, random))
    data = _stuffed(kind, out.getvalue(), random)
    return data + CANARY * random.randrange(3)


def _icc() -> bytes:
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    return bytes(data) + CANARY


def _exif(orientation: int, random: Random) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = exif[0x013B] = exif[0x8298] = _TEXT
    exif[0x9C9C] = _TEXT.encode("utf-16-le")
    exif.get_ifd(0x8769).update(
        {
            0x9003: "2026:11:02 09:12:30",
            0x927C: b"Maker\0" + CANARY,
            0x9286: b"ASCII\0\0\0" + CANARY,
        }
    )
    if random.random() < 0.8:
        place = {1: "N", 2: (31.0, 30.0, 0.0), 3: "E", 4: (104.0, 0.0, 0.0), 0x1D: _TEXT}
        exif.get_ifd(0x8825).update(place)
    return exif.tobytes()


def _own(kind: str, random: Random) -> dict[str, object]:
    """What each format has beside EXIF: comments, XMP, text chunks."""
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
    if kind == "JPEG":
        progressive = random.random() < 0.3
        return {"comment": CANARY, "xmp": xmp, "quality": 92, "progressive": progressive}
    if kind == "WEBP":
        return {"xmp": xmp, "quality": 92}
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", _TEXT)
    text.add_text("Comment", _TEXT, zip=True)
    text.add_itxt("XML:com.adobe.xmp", xmp.decode())
    return {"pnginfo": text}


def _stuffed(kind: str, data: bytes, random: Random) -> bytes:
    """Segments that Pillow does not write: IPTC, a thumbnail, unknown chunks."""
    if kind == "JPEG":
        iptc = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 18) + b"\x1c\x02\x78"
        iptc += struct.pack(">H", len(CANARY)) + CANARY + b"\0\0"
        thumbnail = b"JFXX\0\x10" + CANARY + bytes(random.randrange(40))
        return data[:2] + _segment(0xED, iptc) + _segment(0xE0, thumbnail) + data[2:]
    if kind == "PNG":
        body = b"prVt" + CANARY
        chunk = struct.pack(">I", len(CANARY)) + body + struct.pack(">I", zlib.crc32(body))
        return data[:33] + chunk + data[33:]
    chunk = b"CNRY" + struct.pack("<I", len(CANARY)) + CANARY + bytes(len(CANARY) % 2)
    size = struct.unpack("<I", data[4:8])[0] + len(chunk)
    return data[:4] + struct.pack("<I", size) + data[8:] + chunk


def _segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def corners(image: Image.Image) -> list[int]:
    """Which of :data:`CORNERS` each corner of a picture is."""
    flat = ImageOps.exif_transpose(image).convert("RGB")
    w, h = flat.size
    spots = [(w // 8, h // 8), (w - w // 8, h // 8), (w // 8, h - h // 8), (w - w // 8, h - h // 8)]
    return [_nearest(flat.getpixel(spot)) for spot in spots]


def _nearest(pixel: object) -> int:
    assert isinstance(pixel, tuple)
    far = [sum(abs(a - b) for a, b in zip(pixel, one, strict=True)) for one in CORNERS]
    return far.index(min(far))
