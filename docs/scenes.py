"""Draw the manual's other pictures: ``python docs/scenes.py`` (Chromium is needed).

Posters, papers side by side, and pages of a site as a browser shows them; all are made by the
program's own commands from the examples, so that the manual shows what a clerk gets.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = ("--today", "2026-11-21", "--project", str(ROOT))
TOWNSHIP = "yunxi/2026"
VILLAGE = ("--village", "青禾村")

#: Picture → notice, sheet and width in dots.
POSTERS = {
    "poster": ("yunxi/2026/5", "a3-red", 882),
    "poster-a4": ("yunxi/2026/5", "a4-gb9704", 722),
}
#: Picture → papers, each with what its command line has more.
PAPERS = {
    "papers-meeting": (
        ("选票", "--colour", "粉红", *VILLAGE),
        ("计票记录", *VILLAGE),
        ("主持词", *VILLAGE),
        ("入户通知", *VILLAGE),
    ),
    "papers-street": (("纪律海报",), ("纪律小卡片",), ("宣传画",), ("换届板报",)),
    "papers-evidence": (
        ("候选人照片墙", *VILLAGE),
        ("姓名用字校样",),
        ("公示情况说明", *VILLAGE),
    ),
}
#: Dots that a paper in a row may be high and wide.
HIGHEST, WIDEST = 520, 480
#: Picture → page of the site, width and height in points, dots a point.
PAGES = {
    "page": ("yunxi/2026/qinghecun/5/index.html", 1102, 1027, 1.0),
    "phone": ("yunxi/2026/qinghecun/5/index.html", 386, 833, 1.25),
    "statistics": ("yunxi/statistics/2026/page-2/index.html", 760, 1180, 1.0),
}


def gongshi(*words: str) -> None:
    """Run a command of the program on the examples."""
    command = [sys.executable, "-m", "gongshi", *words, *DAY]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def first_page(folder: Path, *, dpi: int = 120) -> Image.Image:
    """The first page of the only PDF below a folder."""
    (pdf, *_) = sorted(folder.rglob("*.pdf"))
    page: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil()
    return page


def draw_posters(folder: Path) -> None:
    """A notice on each of its papers."""
    for name, (notice, sheet, width) in POSTERS.items():
        out = folder / name
        gongshi("poster", notice, "--sheet", sheet, "--format", "pdf", "--out", str(out))
        page = first_page(out)
        save(framed(page, round(page.height * width / page.width)), name)


def draw_papers(folder: Path) -> None:
    """The first pages of papers, side by side."""
    for name, papers in PAPERS.items():
        pages = []
        for number, (paper, *more) in enumerate(papers):
            out = folder / f"{name}-{number}"
            gongshi("paper", paper, TOWNSHIP, *more, "--out", str(out))
            pages.append(framed(first_page(out, dpi=60), HIGHEST, WIDEST))
        save(beside(pages), name)


def draw_pages(folder: Path) -> None:
    """Pages of the site at the size of a desk and of a telephone."""
    gongshi("build", "--no-posters", "--out", str(folder / "dist"))
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM", chromium))
        for name, (path, width, height, scale) in PAGES.items():
            page = browser.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=scale
            )
            page.goto((folder / "dist" / path).as_uri())
            save(Image.open(io.BytesIO(page.screenshot())).convert("RGB"), name)
        browser.close()


def framed(page: Image.Image, height: int, most: int = 1_000) -> Image.Image:
    """The page at a height, or lower where it would be wider than ``most``; in a grey frame."""
    width = min(round(page.width * height / page.height), most)
    height = round(page.height * width / page.width)
    sheet = Image.new("RGB", (width, height), (176, 176, 176))
    sheet.paste(page.resize((width - 2, height - 2), Image.Resampling.LANCZOS), (1, 1))
    return sheet


def beside(pages: list[Image.Image]) -> Image.Image:
    """Pages in a row, 14 dots apart."""
    size = sum(page.width + 14 for page in pages) - 14, max(page.height for page in pages)
    row = Image.new("RGB", size, "white")
    at = 0
    for page in pages:
        row.paste(page, (at, 0))
        at += page.width + 14
    return row


def save(picture: Image.Image, name: str) -> None:
    """A palette is enough for print and screens, and a fifth of the size."""
    picture.quantize(128).save(PICTURES / f"{name}.png", "PNG", optimize=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        for draw in (draw_posters, draw_papers, draw_pages):
            draw(Path(temporary))
