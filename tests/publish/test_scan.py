"""The last wall: a private number in any kind of text is found, and shown masked."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongshi.publish.scan import leaks, leaks_in, public_numbers
from worlds import records

ID = "11010119900307" + "7475"
CARD = "622202" + "1234567890" + "128"
MOBILE = "13912345678"


@pytest.mark.parametrize(
    "file",
    ["index.html", "notices.json", "sitemap.xml", "a.txt", "search/search_index.js", "x/y.svg"],
)
def test_every_kind_of_text_is_searched(tmp_path: Path, file: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"<p>电话{MOBILE}</p>", encoding="utf-8")
    (leak,) = leaks(tmp_path, frozenset())
    assert (leak.file, leak.what, leak.masked) == (file, "手机号码", "139****5678")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (ID, "身份证号码"),
        (f"身份证：{ID[:6]} {ID[6:14]} {ID[14:]}。", "身份证号码"),
        (ID.translate(str.maketrans("0123456789", "０１２３４５６７８９")), "身份证号码"),
        (f"<td>{CARD}</td>", "银行卡号"),
        ("139-1234-5678", "手机号码"),
        ("139\u200b1234\u200b5678", "手机号码"),
        (f'{{"a":"{MOBILE}"}}', "手机号码"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, what: str) -> None:
    assert [leak.what for leak in leaks_in(text, "a", frozenset())] == [what]


@pytest.mark.parametrize(
    "text",
    ["0838-6120001", "2026-11-21 2026-11-22", "a" * 20 + MOBILE + "b" * 33, "东党发〔2026〕1号"],
)
def test_what_is_no_private_number_is_let_through(text: str) -> None:
    assert list(leaks_in(text, "a", frozenset())) == []


def test_a_declared_mobile_number_is_public_and_an_identity_number_never_is() -> None:
    contacts = records().contacts
    public = public_numbers([contacts], [f"监督电话 {MOBILE}，{ID}"])
    assert list(leaks_in(MOBILE, "a", public)) == []
    assert len(list(leaks_in(ID, "a", public))) == 1
