"""Posters on other paper: sizes, tiles that cover everything, piles with their list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gongshi.render.printing import (
    MARGIN,
    OVERLAP,
    PAPERS,
    Bound,
    paper_size,
    pile,
    resized,
    tiled,
)
from papers import LETTERHEAD, MM, candidates, pages, press, published, sheets, squeezed

A3 = PAPERS["A3"]


def count_of(pdf: bytes) -> int:
    return sum(1 for _ in pages(pdf))


def poster(count: int = 3, sheet: str = "a3-red") -> bytes:
    return press().pdf(published(candidates(count)), sheets()[sheet], LETTERHEAD)


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    return [(round(w / MM), round(h / MM)) for w, h in (page.get_size() for page in pages(pdf))]


def said(pdf: bytes) -> list[str]:
    return [squeezed(page.get_textpage().get_text_bounded()) for page in pages(pdf)]


def inked(pdf: bytes) -> list[bool]:
    """Whether there is more on a page than marks at its edges."""
    images = [page.render(scale=0.5).to_pil().convert("L") for page in pages(pdf)]
    edge = int(MARGIN * MM * 0.5)
    return [
        image.crop((edge, edge, image.width - edge, image.height - edge)).getextrema()[0] < 250
        for image in images
    ]


@pytest.mark.parametrize(
    ("text", "size"), [("A1", (594, 841)), ("a4", (210, 297)), ("420x600", (420, 600))]
)
def test_papers_are_named_or_measured(text: str, size: tuple[float, float]) -> None:
    assert paper_size(text) == size


@pytest.mark.parametrize("text", ["", "A9", "x", "420", "20x300", "99999x100", "1e3x100"])
def test_what_is_no_paper_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="^" + text):
        paper_size(text)


@pytest.mark.parametrize("paper", ["A4", "A2", "A1", "500x500"])
def test_a_poster_on_other_paper_says_the_same(paper: str) -> None:
    pdf = poster()
    other = resized(pdf, paper_size(paper), press())
    assert sizes(other) == [tuple(map(round, paper_size(paper)))] * count_of(pdf)
    assert said(other) == said(pdf)


@pytest.mark.parametrize(("size", "sheets_needed"), [("A3", 4), ("A2", 8), ("A1", 15)])
def test_tiles_are_as_few_as_the_paper_allows(size: str, sheets_needed: int) -> None:
    pdf = tiled(poster(), paper_size(size), PAPERS["A4"], press())
    assert count_of(pdf) == 1 + sheets_needed


def test_no_tile_is_blank() -> None:
    short = press().pdf(published("特此公告。\n"), sheets()["a3-red"], LETTERHEAD)
    pdf = tiled(short, PAPERS["A0"], PAPERS["A4"], press())
    assert all(inked(pdf))
    assert f"共{count_of(pdf) - 1}张" in said(pdf)[0]


def test_every_stretch_of_text_is_whole_on_some_tile() -> None:
    """What lies in the middle of an overlap of 10 mm is on both tiles."""
    pdf = tiled(poster(), None, PAPERS["A4"], press())
    assert all("第1行第" in text or "第2行第" in text for text in said(pdf)[1:])
    assert "A1" in said(pdf)[0]
    assert "B2" in said(pdf)[0]
    width = min(A3[0], PAPERS["A4"][0] - 2 * MARGIN)
    assert 2 * width - A3[0] >= OVERLAP


def test_a_pile_begins_with_its_list_and_counts_every_sheet() -> None:
    pdf = poster(30)
    count = count_of(pdf)
    whole = pile(
        "云溪镇待张贴公告",
        "2026年11月2日",
        [Bound(pdf, ("青禾村", "候选人公示", "5"), 3), Bound(pdf, ("石桥村", "任职公示", "6"), 1)],
        press(),
    )
    first, *rest = said(whole)
    assert len(rest) == 2 * count
    assert f"共2份公告，要打印{4 * count}张" in first
    assert "青禾村候选人公示5" in first
    assert rest[:count] == said(pdf)


def test_equal_posters_give_equal_tiles() -> None:
    assert tiled(poster(), None, PAPERS["A4"], press()) == tiled(
        poster(), None, PAPERS["A4"], press()
    )


def test_a_specimen_is_marked_and_keeps_its_codes() -> None:
    marked = replace(LETTERHEAD, mark="样张")
    pdf = press().pdf(published(candidates(2)), sheets()["a3-red"], marked)
    assert "样张" in said(pdf)[0]
    assert "核对码" in said(pdf)[0]
