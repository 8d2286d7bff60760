"""The second language on the page and in the search."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

import boards
from bilingual import in_english, said, uyghur
from elections import party
from gongshi.model.notice import Translation
from gongshi.render.html import chinese_marked
from gongshi.site.build import build_site
from pages_of_a_site import tree

NOTICE = "2026/dongcun/1/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny site whose first notice also says itself in English and in Uyghur."""
    out = tmp_path_factory.mktemp("said")
    content = boards.board()
    english = said(in_english(party()), "候选人公示").translations[0]
    turned = uyghur(out)[0].translations[0]
    terms = tuple(
        replace(term, published=tuple(
            replace(one, notice=replace(one.notice, translations=(english, marked(turned))))
            for one in term.published
        ))
        for term in content.terms
    )  # fmt: skip
    build_site(replace(content, terms=terms), out / "site")
    return out / "site"


def marked(one: Translation) -> Translation:
    return replace(one, body=one.body + "\n\n\\<b\\>王\\</b\\>")


def test_each_language_stands_in_a_section_of_its_own(site: Path) -> None:
    sections = [
        dict(element.attributes)
        for element in tree((site / NOTICE).read_text("utf-8")).all("section")
        if "gs-said" in dict(element.attributes).get("class", "")
    ]
    assert [(one["lang"], one["dir"]) for one in sections] == [("en", "ltr"), ("ug", "rtl")]


def test_the_page_marks_what_is_chinese_and_shows_no_markup_of_a_name(site: Path) -> None:
    html = (site / NOTICE).read_text("utf-8")
    assert '<bdi lang="zh-Hans">镇政府大门左侧举报信箱</bdi>' in html
    assert "&lt;b&gt;" in html
    assert "<b>" not in html.partition('class="gs-body gs-said" lang="ug"')[2].partition("</s")[0]


def test_the_hours_behind_chinese_words_keep_its_order() -> None:
    assert chinese_marked("<li>受理时间: 工作日 8:30—12:00，14:30—18:00</li>") == (
        '<li><bdi lang="zh-Hans">受理时间</bdi>: '
        '<bdi lang="zh-Hans">工作日 8:30—12:00，14:30—18:00</bdi></li>'
    )
    assert chinese_marked("电话: 0838-6120001").endswith("</bdi>: 0838-6120001")


def test_a_browser_sets_uyghur_from_right_to_left(site: Path, page: Page) -> None:
    page.goto((site / NOTICE).as_uri())
    script = "e => getComputedStyle(e).direction"
    assert page.locator('.gs-said[lang="ug"]').evaluate(script) == "rtl"
    assert page.locator('.gs-said[lang="en"]').evaluate(script) == "ltr"
    aligned = page.locator('.gs-said[lang="ug"] > p').first.evaluate(
        "e => getComputedStyle(e).textAlign"
    )
    assert aligned == "start"
    name = page.locator('.gs-said[lang="ug"] th').first.bounding_box()
    post = page.locator('.gs-said[lang="ug"] th').last.bounding_box()
    assert name is not None
    assert post is not None
    assert name["x"] > post["x"]


def test_the_search_finds_both_languages(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    (doc,) = [one for one in index["docs"] if one["location"] == NOTICE]
    assert "Wang Wei" in doc["text"]
    assert "نامزاتلار" in doc["text"]
