"""The second language on paper: behind the Chinese text, in its own direction, never cut off."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
import uharfbuzz

from bilingual import english, in_english, said, translation, uyghur
from elections import composed, party
from gongshi.fonts import font_files
from gongshi.model.notice import Notice, Published, Translation
from gongshi.render.document import parse
from gongshi.render.press import MissingGlyphError
from gongshi.render.text import to_text
from papers import LETTERHEAD, MM, NAMES, boxes, pages, press, sheets, squeezed

SHEETS = ("a3-large", "a3-red", "a4-gb9704")
FOOT = {"a3-large": 44.0, "a3-red": 44.0, "a4-gb9704": 34.0}
TIBETAN = Translation(
    lang="bo",
    direction="ltr",
    title="འོས་བསྡུའི་བརྡ་ཐོ།",
    issuer="གྲོང་ཚོ།",
    dated="2026",
    body="རྒྱ་གར་སྐད་དུ། བོད་སྐད་དུ།",
)


def pdf_of(notice: Notice, sheet: str) -> bytes:
    published = Published(notice=notice, digest="ab12cd34ef" * 6 + "abcd")
    return press().pdf(published, sheets()[sheet], LETTERHEAD)


def count(pdf: bytes) -> int:
    return len(list(pages(pdf)))


def text_above_the_foot(pdf: bytes, sheet: str, behind: int) -> str:
    width, height = (length * MM for length in sheets()[sheet].paper)
    texts = [
        page.get_textpage().get_text_bounded(0, FOOT[sheet] * MM, width, height)
        for page in pages(pdf)
    ]
    return squeezed("".join(texts[behind:]))


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("kind", ["候选人公示", "选举结果公告", "选举公告", "更正公告"])
def test_the_paper_says_what_the_page_says_in_english_too(sheet: str, kind: str) -> None:
    found = english(kind, "党组织")
    one = translation(found)
    plain = composed(party(), kind).notice
    assert found.notice is not None
    assert plain is not None
    behind = count(pdf_of(plain, sheet))
    text = text_above_the_foot(pdf_of(found.notice, sheet), sheet, behind)
    lines = [one.title, *to_text(parse(one.body)).split("\n"), one.issuer, one.dated]
    for line in lines:
        for cell in line.split("\t"):
            words = [squeezed(word) for word in cell.split(" ")]
            assert all(word in text for word in words), line


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_chinese_sheets_stay_as_they_are(sheet: str) -> None:
    plain, both = said(party(), "候选人公示"), said(in_english(party()), "候选人公示")
    ours = [boxes(page) for page in pages(pdf_of(both, sheet))]
    theirs = [boxes(page) for page in pages(pdf_of(plain, sheet))]
    assert len(ours) > len(theirs)
    top = FOOT[sheet] * MM
    for one, other in zip(ours, theirs, strict=False):
        assert [box for box in one if box[1] > top] == [box for box in other if box[1] > top]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("people", [1, 60])
def test_nothing_runs_off_the_paper_whatever_the_names(sheet: str, people: int) -> None:
    base = party()
    first = base.candidates[1]
    others = [f"Name {n} " + "Abdurahman " * (n % 4) for n in range(people)]
    crowd = [
        replace(first, name=NAMES[n % len(NAMES)], other_name=other)
        for n, other in enumerate(others)
    ]
    world = in_english(replace(base, candidates=(base.candidates[0], *crowd)))
    paper = sheets()[sheet]
    left = (paper.paper[0] - paper.text[0]) / 2 * MM - 8
    right = paper.paper[0] * MM - left
    for page in pages(pdf_of(said(world, "候选人公示"), sheet)):
        for box in boxes(page):
            assert left <= box[0]
            assert box[2] <= right


@pytest.mark.parametrize("sheet", SHEETS)
def test_uyghur_begins_at_the_right_and_the_foot_does_not_turn(sheet: str, tmp_path: Path) -> None:
    notice, _ = uyghur(tmp_path)
    chinese, turned = list_of_boxes(pdf_of(notice, sheet))[:2]
    top = FOOT[sheet] * MM
    text = [box for box in turned if box[1] > top]
    rightmost, leftmost = max(box[2] for box in text), min(box[0] for box in text)
    lines: dict[int, list[tuple[float, float, float, float]]] = {}
    for box in text:
        lines.setdefault(round(box[1] / 8), []).append(box)
    at_right = sum(rightmost - max(box[2] for box in line) < 9 for line in lines.values())
    at_left = sum(min(box[0] for box in line) - leftmost < 9 for line in lines.values())
    assert at_right > at_left
    if sheet != "a4-gb9704":
        feet = [[box for box in page if box[1] < top] for page in (chinese, turned)]
        assert min(feet[0])[0] == pytest.approx(min(feet[1])[0], abs=1)


def list_of_boxes(pdf: bytes) -> list[list[tuple[float, float, float, float]]]:
    return [boxes(page) for page in pages(pdf)]


@cache
def font(name: str) -> uharfbuzz.Font:
    (file,) = [file for file in font_files(Path("/nowhere")) if name in file.name]
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file))))


def glyphs(name: str, text: str) -> list[int]:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font(name), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


def test_the_letters_of_a_uyghur_word_are_joined() -> None:
    word = "ئۇيغۇرچە"
    alone = [glyph for letter in word for glyph in glyphs("NotoNaskhArabic", letter)]
    joined = glyphs("NotoNaskhArabic", word)
    assert 0 not in joined
    assert sorted(joined) != sorted(alone)


@pytest.mark.parametrize("letter", "ئەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي،؟؛")
def test_every_letter_of_uyghur_has_a_glyph(letter: str) -> None:
    assert 0 not in glyphs("NotoNaskhArabic", letter)


def test_tibetan_letters_are_stacked() -> None:
    stack = glyphs("NotoSerifTibetan", "རྒྱ")
    assert 0 not in stack
    assert len(stack) < len("རྒྱ")


def test_tibetan_is_printed_with_its_own_font() -> None:
    notice = replace(said(party(), "候选人公示"), translations=(TIBETAN,))
    text = text_above_the_foot(pdf_of(notice, "a3-red"), "a3-red", 1)
    assert "རྒྱ་གར་སྐད་དུ།" in text


def test_a_letter_that_no_font_has_stops_the_poster() -> None:
    odd = replace(TIBETAN, body="\U000e0fff")
    notice = replace(said(party(), "候选人公示"), translations=(odd,))
    with pytest.raises(MissingGlyphError):
        pdf_of(notice, "a3-red")
