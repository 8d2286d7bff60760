"""Rare characters of names reach phones whose fonts lack them."""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path

from fontTools.ttLib import TTFont
from playwright.sync_api import Page

from gongshi.fonts import font_files
from gongshi.site.rare import rare_characters, rare_style

FILES = font_files(Path())


def fonts_in(style: str) -> list[TTFont]:
    found = re.findall(r"base64,([A-Za-z0-9+/=]+)\)", style)
    return [TTFont(io.BytesIO(base64.b64decode(font))) for font in found]


def test_only_characters_that_gbk_lacks_are_rare() -> None:
    assert rare_characters(["丁䶮、王伟〔2026〕·", "张㛃 ABC 𬱖家瑞"]) == "㛃䶮𬱖"


def test_the_font_has_the_rare_characters_and_nothing_else() -> None:
    style = rare_style("㛃䶮𬱖", FILES)
    (font,) = fonts_in(style)
    assert set(font.getBestCmap()) == {0x36C3, 0x4DAE, 0x2CC56}
    assert "unicode-range:U+36C3,U+4DAE,U+2CC56" in style
    assert len(style) < 8_000


def test_the_face_without_serifs_is_asked_first() -> None:
    (font,) = fonts_in(rare_style("䶮", FILES))
    assert "Sans" in font["name"].getDebugName(4) or "Sans" in font["CFF "].cff.fontNames[0]


def test_a_site_without_rare_characters_needs_no_font() -> None:
    assert rare_style(rare_characters(["王伟"]), FILES) == ""


def test_equal_characters_give_equal_bytes() -> None:
    assert rare_style("㛃䶮", FILES) == rare_style("㛃䶮", FILES)


def test_a_page_draws_a_rare_name_with_the_font_of_the_site(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / "tiny/index.html").as_uri())
    loaded = page.evaluate(
        "document.fonts.load('18px \"Gongshi Rare\"', '䶮').then(faces => faces.length)"
    )
    assert loaded == 1
