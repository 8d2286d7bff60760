"""Portraits: upright, 3:4, and nothing of the photograph but its pixels."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

import papers as sheets
import worlds
from gongshi.papers.pictures import PORTRAIT, portrait
from paperwork import count, full, made, outside, overlapping, pdf, people, text
from photographs import CANARY, corners, scene, variant

#: What a JPEG of pixels alone may have: no APP1–APP15 but Adobe's, no comments.
_ALLOWED = {0xC0, 0xC4, 0xDA, 0xDB, 0xE0}


def markers(data: bytes) -> set[int]:
    """The markers of a baseline JPEG up to its pixels."""
    found, at = set[int](), 2
    while True:
        assert data[at] == 0xFF
        found.add(data[at + 1])
        if data[at + 1] == 0xDA:
            return found
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")


@pytest.mark.parametrize("block", range(10))
def test_five_hundred_photographs_leave_only_their_pixels(block: int) -> None:
    for number in range(50 * block, 50 * block + 50):
        source = variant(number)
        assert CANARY in source, number
        found = portrait(source)
        data = bytes(found["jpeg"])
        assert CANARY not in data, number
        assert markers(data) <= _ALLOWED, number
        assert data.endswith(b"\xff\xd9"), number
        image = Image.open(BytesIO(data))
        assert image.size == (found["width"], found["height"]) == PORTRAIT
        assert not image.getexif(), number
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}, number
        assert corners(image) == [0, 1, 2, 3], number


def darkest_of_strip(y: int) -> float:
    """The darkest grey of the portrait of a white picture, 300 by 700, black for 20 rows."""
    image, stream = Image.new("L", (300, 700), 255), BytesIO()
    image.paste(0, (0, y, 300, y + 20))
    image.save(stream, "PNG")
    low, _ = (
        Image.open(BytesIO(bytes(portrait(stream.getvalue())["jpeg"]))).convert("L").getextrema()
    )
    assert isinstance(low, int | float)
    return low


def test_of_a_tall_photograph_more_is_cut_below_than_above() -> None:
    assert darkest_of_strip(60) > 200
    assert darkest_of_strip(108) < 60
    assert darkest_of_strip(480) < 60
    assert darkest_of_strip(520) > 200


def test_a_large_photograph_is_decoded_small(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = BytesIO()
    scene(4000, 6000).save(stream, "JPEG")
    sizes = []
    load = Image.Image.load

    def seen(self: Image.Image) -> object:
        sizes.append(self.size)
        return load(self)

    monkeypatch.setattr(Image.Image, "load", seen)
    assert corners(Image.open(BytesIO(bytes(portrait(stream.getvalue())["jpeg"])))) == [0, 1, 2, 3]
    assert max(max(size) for size in sizes) <= 3000


@pytest.mark.parametrize("number", range(60))
def test_a_spoilt_photograph_is_a_portrait_or_refused(number: int) -> None:
    random, data = Random(number), bytearray(variant(number))  # noqa: S311
    for _ in range(random.randrange(1, 30)):
        data[random.randrange(len(data))] = random.randrange(256)
    try:
        found = portrait(bytes(data[: random.randrange(len(data))]))
    except ValueError:
        return
    assert CANARY not in bytes(found["jpeg"])


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "好.jpg").write_bytes(variant(0))
    (tmp_path / "photos" / "坏.jpg").write_bytes(variant(0)[:300])
    return tmp_path


def test_the_sheet_shows_photographs_and_frames_in_the_order_of_the_notice(photos: Path) -> None:
    post = ("书记", "丁一"), ("委员", "张华"), ("委员", "王伟")
    rows = tuple(
        worlds.candidate(row, name=who, post=what, photo="好.jpg" if who == "王伟" else "")
        for row, (what, who) in enumerate(post, start=2)
    )
    data = pdf("portraits", full(candidates=rows), folder=photos)
    assert CANARY not in data
    said = text(data)
    assert said.index("丁一") < said.index("王伟") < said.index("张华")
    assert "书记候选人" in said
    assert "现任职务：村民小组长" in said
    assert count(data) == 1


def test_each_photograph_that_cannot_be_used_is_a_finding_with_its_cell(photos: Path) -> None:
    files = ("坏.jpg", "没有.jpg", "好.jpg", "../photos/好.jpg")
    rows = tuple(
        worlds.candidate(n + 2, name=f"王{'甲乙丙丁'[n]}", photo=name)
        for n, name in enumerate(files)
    )
    data, findings = made("portraits", full(candidates=rows), folder=photos)
    assert data == b""
    assert {found.rule for found in findings} == {"C003"}
    cells = sorted(found.place.cell for found in findings)
    assert cells == sorted(rows[n].place("photo").cell for n in (0, 1, 3))


@pytest.mark.parametrize("many", [1, 2, 5, 11, 60])
@pytest.mark.parametrize("size", [(297.0, 420.0), (420.0, 594.0)])
def test_up_to_sixty_people_with_names_of_any_length_fit(
    many: int, size: tuple[float, float]
) -> None:
    names = (*sheets.NAMES, "苏", "热孜万古丽阿卜杜克热木麦麦提依明提尔江艾合")
    rows = people(many, names)
    data = pdf("portraits", full(candidates=rows, votes=(), meetings=()), size=size)
    assert outside(data) == []
    assert overlapping(data) == []
    assert all(one.name in text(data) for one in rows)
    assert count(data) <= (1 if many < 12 else 3)
