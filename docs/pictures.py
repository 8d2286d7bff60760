"""Draw a small picture of each kind of notice: ``python docs/pictures.py [PROJECT]``.

For the manual only, after a change of words or sheets and once the examples are issued
again.  The first notice of a kind that an example has issued is drawn; where none has,
the first draft.  A few greys and reds are enough for a page of text, so that each
picture stays below 40 kB.
"""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image

from gongshi import resources
from gongshi.check import check_township
from gongshi.model.notice import Published
from gongshi.read.project import read_project
from gongshi.render.job import Letterhead
from gongshi.render.press import Press
from gongshi.render.raster import pngs
from gongshi.render.sheets import load_sheets

DOCS = Path(__file__).parent
TODAY = date(2026, 11, 21)
WIDTH, DPI = 360, 72
#: Ink and the letterhead's red, each in steps to white.
_GREYS = [(grey, grey, grey) for grey in (0, 64, 112, 160, 208, 255)]
_REDS = [(230, 0, 18), (238, 102, 113), (247, 178, 184)]


def draw(root: Path, folder: Path) -> int:
    """Write ``<kind>.png`` for every kind the project uses; the number of pictures."""
    project, _ = read_project(root)
    sheets = load_sheets(resources.folders(root, "themes/sheets"))
    press = Press(root, project.county.fonts)
    folder.mkdir(parents=True, exist_ok=True)
    chosen: dict[str, tuple[Published, Letterhead, str]] = {}
    for slug in project.townships:
        checked = check_township(project, slug, TODAY)
        letterhead = Letterhead.of(project.county, checked.reading.township)
        own = {kind.id: kind.sheets[0] for kind in checked.kinds.values()}
        for one in (found for term in checked.terms for found in term.published):
            kept = chosen.get(one.notice.kind)
            if kept is None or (kept[0].is_draft and not one.is_draft):
                chosen[one.notice.kind] = one, letterhead, own[one.notice.kind]
    for kind, (one, letterhead, sheet) in sorted(chosen.items()):
        page = pngs(press.pdf(one, sheets[sheet], letterhead), DPI)[0]
        (folder / f"{kind}.png").write_bytes(_small(page))
    return len(chosen)


def draw_both(root: Path, file: Path) -> None:
    """Write the first candidates' notice in two languages, its sheets side by side."""
    project, _ = read_project(root)
    sheet = load_sheets(resources.folders(root, "themes/sheets"))["a3-red"]
    press = Press(root, project.county.fonts)
    for slug in project.townships:
        checked = check_township(project, slug, TODAY)
        for one in (found.notice for term in checked.terms for found in term.composed):
            if one and one.kind == "candidates" and one.translations:
                letterhead = Letterhead.of(project.county, checked.reading.township)
                found = Published(notice=one, digest="0" * 64)
                plain = replace(found, notice=replace(one, translations=()))
                behind = len(pngs(press.pdf(plain, sheet, letterhead), 60))
                both = pngs(press.pdf(found, sheet, letterhead), 60)
                file.write_bytes(_beside(both[0], both[behind]))
                return


def _beside(left: bytes, right: bytes) -> bytes:
    with Image.open(io.BytesIO(left)) as one, Image.open(io.BytesIO(right)) as other:
        sheet = Image.new("L", (one.width + 12 + other.width, one.height), 160)
        sheet.paste(one.convert("L"), (0, 0))
        sheet.paste(other.convert("L"), (one.width + 12, 0))
    out = io.BytesIO()
    sheet.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def _small(page: bytes) -> bytes:
    """The first page as a palette PNG of the manual's width."""
    with Image.open(io.BytesIO(page)) as image:
        height = round(image.height * WIDTH / image.width)
        small = image.convert("RGB").resize((WIDTH, height), Image.Resampling.LANCZOS)
    palette = Image.new("P", (1, 1))
    palette.putpalette([part for colour in (*_GREYS, *_REDS) for part in colour])
    out = io.BytesIO()
    small.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    here = Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS.parent
    draw_both(here, DOCS / "pictures" / "bilingual.png")
    print(f"{draw(here, DOCS / 'pictures' / 'kinds')} pictures drawn")
