"""The large-print sheet and the pictures for a phone."""

from __future__ import annotations

from ctypes import byref, c_float
from io import BytesIO

import pytest
from PIL import Image, ImageOps
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT, FPDFTextObj_GetFontSize

from bilingual import in_english, said
from elections import party
from gongshi.render.document import parse
from gongshi.render.posters import PosterFile, posters
from gongshi.render.text import to_text
from papers import LETTERHEAD, candidates, pages, press, published, sheets, squeezed

TEXT = "关于换届选举有关事项，现公告如下。\n\n" + "一、请大家互相转告，按时参加。\n\n" * 6


def draw(sheet: str, body: str, **changes: object) -> list[PosterFile]:
    return posters(published(body, **changes), [sheets()[sheet]], LETTERHEAD, press())


def sizes(pdf: bytes) -> list[float]:
    """The sizes of all texts of a PDF in points, as printed; the joints of no width aside."""
    found = []
    for page in pages(pdf):
        for text in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT]):
            size = c_float()
            FPDFTextObj_GetFontSize(text.raw, byref(size))
            found.append(size.value * text.get_matrix().d)
    return [size for size in found if size > 1]


@pytest.mark.parametrize("count", [1, 12, 60])
def test_large_print_is_never_smaller_than_twenty_four_points_in_its_text(count: int) -> None:
    (file,) = draw("a3-large", TEXT + candidates(count))
    foot = 20
    assert min(size for size in sizes(file.data) if abs(size - foot) > 0.1) >= 24 * 0.8
    (plain,) = draw("a3-large", TEXT * 4)
    assert min(size for size in sizes(plain.data) if abs(size - foot) > 0.1) >= 24


def test_large_print_is_as_large_in_the_second_language() -> None:
    (one,) = said(in_english(party()), "候选人公示").translations
    (file,) = draw("a3-large", "正文。", translations=(one,))
    foot = 20
    assert min(size for size in sizes(file.data) if abs(size - foot) > 0.1) >= 24


def test_large_print_is_made_of_every_notice_and_only_as_a_file_to_print() -> None:
    sheet = sheets()["a3-large"]
    assert sheet.always
    assert sheet.formats == ("pdf",)
    assert not any(one.always for one in sheets().values() if one is not sheet)


@pytest.mark.parametrize("count", [1, 12, 60])
def test_a_long_image_is_1080_dots_wide_and_light_enough_to_send(count: int) -> None:
    for file in draw("wechat", candidates(count)):
        image = Image.open(BytesIO(file.data))
        assert image.width == 1080
        assert image.height <= 10_000
        assert len(file.data) < 2_000_000


def test_a_longer_text_is_split_into_several_images() -> None:
    assert len(draw("wechat", candidates(3))) == 1
    assert [file.name for file in draw("wechat", candidates(60))][:2] == [
        "wechat.png",
        "wechat-2.png",
    ]


@pytest.mark.parametrize("count", range(18, 30, 3))
def test_the_last_image_ends_with_its_text(count: int) -> None:
    *_, last = draw("wechat", candidates(count))
    image = Image.open(BytesIO(last.data)).convert("L")
    _, _, _, bottom = ImageOps.invert(image).getbbox() or (0, 0, 0, 0)
    assert image.height - bottom < 120


def test_the_long_image_says_all_that_the_notice_says() -> None:
    body = candidates(12)
    pdf = press().pdf(published(body), sheets()["wechat"], LETTERHEAD)
    shown = squeezed("".join(page.get_textpage().get_text_bounded() for page in pages(pdf)))
    cells = to_text(parse(body)).replace("\n", "\t").split("\t")
    said = [squeezed(cell) for cell in cells if not cell.isdecimal()]
    said = [cell for cell in said if cell not in {"序号", "姓名"}]  # a card needs neither
    assert [cell for cell in said if cell not in shown] == []


def test_a_cover_has_the_size_that_covers_have() -> None:
    (file,) = draw("wechat-cover", candidates(1))
    assert Image.open(BytesIO(file.data)).size == (900, 383)


@pytest.mark.parametrize("sheet", ["a3-large", "wechat", "wechat-cover"])
def test_a_draft_is_marked(sheet: str) -> None:
    pdf = press().pdf(published(candidates(2), draft=True), sheets()[sheet], LETTERHEAD)
    text = squeezed("".join(page.get_textpage().get_text_bounded() for page in pages(pdf)))
    assert "草稿" in text
