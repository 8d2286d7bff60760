"""Posters as they come off the press: paper, text, fit, marks, images."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from math import hypot
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from PIL import Image

from gongshi.render.document import parse
from gongshi.render.job import Letterhead
from gongshi.render.posters import posters
from gongshi.render.press import MissingGlyphError
from gongshi.render.raster import pngs
from gongshi.render.sheets import SheetError
from gongshi.render.text import to_text
from papers import (
    LETTERHEAD,
    MM,
    NAMES,
    body_text,
    boxes,
    candidates,
    fonts,
    pages,
    press,
    published,
    sheets,
    squeezed,
)

SHEETS = ("a3-large", "a3-red", "a4-gb9704")
FOOT = {"a3-large": 44.0, "a3-red": 44.0, "a4-gb9704": 34.0}
HEAD = ("a3-red", "a4-gb9704")
#: The rule that stands below the signature, in mm from the foot of the sheet.
LINE = {"a3-large": 42.0, "a3-red": 41.0, "a4-gb9704": 35.0}
COLOPHON = {"a3-large": "", "a3-red": "", "a4-gb9704": "青禾县云溪镇2026年11月2日印发"}


def pdf_of(sheet: str, body: str, **changes: object) -> bytes:
    return press().pdf(published(body, **changes), sheets()[sheet], LETTERHEAD)


def text_of(pdf: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages(pdf))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_poster_has_its_papers_size(sheet: str) -> None:
    for page in pages(pdf_of(sheet, candidates(12))):
        size = [length / MM for length in page.get_size()]
        assert size == pytest.approx(sheets()[sheet].paper, abs=1)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_poster_is_pdf_a_2b_with_all_fonts_embedded(sheet: str) -> None:
    pdf = pdf_of(sheet, candidates(2))
    assert b'pdfaid:part="2"' in pdf or b"<pdfaid:part>2" in pdf
    assert b"<pdfaid:conformance>B" in pdf or b'conformance="B"' in pdf
    found = fonts(pdf)
    assert len(found) >= 2
    assert all(found.values())
    assert all(re.match("[A-Z]{6}[+]", name) for name in found), "a font is whole, not a subset"


def test_a_font_that_a_pdf_does_not_carry_is_seen() -> None:
    assert fonts(WITHOUT_FONTS) == {"Helvetica": False}


WITHOUT_FONTS = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 33>> stream
BT /F 9 Tf 9 9 Td (gongshi) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R>>
"""


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("count", [1, 2, 5, 12, 30, 60])
def test_every_character_is_on_paper_in_order_and_nowhere_else(sheet: str, count: int) -> None:
    body = candidates(count)
    pdf = pdf_of(sheet, body)
    notice = published(body).notice
    header = "序号姓名性别民族出生年月学历现任职务拟任职务"
    head = notice.issuer + notice.document_number if sheet in HEAD else ""
    expected = squeezed(
        head + notice.title + to_text(parse(body))
        + notice.issuer + "2026年11月2日" + COLOPHON[sheet]
    )  # fmt: skip
    printed = body_text(pdf, sheets()[sheet], FOOT[sheet])
    first, _, rest = printed.partition(header)
    assert first + header + rest.replace(header, "") == expected


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", NAMES)
def test_no_character_leaves_the_text_area_or_lies_on_another(sheet: str, name: str) -> None:
    paper, text = sheets()[sheet].paper, sheets()[sheet].text
    slack = (paper[0] - text[0] - 3) / 2 if sheet.startswith("a3") else 25
    for page in pages(pdf_of(sheet, candidates(9, (name, "王伟")))):
        found = boxes(page)
        assert min(box[0] for box in found) > slack * MM
        assert max(box[2] for box in found) < (paper[0] - slack) * MM
        assert min(box[1] for box in found) > 10 * MM
        assert not overlapping(found)


def overlapping(found: list[tuple[float, float, float, float]]) -> list[tuple[object, object]]:
    """Pairs of characters of which one's middle lies within the other."""
    found = sorted(found)
    pairs = []
    for n, a in enumerate(found):
        for b in found[n + 1 :]:
            if b[0] > a[2]:
                break
            x, y = (b[0] + b[2]) / 2, (b[1] + b[3]) / 2
            if a[0] < x < a[2] and a[1] < y < a[3]:
                pairs.append((a, b))
    return pairs


def test_a_long_list_goes_on_with_numbered_pages_and_its_head_repeated() -> None:
    pdf = pdf_of("a3-red", candidates(60))
    texts = [squeezed(page.get_textpage().get_text_bounded()) for page in pages(pdf)]
    assert len(texts) > 1
    for number, text in enumerate(texts, start=1):
        assert f"第{number}页共{len(texts)}页" in text
    with_rows = [text for text in texts if "1985年" in text]
    assert all("出生年月学历" in text for text in with_rows)


def test_a_short_notice_is_set_large_and_fills_the_board_sheet() -> None:
    pdf = pdf_of("a3-red", "王伟同志拟任青禾村党支部书记。\n\n特此公示。\n", title="任职公示")
    (found,) = (boxes(page) for page in pages(pdf))
    text = [box for box in found if box[1] > FOOT["a3-red"] * MM]
    assert sorted(box[3] - box[1] for box in text)[len(text) // 2] > 27
    assert min(box[1] for box in text) < 250 * MM


def test_the_official_layout_has_the_standards_measures() -> None:
    pdf = pdf_of("a4-gb9704", "国" * 1700 + "\n\n特此公示。\n")
    first, second, *_ = (boxes(page) for page in pages(pdf))
    body = [box for box in second if box[1] > 34.9 * MM]
    lines = [row for row in sorted({round(box[3]) for box in body}) if row > 34.9 * MM]
    assert 297 - max(box[3] for box in body) / MM == pytest.approx(37, abs=1)
    assert min(box[0] for box in body) / MM == pytest.approx(26, abs=1)
    assert max(box[2] for box in body) / MM == pytest.approx(182, abs=1)
    assert (len(lines), len(body)) == (22, 22 * 28)
    assert 297 - max(box[3] for box in first) / MM == pytest.approx(72, abs=1)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_same_notice_gives_the_same_bytes(sheet: str) -> None:
    from gongshi.render.press import Press

    one, other = (
        Press(Path("/nowhere")).pdf(published(candidates(3)), sheets()[sheet], LETTERHEAD)
        for _ in range(2)
    )
    assert one == other
    assert pngs(one, 100) == pngs(other, 100)


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_page_has_the_code_and_the_address(sheet: str) -> None:
    issued = published(candidates(30))
    pdf = press().pdf(issued, sheets()[sheet], LETTERHEAD)
    for image in pngs(pdf, 300)[:2]:
        (code,) = zxingcpp.read_barcodes(Image.open(BytesIO(image)).convert("L"))
        assert code.text == "https://gongshi.example/yunxi/2026/qinghecun/5/"
    assert all(issued.check_code in page.get_textpage().get_text_bounded() for page in pages(pdf))


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_code_survives_a_poor_copy(sheet: str) -> None:
    page = Image.open(BytesIO(pngs(pdf_of(sheet, candidates(2)), 150)[0])).convert("L")
    copy = BytesIO()
    page.save(copy, "JPEG", quality=60)
    assert len(zxingcpp.read_barcodes(Image.open(copy))) == 1


def test_an_image_has_few_colours_its_resolution_and_a_small_size() -> None:
    sheet = sheets()["a3-red"]
    file, *_ = posters(published(candidates(8)), [sheet], LETTERHEAD, press(), ("png",))
    image = Image.open(BytesIO(file.data))
    assert (file.name, file.format, file.width_mm, file.height_mm) == (
        "a3-red.png",
        "png",
        297,
        420,
    )
    assert image.size == pytest.approx((3508, 4961), abs=2)
    assert image.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert image.mode == "P"
    assert len(image.getcolors()) <= 16
    assert len(file.data) < 700_000


def test_further_pages_have_numbered_images() -> None:
    wanted = [sheets()[name] for name in HEAD]
    files = posters(published(candidates(30)), wanted, LETTERHEAD, press())
    names = [file.name for file in files]
    assert names[:3] == ["a3-red.pdf", "a3-red.png", "a3-red-2.png"]
    assert "a4-gb9704-3.png" in names
    images = [file.page for file in files if file.name.startswith("a3-red") and not file.pages > 1]
    assert images == list(range(1, files[0].pages + 1))


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_draft_is_marked_and_has_neither_code(sheet: str) -> None:
    pdf = pdf_of(sheet, candidates(2), draft=True)
    text = squeezed(text_of(pdf))
    assert "草稿" in text
    assert "尚未签发" in text
    assert "核对码" not in text
    image = Image.open(BytesIO(pngs(pdf, 150)[0])).convert("L")
    assert zxingcpp.read_barcodes(image) == []


def test_a_county_without_an_address_has_no_qr_code() -> None:
    nowhere = Letterhead(township="青禾县云溪镇", slug="yunxi")
    pdf = press().pdf(published(candidates(2)), sheets()["a3-red"], nowhere)
    assert zxingcpp.read_barcodes(Image.open(BytesIO(pngs(pdf, 150)[0])).convert("L")) == []
    assert "核对码" in text_of(pdf)


def test_a_character_in_no_font_is_refused_by_name() -> None:
    with pytest.raises(MissingGlyphError, match=r"𠀀（U\+20000）") as refused:
        pdf_of("a3-red", "现将𠀀同志予以公示。\n")
    assert refused.value.characters == ("𠀀",)


def test_values_stay_text_on_paper() -> None:
    hostile = '#panic() $x^2$ @ref \\<a\\> //c /\\*d\\*/ \\_e\\_ "f" \\`g\\` ~ #import'
    printed = squeezed(text_of(pdf_of("a3-red", hostile + "\n", title="#panic()$1$")))
    assert squeezed('#panic()$x^2$@ref<a>//c/*d*/_e_"f"`g`~#import') in printed
    assert "#panic()$1$" in printed


def test_no_sheet_is_spent_on_the_signature_alone() -> None:
    """Notices of growing length: a last page with next to nothing is set tighter."""
    for count in range(9, 16):
        texts = [
            squeezed(page.get_textpage().get_text_bounded())
            for page in pages(pdf_of("a3-red", candidates(count)))
        ]
        assert len(texts) == 1 or len(texts[-1]) > 150


def test_a_sheet_that_typst_cannot_read_is_refused_by_name(tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "sheet.typ"
    broken.parent.mkdir()
    broken.write_text("#let", "utf-8")
    with pytest.raises(SheetError, match=r"broken/sheet.typ 不能用"):
        press().pdf(published("x\n"), replace(sheets()["a3-red"], source=broken), LETTERHEAD)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("count", [2, 4, 6, 8, 11, 14])
def test_a_seal_of_42_mm_has_room_round_issuer_and_date(sheet: str, count: int) -> None:
    signed = [found for page in pages(pdf_of(sheet, candidates(count))) for found in seals(page)]
    ((x, y, width, inside),) = signed
    radius = 21 * MM
    assert x + radius <= width, "the seal stays on the paper"
    assert inside == []
    assert y - radius >= LINE[sheet] * MM, "the seal stays above the rule below it"


def seals(page: Any) -> Iterator[tuple[float, float, float, list[float]]]:
    """Where a seal is put on a page: its middle, the page's width, what else lies under it."""
    text, every = page.get_textpage(), boxes(page)
    for issuer in boxes_of(text, "中共青禾县云溪镇委员会"):
        for day in boxes_of(text, "2026年11月2日"):
            x, y = (issuer[0] + issuer[2]) / 2, (issuer[3] + day[1]) / 2
            if abs(x - (day[0] + day[2]) / 2) < 9 and 0 < issuer[1] - day[3] < 15 * MM:
                # Characters reach a little over their line; a tenth of it is let pass.
                others = (one for one in every if not day[1] - 1 <= one[1] <= issuer[3])
                far = (near(one, x, y) for one in others)
                yield x, y, page.get_size()[0], [one for one in far if one < 21 * MM - 3]


def boxes_of(text: Any, word: str) -> Iterator[tuple[float, float, float, float]]:
    """The box of every place where a page says the word."""
    search = text.search(word)
    while (place := search.get_next()) is not None:
        each = [text.get_charbox(n) for n in range(place[0], sum(place))]
        lefts, bottoms, rights, tops = zip(*each, strict=True)
        yield min(lefts), min(bottoms), max(rights), max(tops)


def near(box: tuple[float, float, float, float], x: float, y: float) -> float:
    """How far the nearest point of a box is from a point."""
    left, bottom, right, top = box
    return hypot(max(left - x, 0, x - right), max(bottom - y, 0, y - top))
