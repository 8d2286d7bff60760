"""Notices on paper for tests: a press that is started once, and ways to look at pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from gongshi.model.notice import Notice, Published
from gongshi.render.job import Letterhead
from gongshi.render.press import Press
from gongshi.render.sheets import Sheet, load_sheets
from gongshi.resources import folders

NOWHERE = Path("/nowhere")
LETTERHEAD = Letterhead(township="青禾县云溪镇", slug="yunxi", site="https://gongshi.example/")
MM = 72 / 25.4

NAMES = (
    "丁䶮",
    "王伟",
    "𬱖家瑞",
    "欧阳晓燕",
    "阿依古丽·买买提",
    "古丽娜尔·艾尔肯",
    "阿不都热依木江·买买提吐尔逊·艾尔肯江热合曼",
    "热孜万古丽阿卜杜克热木麦麦提依明提尔江艾合买提江",
)


@cache
def press() -> Press:
    return Press(NOWHERE)


@cache
def sheets() -> dict[str, Sheet]:
    return load_sheets(folders(NOWHERE, "themes/sheets"))


def published(body: str, *, draft: bool = False, **changes: Any) -> Published:
    """An issued notice with that body, or a draft."""
    facts: dict[str, Any] = {
        "number": "5",
        "kind": "candidates",
        "kind_title": "候选人公示",
        "title": "中共青禾县云溪镇青禾村支部委员会换届选举候选人预备人选公示",
        "township": "yunxi",
        "term": "2026",
        "village": "青禾村",
        "village_path": "qinghecun",
        "document_number": "云委发〔2026〕15号",
        "issuer": "中共青禾县云溪镇委员会",
        "dated": date(2026, 11, 2),
        "approver": "镇党委书记",
        "approved": date(2026, 11, 1),
        "publicity": None,
        "corrects": "",
        "facts": "",
        "body": body,
    }
    digest = "" if draft else "ab12cd34ef" * 6 + "abcd"
    return Published(notice=Notice(**(facts | changes)), digest=digest, issued_on=date(2026, 11, 2))


def candidates(count: int, names: tuple[str, ...] = NAMES) -> str:
    """A candidates' notice with a table of that many people."""
    head = (
        "| 序号 | 姓名 | 性别 | 民族 | 出生年月 | 学历 | 现任职务 | 拟任职务 |\n"
        + "|---" * 8
        + "|\n"
    )
    rows = "".join(
        f"| {n} | {names[n % len(names)]} | 女 | 汉族 | 1985年{n % 12 + 1}月 | 大学本科 "
        f"| {'村党支部书记、村民委员会主任' if n % 3 else '网格员'} | 委员 |\n"
        for n in range(1, count + 1)
    )
    return (
        "根据《中国共产党基层组织选举工作条例》，现将**候选人预备人选**名单予以公示"
        f"（按姓氏笔画为序）：\n\n{head}{rows}\n## 一、公示时间\n\n"
        "公示时间为2026年11月2日至2026年11月9日，共5个工作日（张贴当日不计算在内）。\n\n"
        "### （一）受理\n\n1. 受理电话：0838-6120001\n2. 受理时间：8:30—12:00\n\n特此公示。\n"
    )


def pages(pdf: bytes) -> Iterator[Any]:
    """The pages of a PDF, each open only while it is looked at."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        yield page
        page.close()
    document.close()


def fonts(pdf: bytes) -> dict[str, bool]:
    """Whether the PDF carries it, for each font that text of it is set in."""
    return {
        font.get_base_name(): font.is_embedded
        for page in pages(pdf)
        for font in (text.get_font() for text in page.get_objects([FPDF_PAGEOBJ_TEXT]))
    }


def squeezed(text: str) -> str:
    """The text without any white space."""
    return re.sub(r"\s", "", text)


def body_text(pdf: bytes, sheet: Sheet, foot: float) -> str:
    """What stands above the foot margin (mm) of all pages, without white space."""
    width, height = (length * MM for length in sheet.paper)
    return "".join(
        squeezed(page.get_textpage().get_text_bounded(0, foot * MM, width, height))
        for page in pages(pdf)
    )


def boxes(page: Any) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top in points of every printed character of a page, sorted.

    A character beyond the basic plane is two to pdfium, in one place.
    """
    text = page.get_textpage()
    found = {text.get_charbox(n) for n in range(text.count_chars())}
    return sorted(box for box in found if box[2] - box[0] > 0.5 and box[3] - box[1] > 0.5)
