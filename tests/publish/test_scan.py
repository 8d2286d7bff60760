"""The last wall: a private number in any kind of text is found, and shown masked."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from gongshi.publish.scan import leaks, leaks_in, public_words
from papers import LETTERHEAD, press, published, sheets
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
        ("139　1234　5678", "手机号码"),
        ("139  1234\u00a0 5678", "手机号码"),
        (
            "\u2068\u06f1\u06f3\u06f9\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u2069",
            "手机号码",
        ),
        ("༡༣༩༡༢༣༤༥༦༧༨", "手机号码"),
        (f"身份证：{ID[:6]}　　{ID[6:14]}　　{ID[14:]}", "身份证号码"),
        ("家在北纬30.572269", "定位坐标"),
        ("（104.066541，30.572269）", "定位坐标"),
        ("30°34′20″N", "定位坐标"),
        (f'{{"a":"{MOBILE}"}}', "手机号码"),
    ],
)
def test_a_number_is_found_however_it_is_written(text: str, what: str) -> None:
    assert [leak.what for leak in leaks_in(text, "a", frozenset())] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "0838-6120001",
        "2026-11-21 2026-11-22",
        "a" * 20 + MOBILE + "b" * 33,
        f"签发链 a{MOBILE}beef",
        "UID:0f2ab06d-c139-5234-8678-abcdef012345-start",
        "东党发〔2026〕1号",
        "得票率30.5722%",
        "104.25 30.75 M12.3456,7.8901",
    ],
)
def test_what_is_no_private_number_is_let_through(text: str) -> None:
    assert list(leaks_in(text, "a", frozenset())) == []


def picture(form: str, **saved: object) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (8, 8)).save(stream, form, **saved)
    return stream.getvalue()


def with_text(words: str) -> bytes:
    note = PngInfo()
    note.add_text("Comment", words)
    return picture("PNG", pnginfo=note)


def with_exif(tag: int, value: object) -> bytes:
    exif = Image.Exif()
    exif[tag] = value
    return picture("JPEG", exif=exif)


def with_position(form: str) -> bytes:
    exif = Image.Exif()
    exif[0x8825] = {1: "N"}
    return picture(form, exif=exif)


def with_private_exif(words: str) -> bytes:
    exif = Image.Exif()
    exif[0x8769] = {0x9286: words.encode()}
    return picture("JPEG", exif=exif)


def workbook(words: str) -> bytes:
    book, stream = Workbook(), BytesIO()
    sheet = book.create_sheet("隐藏")
    sheet.sheet_state = "hidden"
    sheet["A1"].comment = Comment(words, "x")
    book.save(stream)
    return stream.getvalue()


SAID = f"电话{MOBILE}"
PLANTED = {
    "2026/x/1/a3-red.pdf": lambda: press().pdf(
        published(f"{SAID}。\n"), sheets()["a3-red"], LETTERHEAD
    ),
    "a.png": lambda: with_text(SAID),
    "a.jpg": lambda: with_exif(0x010E, SAID.encode()),
    "report.xlsx": lambda: workbook(SAID),
    "sitemap.xml.gz": lambda: gzip.compress(SAID.encode()),
    "feed.xml": SAID.encode,
    "calendar.ics": SAID.encode,
    "2026/data/elected.csv": SAID.encode,
    f"{MOBILE}.woff2": lambda: b"",
    "IMG_0001.JPG": lambda: with_exif(0x010E, SAID.encode()),
    "comment.jpeg": lambda: picture("JPEG", comment=SAID.encode()),
    "note.jpg": lambda: with_private_exif(SAID),
    "xmp.webp": lambda: picture("WEBP", xmp=f"<x>{SAID}</x>".encode()),
    "behind.jpg": lambda: picture("JPEG") + SAID.encode(),
    "behind.png": lambda: picture("PNG") + SAID.encode(),
    "spoilt.png": lambda: b"\x89PNG" + SAID.encode(),
    "spoilt.pdf": lambda: b"%PDF-1.7" + SAID.encode(),
    "spoilt.zip": lambda: b"PK\x03\x04" + SAID.encode(),
    "old.doc": lambda: b"\xd0\xcf\0" + SAID.encode("utf-16-le"),
    "INDEX.HTM": SAID.encode,
    "card.vcf": SAID.encode,
    "page.js": SAID.encode,
    "no-ending": SAID.encode,
}


@pytest.mark.parametrize("file", PLANTED)
def test_a_leak_in_every_kind_of_output_is_found(tmp_path: Path, file: str) -> None:
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PLANTED[file]())
    found = list(leaks(tmp_path, frozenset()))
    assert {(leak.file, leak.what, leak.masked) for leak in found} == {
        (file, "手机号码", "139****5678")
    }


WHERE = b"<rdf:Description exif:GPSLatitude='31,12.5N'/>"


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.jpg", with_position("JPEG")),
        ("IMG_0001.JPG", with_position("JPEG")),
        ("a.png", with_position("PNG")),
        ("a.webp", with_position("WEBP")),
        ("xmp.jpg", picture("JPEG", xmp=WHERE)),
    ],
)
def test_a_picture_that_knows_where_it_was_taken_is_a_leak(
    tmp_path: Path, file: str, data: bytes
) -> None:
    (tmp_path / file).write_bytes(data)
    assert [leak.what for leak in leaks(tmp_path, frozenset())] == ["照片的拍摄位置"]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("住东村三组12号", "三***号"),
        ("青禾村第5村民小组3户", "5***户"),
        ("家住三组十二号", "三***号"),
        ("阳光小区5栋2单元301室", "5***室"),
        ("No. 12, Group 3, Dong Village", "N***3"),
        ("Building 5, Room 301", "B***1"),
    ],
)
def test_a_home_is_private_and_masked(text: str, home: str) -> None:
    assert [(leak.what, leak.masked) for leak in leaks_in(text, "a", frozenset())] == [
        ("家庭住址", home)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "青禾县云溪镇人民路1号",
        "东村三组组长",
        "党群服务中心二楼201会议室",
        "第三组一号投票箱旁",
        "第3组1号票箱旁",
        "the Guidance Group, No. 3 [2026]",
        "Meeting Room 201",
    ],
)
def test_an_office_and_a_post_are_not_homes(text: str) -> None:
    assert list(leaks_in(text, "a", frozenset())) == []


def test_a_declared_mobile_number_is_public_and_an_identity_number_never_is() -> None:
    public = public_words([records()], [f"监督电话 {MOBILE}，{ID}"])
    assert list(leaks_in(MOBILE, "a", public)) == []
    assert len(list(leaks_in(ID, "a", public))) == 1
