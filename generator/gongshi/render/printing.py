"""Finished posters on other paper: another size, tiles to paste together, or a whole pile.

A poster goes in as its PDF and comes out as a PDF; it stays a drawing, so it is as sharp
on A1 as on A3.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from gongshi import resources
from gongshi.render.press import Press

#: ISO 216, width and height in mm, upright.
PAPERS = {
    "A0": (841.0, 1189.0),
    "A1": (594.0, 841.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
}
#: What a desk printer leaves white at each edge, and how far tiles lie over each other, mm.
MARGIN, OVERLAP = 10.0, 10.0
_SMALLEST, _LARGEST = 50.0, 20_000.0
#: Dots an inch at which a page is looked at; a tile without a dot of ink is left out.
_LOOK = 20

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bound:
    """A poster in a pile: its PDF, village, title and number, and how many are wanted."""

    pdf: bytes
    row: tuple[str, str, str]
    copies: int

    @property
    def pages(self) -> int:
        """Its pages."""
        return len(_sizes(self.pdf))


def paper_size(text: str) -> Size:
    """``A1``, ``a4``, ``420x594`` in mm; raises ``ValueError`` for anything else."""
    if text.upper() in PAPERS:
        return PAPERS[text.upper()]
    match = re.fullmatch(r"(\d{2,5})[x×X*](\d{2,5})", text)
    size = (float(match[1]), float(match[2])) if match else (0.0, 0.0)
    if not all(_SMALLEST <= length <= _LARGEST for length in size):
        raise ValueError(text)
    return size


def paper_name(size: Size) -> str:
    """``A3`` for its size, ``190x300`` for one without a name."""
    names = {paper: name for name, paper in PAPERS.items()}
    return names.get(size) or f"{size[0]:.0f}x{size[1]:.0f}"


def resized(pdf: bytes, size: Size, press: Press) -> bytes:
    """Every page as large as it goes on paper of that size, in the middle."""
    pages = []
    for number, page in enumerate(_sizes(pdf), start=1):
        width, height = _fitted(page, size)
        place = {"x": (size[0] - width) / 2, "y": (size[1] - height) / 2}
        pages.append({"kind": "whole", "paper": size, **_page(0, number, (width, height)), **place})
    return _printed([pdf], pages, press)


def tiled(pdf: bytes, size: Size | None, paper: Size, press: Press) -> bytes:
    """Every page in tiles on ``paper``, upright or lying, whichever takes fewer sheets.

    The poster is made ``size`` first, if that is given.  Tiles share out the overlap
    evenly, one without ink is left out, and a sketch in front shows how they go together.
    """
    pages: list[dict[str, Any]] = []
    for number, page in enumerate(_sizes(pdf), start=1):
        whole = _fitted(page, size) if size else page
        sheet, tiles = _grid(whole, paper)
        image = _looked_at(pdf, number)
        inked = [tile for tile in tiles if _has_ink(image, tile, whole)]
        pages.append(_sketch(number, whole, paper, inked))
        pages += [_tile_page(number, whole, sheet, tile) for tile in inked]
    return _printed([pdf], pages, press)


def pile(title: str, note: str, bound: Sequence[Bound], press: Press) -> bytes:
    """All pages of several posters of one size of paper, behind a list of them."""
    paper = _sizes(bound[0].pdf)[0]
    sheets = sum(one.pages * one.copies for one in bound)
    front = {
        "kind": "cover",
        "paper": paper,
        "title": title,
        "note": note,
        "header": ["村（社区）", "公告", "编号", "页", "份"],
        "rows": [[*one.row, str(one.pages), str(one.copies)] for one in bound],
        "total": f"共{len(bound)}份公告，要打印{sheets}张",
    }
    pages: list[dict[str, Any]] = [front]
    for file, one in enumerate(bound):
        for number, size in enumerate(_sizes(one.pdf), start=1):
            pages.append(
                {"kind": "whole", "paper": size, **_page(file, number, size), "x": 0, "y": 0}
            )
    return _printed([one.pdf for one in bound], pages, press)


# Tiles.


@dataclass(frozen=True, slots=True)
class _Tile:
    """One sheet's part of the poster, in mm from its left upper corner."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float

    @property
    def label(self) -> str:
        """``B2``: the row as a letter, the column as a number."""
        return f"{chr(ord('A') + self.row % 26)}{self.column + 1}"


def _grid(whole: Size, paper: Size) -> tuple[Size, list[_Tile]]:
    """The paper as it is turned, and the tiles row by row."""
    turned = min((paper, paper[::-1]), key=lambda one: _count(whole, one))
    room = _room(turned)
    columns, rows = _steps(whole[0], room[0]), _steps(whole[1], room[1])
    size = min(room[0], whole[0]), min(room[1], whole[1])
    tiles = [
        _Tile(
            row,
            column,
            _at(column, columns, whole[0], size[0]),
            _at(row, rows, whole[1], size[1]),
            *size,
        )
        for row in range(rows)
        for column in range(columns)
    ]
    return turned, tiles


def _room(paper: Size) -> Size:
    return paper[0] - 2 * MARGIN, paper[1] - 2 * MARGIN


def _steps(whole: float, room: float) -> int:
    return max(1, ceil((whole - OVERLAP) / (room - OVERLAP) - 1e-9))


def _count(whole: Size, paper: Size) -> int:
    room = _room(paper)
    return _steps(whole[0], room[0]) * _steps(whole[1], room[1])


def _at(number: int, count: int, whole: float, size: float) -> float:
    """Where the tile begins; the last one ends with the poster."""
    return 0.0 if count == 1 else number * (whole - size) / (count - 1)


def _looked_at(pdf: bytes, number: int) -> Any:
    """A page in greys, coarse: only good for telling ink from paper."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[number - 1].render(scale=_LOOK / 72).to_pil().convert("L")
    finally:
        document.close()


def _has_ink(image: Any, tile: _Tile, whole: Size) -> bool:
    scale = image.width / whole[0], image.height / whole[1]
    left, top = tile.x * scale[0], tile.y * scale[1]
    part = image.crop(
        (
            int(left),
            int(top),
            ceil(left + tile.width * scale[0]),
            ceil(top + tile.height * scale[1]),
        )
    )
    return bool(part.getextrema()[0] < 250)


def _tile_page(number: int, whole: Size, sheet: Size, tile: _Tile) -> dict[str, Any]:
    keep = (sheet[0] - tile.width) / 2, (sheet[1] - tile.height) / 2
    return {
        "kind": "tile",
        "paper": sheet,
        **_page(0, number, whole),
        "x": tile.x,
        "y": tile.y,
        "keep": [*keep, tile.width, tile.height],
        "label": tile.label,
        "row": tile.row + 1,
        "column": tile.column + 1,
        "hint": "沿四角的线裁切，与邻张重叠处粘贴",
    }


def _sketch(number: int, whole: Size, paper: Size, tiles: Iterable[_Tile]) -> dict[str, Any]:
    listed = list(tiles)
    lines = [
        f"拼成以后宽{whole[0]:g}毫米、高{whole[1]:g}毫米，共{len(listed)}张。",
        "打印时选“实际大小”，不要选“适合页面”。",
        f"按四角的线裁去白边，相邻两张至少重叠{OVERLAP:g}毫米，对齐文字后粘贴。",
    ]
    return {
        "kind": "sketch",
        "paper": paper,
        **_page(0, number, whole),
        "lines": lines,
        "tiles": [
            {"x": t.x, "y": t.y, "w": t.width, "h": t.height, "label": t.label} for t in listed
        ],
    }


# Pages.


def _page(file: int, number: int, size: Size) -> dict[str, Any]:
    return {"file": file, "page": number, "width": size[0], "height": size[1]}


def _fitted(page: Size, size: Size) -> Size:
    scale = min(size[0] / page[0], size[1] / page[1])
    return page[0] * scale, page[1] * scale


def _sizes(pdf: bytes) -> list[Size]:
    """Width and height of each page in mm, to a tenth."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            (round(w * 25.4 / 72, 1), round(h * 25.4 / 72, 1)) for w, h in map(_points, document)
        ]
    finally:
        document.close()


def _points(page: Any) -> Size:
    width, height = page.get_size()
    return float(width), float(height)


def _printed(files: Sequence[bytes], pages: list[dict[str, Any]], press: Press) -> bytes:
    source = resources.built_in("themes") / "print" / "print.typ"
    fonts = press.known({"hei": ("Noto Sans SC",), "title": ("Gongshi Title",)})
    data = {"files": [list(file) for file in files], "pages": pages, "fonts": fonts}
    said = "".join(str(value) for page in pages for value in page.values())
    return press.set_paper(source, data, said, standard="1.7")
