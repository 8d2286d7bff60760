"""What a reader meets in a real browser: status by the day, search, no other hosts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from pages_of_a_site import addresses, broken_links, tree

NOTICE = "tiny/2026/dongcun/1/index.html"
STATUS = ".gs-head .gs-status"


@pytest.mark.parametrize(
    ("moment", "status"),
    [
        ("2026-11-01T15:59:00Z", "11月2日起公示"),
        ("2026-11-01T16:01:00Z", "公示中 还剩4天"),
        ("2026-11-05T10:00:00Z", "公示中 还剩1天"),
        ("2026-11-05T16:00:00Z", "公示中 今日截止"),
        ("2026-11-06T15:59:59Z", "公示中 今日截止"),
        ("2026-11-06T16:00:00Z", "公示已结束"),
        ("2031-01-01T00:00:00Z", "公示已结束"),
    ],
)
def test_the_status_is_right_on_any_day_of_china_time(
    moment: str, status: str, page: Page, tiny_site: Path
) -> None:
    page.clock.set_fixed_time(moment)
    page.goto((tiny_site / NOTICE).as_uri())
    assert page.locator(STATUS).inner_text() == status


def test_a_reader_in_another_time_zone_sees_the_day_of_china(
    browser: Browser, tiny_site: Path
) -> None:
    page = browser.new_page(timezone_id="America/Los_Angeles")
    page.clock.set_fixed_time("2026-11-06T16:00:00Z")
    page.goto((tiny_site / NOTICE).as_uri())
    assert page.locator(STATUS).inner_text() == "公示已结束"
    page.close()


def test_a_provisional_end_is_never_said_to_be_certain(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / NOTICE).as_uri())
    page.clock.set_fixed_time("2026-11-05T03:00:00Z")
    said = {}
    for today in ("2026-11-05", "2026-11-06", "2026-11-07", "2026-11-09"):
        page.clock.set_fixed_time(f"{today}T03:00:00Z")
        html = (tiny_site / NOTICE).read_text(encoding="utf-8")
        page.set_content(html.replace("data-end=", 'data-latest="2026-11-08" data-end='))
        script = tiny_site / "tiny/assets/gongshi/status.js"
        page.add_script_tag(path=script)
        said[today] = page.locator(STATUS).inner_text()
    assert said == {
        "2026-11-05": "公示中 至少还剩1天",
        "2026-11-06": "公示中 截止日待定",
        "2026-11-07": "公示中 截止日待定",
        "2026-11-09": "公示已结束",
    }


def test_what_has_ended_leaves_the_home_page_without_a_new_build(
    page: Page, tiny_site: Path
) -> None:
    home = (tiny_site / "tiny/index.html").as_uri()
    page.clock.set_fixed_time("2026-11-04T03:00:00Z")
    page.goto(home)
    assert page.locator(".gs-card:visible").count() == 1
    page.clock.set_fixed_time("2026-11-09T03:00:00Z")
    page.goto(home)
    assert page.locator(".gs-card:visible").count() == 0
    assert page.get_by_text("今天没有正在公示的公告。").is_visible()


def test_the_county_page_counts_what_is_open_today(page: Page, tiny_site: Path) -> None:
    counts = []
    for moment in ("2026-11-04T03:00:00Z", "2026-11-09T03:00:00Z"):
        page.clock.set_fixed_time(moment)
        page.goto((tiny_site / "index.html").as_uri())
        counts.append(page.locator("[data-periods]").inner_text())
    assert counts == ["1", "0"]


def test_without_scripts_the_dates_stand_where_the_status_would(
    browser: Browser, tiny_site: Path
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tiny_site / NOTICE).as_uri())
    assert page.locator(STATUS).inner_text() == "公示期 11月2日至11月6日"
    assert not page.locator(".gs-search").is_visible()
    page.get_by_role("link", name="首页", exact=True).first.click()
    page.get_by_role("link", name="关于西村公示的更正公告").click()
    assert page.locator("h1").inner_text() == "关于西村公示的更正公告"
    context.close()


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("欧阳晓燕", "2026/dongcun/1/index.html"),
        ("阿依古丽", "2026/dongcun/1/index.html"),
        ("西村", "2026/xicun/index.html"),
        ("关于西村公示的更正公告", "2026/xicun/4/index.html"),
        ("选举结果公告", "kinds/result/index.html"),
        ("东党发〔2026〕1号", "2026/dongcun/1/index.html"),
        ("0838-6120001", "objections.html"),
        ("核对码", "how-to-read.html"),
    ],
)
@pytest.mark.parametrize("scheme", ["file", "http"])
def test_the_search_finds_names_villages_and_titles(  # noqa: PLR0917
    scheme: str, wanted: str, found: str, page: Page, tiny_site: Path, tiny_server: str
) -> None:
    root = tiny_site.as_uri() if scheme == "file" else tiny_server
    page.goto(f"{root}/{NOTICE}")
    page.get_by_role("searchbox").fill(wanted)
    links = page.locator(".md-search-result__link")
    expect(links.first).to_be_visible(timeout=10_000)
    first = [link.get_attribute("href") or "" for link in links.all()[:3]]
    assert any(href.split("?")[0].endswith(found) for href in first), first
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_a_page_that_nobody_searches_loads_no_search(page: Page, tiny_server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{tiny_server}/{NOTICE}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "bundle" in url or "search_index" in url]


def test_no_request_leaves_the_site(page: Page, tiny_server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{tiny_server}/tiny/index.html")
    page.get_by_role("searchbox").fill("王伟")
    expect(page.locator(".md-search-result__meta")).to_contain_text("找", timeout=10_000)
    page.keyboard.press("Escape")
    for link in ("村和社区", "届次", "公告种类", "怎样看公示", "意见反映"):
        page.get_by_role("navigation", name="栏目").get_by_role("link", name=link).click()
    page.goto(f"{tiny_server}/index.html")
    page.wait_for_load_state("networkidle")
    assert asked
    assert not [url for url in asked if not url.startswith((tiny_server, "data:"))]


def test_no_page_names_another_host_but_its_own_published_address(tiny_site: Path) -> None:
    for path in tiny_site.rglob("*.html"):
        named = [value for _, _, value in addresses(tree(path.read_text("utf-8")))]
        outside = [one for one in named if urlsplit(one).netloc]
        assert [one for one in outside if not one.startswith("https://gongshi.example/")] == []


def test_every_link_leads_somewhere(tiny_site: Path) -> None:
    for poster in ("a3-red.pdf", "a3-red.png"):
        (tiny_site / NOTICE).with_name(poster).touch()
    assert broken_links(tiny_site) == []


def test_the_printed_page_shows_address_and_check_code_but_no_menu(
    page: Page, tiny_site: Path
) -> None:
    page.emulate_media(media="print")
    page.goto((tiny_site / NOTICE).as_uri())
    assert page.get_by_text("https://gongshi.example/tiny/2026/dongcun/1/").is_visible()
    assert page.locator(".gs-code").is_visible()
    for hidden in (".gs-header", ".gs-menu", ".gs-footer", ".gs-files", ".gs-neighbours"):
        assert not page.locator(hidden).is_visible()


def test_the_keyboard_reaches_text_and_search(page: Page, tiny_site: Path) -> None:
    page.goto((tiny_site / NOTICE).as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "gs-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def text_size(page: Page) -> float:
    """The size of the notice's text in CSS pixels."""
    size = page.locator(".gs-body p").first.evaluate("one => getComputedStyle(one).fontSize")
    return float(size.removesuffix("px"))


@pytest.mark.parametrize(("width", "least"), [(1280, 24), (360, 21)])
def test_large_text_is_remembered_and_stays_within_the_screen(
    width: int, least: int, page: Page, tiny_server: str
) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{tiny_server}/{NOTICE}")
    plain = text_size(page)
    button = page.get_by_role("button", name="大字版")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert text_size(page) >= least > plain
    page.goto(f"{tiny_server}/tiny/index.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.goto(f"{tiny_server}/{NOTICE}")
    assert text_size(page) >= least
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    button.click()
    page.reload()
    assert text_size(page) == plain


def test_large_text_needs_no_memory(page: Page, tiny_server: str) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw 0; }});")
    page.goto(f"{tiny_server}/{NOTICE}")
    plain = text_size(page)
    page.get_by_role("button", name="大字版").click()
    assert text_size(page) > plain
