"""Every page keeps to HTML, to WCAG 2.2 AA and to the size that was promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import boards
from gongshi.site.build import build_site
from gongshi.site.content import SiteContent, TermContent
from gongshi.site.reading import read_content
from summaries import born, township

ROOT = Path(__file__).parent.parent.parent
VENDOR = Path(__file__).parent.parent / "vendor"
#: Rules of taste that are not errors of HTML, each with its reason.
RULES = {
    "long-title": "off",  # the official title of a notice is as long as it is
}
TYPES = {
    "county": "index.html",
    "home": "tiny/index.html",
    "terms": "tiny/terms/index.html",
    "term": "tiny/2026/index.html",
    "villages": "tiny/villages/index.html",
    "village": "tiny/2026/dongcun/index.html",
    "kinds": "tiny/kinds/index.html",
    "kind": "tiny/kinds/candidates/index.html",
    "notice": "tiny/2026/dongcun/1/index.html",
    "corrected": "tiny/2026/xicun/3/index.html",
    "correction": "tiny/2026/xicun/4/index.html",
    "draft": "tiny/2026/dongcun/5/index.html",
    "how to read": "tiny/how-to-read.html",
    "objections": "tiny/objections.html",
    "about": "tiny/about.html",
    "accessibility": "tiny/accessibility.html",
}
#: Machines without a Chinese font draw narrow boxes; this gives back the width.
WIDE = "* { letter-spacing: .45em !important; }"
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def figured() -> SiteContent:
    """A township of sixty members in twelve villages, with every result issued."""
    columns = {
        "sex": {"男": 40, "女": 20},
        "ethnicity": {"汉": 40, "回": 5, "壮": 5, "苗": 5, "维吾尔": 5},
        "post": {"书记": 12, "委员": 48},
        "education": {"大专": 20, "高中": 20, "初中": 20},
        "born": {born(30): 15, born(40): 15, born(50): 15, born(58): 15},
        "standing": {"新任": 30, "连任": 30},
        "category": {"致富能手": 30, "退役军人": 30},
        "concurrent": {"村民委员会主任": 12, "村民委员会委员": 48},
    }
    records = township(60, [5] * 12, columns)
    results = (
        boards.issued(
            boards.notice(kind="result", number=str(n), village=f"村{n}", village_path=f"c{n}")
        )
        for n in range(1, 13)
    )
    return boards.board(terms=(TermContent(records, tuple(results)),), posters={})


def errors_of_html(browser: Browser, site: Path) -> list[str]:
    pages = [
        [str(path.relative_to(site)), path.read_text(encoding="utf-8")]
        for path in sorted(site.rglob("*.html"))
    ]
    assert pages
    page = browser.new_page()
    page.add_script_tag(path=VENDOR / "html-validate.js")
    found: list[str] = page.evaluate(
        "([pages, rules]) => htmlValidate(pages, rules)", [pages, RULES]
    )
    page.close()
    return found


def test_no_page_has_an_error_of_html(browser: Browser, tiny_site: Path) -> None:
    assert errors_of_html(browser, tiny_site) == []


@pytest.mark.parametrize("township", ["yunxi", "hetang"])
def test_no_page_of_an_example_has_an_error_of_html(
    township: str, browser: Browser, tmp_path: Path
) -> None:
    content = read_content(ROOT, township, date(2026, 11, 21))
    build_site(content, tmp_path)
    assert errors_of_html(browser, tmp_path) == []
    for path in tmp_path.rglob("*.html"):
        folder = path.relative_to(tmp_path).parent.as_posix() + "/"
        assert path.stat().st_size <= 16_000 + allowed(content, folder), path


def allowed(content: SiteContent, folder: str) -> float:
    """Bytes beyond 16 kB of a notice's page, for a roll of voters and for a second language."""
    items = [item for item in content.items if item.notice.path == folder]
    said = sum(len(one.body.encode()) for item in items for one in item.notice.translations)
    roll = any(item.notice.kind.startswith("voters") for item in items)
    # A roll is as long as the village is large; a translation is set in marks as the text is.
    return 11 * 1_200 * roll + 1.5 * said


def test_the_pages_of_figures_keep_to_the_same_standards(
    browser: Browser, page: Page, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    build_site(figured(), tmp_path)
    assert errors_of_html(browser, tmp_path) == []
    found = sorted(tmp_path.glob("statistics/**/index.html"))
    assert [path.parent.name for path in found] == ["2026", "page-2", "page-3"]
    for path in found:
        assert path.stat().st_size <= 16_000
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 740})
            page.goto(path.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") == width
        result = Axe().run(page, options={"runOnly": AXE_TAGS})
        assert not result.response["violations"], result.generate_report()


@pytest.mark.parametrize("kind", TYPES)
def test_axe_finds_no_barrier_on_a_page(kind: str, page: Page, tiny_site: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.goto((tiny_site / TYPES[kind]).as_uri())
    result = Axe().run(page, options={"runOnly": AXE_TAGS})
    assert not result.response["violations"], result.generate_report()


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_is_wider_than_the_screen(width: int, page: Page, tiny_site: Path) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    widths = {}
    for kind, path in TYPES.items():
        page.goto((tiny_site / path).as_uri())
        page.add_style_tag(content=WIDE)
        widths[kind] = page.evaluate("document.documentElement.scrollWidth")
    assert set(widths.values()) == {width}


def test_the_page_for_a_wrong_address_finds_its_style_at_any_depth(
    page: Page, tiny_server: str
) -> None:
    page.goto(f"{tiny_server}/tiny/2026/nowhere/9/")
    assert page.locator("h1").inner_text() == "没有这个页面"
    assert page.locator(".gs-header").evaluate("e => getComputedStyle(e).backgroundColor") == (
        "rgb(168, 22, 30)"
    )


def test_a_page_is_small(tiny_site: Path) -> None:
    sizes = [path.stat().st_size for path in tiny_site.rglob("*.html")]
    assert max(sizes) <= 16_000


def test_the_theme_brings_only_what_the_pages_ask_for(tiny_site: Path) -> None:
    assets = tiny_site / "tiny/assets"
    names = sorted(path.name.split(".")[0] for path in assets.rglob("*") if path.is_file())
    assert names == [
        "bundle",
        "favicon",
        "iframe-worker",
        "large",
        "main",
        "rare",
        "search",
        "search",
        "site",
        "status",
    ]
