"""The same-shape oracle: whatever a field says, the pages have the shape of a plain value's.

Here every field gets past reading and checking unhindered, as if those walls were not there.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import boards
import worlds
from gongshi.compose.escape import escape
from gongshi.model.records import Contacts, County, Township
from gongshi.site.build import build_site, county_page, summary
from gongshi.site.content import SiteContent, TermContent
from pages_of_a_site import Element, tree

PLAIN = "平常的字"
_ACT = "top.hit=1"
PAYLOADS = (
    f"<script>{_ACT}</script>",
    f"</script><script>{_ACT}</script>",
    f"</title><script>{_ACT}</script>",
    f"<img src=x onerror={_ACT}>",
    f'"><img src=x onerror={_ACT}>',
    f"'><img src=x onerror={_ACT}>",
    f'" autofocus onfocus={_ACT} x="',
    f"' onmouseover='{_ACT}",
    f"<svg onload={_ACT}>",
    f"<svg><animate onbegin={_ACT} attributeName=x>",
    f"<iframe srcdoc='<script>{_ACT}</script>'>",
    f"<details open ontoggle={_ACT}>",
    f"<body onload={_ACT}>",
    f"<a href='javascript:{_ACT}'>看</a>",
    f"[看](javascript:{_ACT})",
    f"![看](x){{onerror={_ACT}}}",
    f"<math><mtext></p><img src=x onerror={_ACT}>",
    f"<noscript><p title='</noscript><img src=x onerror={_ACT}>'>",
    f"<template><script>{_ACT}</script></template>",
    f"</style><script>{_ACT}</script>",
    f"</textarea><script>{_ACT}</script>",
    "<!-- 注释",
    "-->",
    "<!-- 联系方式 -->",
    "]]>",
    "<![CDATA[<b>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE x>",
    "</article></main></body></html>",
    "<h1>大</h1>",
    "<base href='//evil.example/'>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>",
    "<link rel=stylesheet href=//evil.example>",
    "{{ 7 * 7 }}",
    "{% raw %}",
    "{# 注 #}",
    "${7*7}",
    "{{ config.items() }}",
    "{{ ''.__class__.__mro__ }}",
    "gongshi-content",
    "gongshi-0123456789abcdef0123-title",
    "-address",
    "# 标题",
    "1. 条",
    "- 条",
    "| 格 | 格 |",
    "**粗** __粗__ `码` ~~删~~",
    "&lt;b&gt; &amp; &#60;b&#62; &#x3c;",
    "&",
    "<",
    '"',
    "'",
    "\\",
    "`",
    "%3Cscript%3E",
    "\u202e倒过来\u202c",
    "零\u200b宽",
    "\u2028换行",
    "javascript:alert(1)",
    "data:text/html,<script>1</script>",
    "//evil.example/x",
    "../../etc/passwd",
    "=1+1",
)


def test_there_are_payloads_enough() -> None:
    assert len(set(PAYLOADS)) >= 50


def content(value: str) -> SiteContent:
    """A site whose every text field holds the value."""
    records = worlds.records(
        county=County(name=value, url="https://gongshi.example/", issued_by=value),
        township=Township(slug="tiny", name=value, full_name=value, kind=value),
        contacts=Contacts(
            township=value,
            organiser=value,
            phone=value,
            mailbox=value,
            hours=value,
            address=value,
            email=value,
        ),
        villages=(worlds.village(name=value),),
        candidates=(worlds.candidate(name=value),),
    )
    records = replace(records, term=replace(records.term, title=value))
    fields: dict[str, Any] = dict.fromkeys(
        ("kind_title", "title", "township", "village", "document_number", "issuer", "approver"),
        value,
    )
    text = escape(value)
    fields["body"] = f"经研究，{text}。\n\n- {text}\n\n| 姓名 |\n|---|\n| {text} |\n\n**{text}**\n"
    published = (
        replace(boards.issued(number="1", **fields), corrected_by="2"),
        boards.issued(number="2", corrects="1", **fields),
        boards.issued(number="3", **fields),
    )
    poster = boards.poster(title=value)
    return boards.board(
        county=records.county,
        township=records.township,
        contacts=records.contacts,
        terms=(TermContent(records, published),),
        posters={one.notice.path: (poster,) for one in published},
    )


def built(value: str, out: Path) -> Path:
    made = content(value)
    build_site(made, out / "tiny")
    county = county_page(made.county, [summary(made)], made.today)
    (out / "index.html").write_bytes(county)
    return out


def shape(element: Element) -> Any:
    """Tags, attributes' names and nesting; every address whole; no text."""
    addresses = tuple(v for k, v in element.attributes if k in {"href", "src", "id", "class"})
    names = tuple(name for name, _ in element.attributes)
    return element.tag, names, addresses, list(map(shape, element.structure()))


def json_shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: json_shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [json_shape(inner) for inner in value]
    return type(value)


def shapes(site: Path) -> dict[str, Any]:
    pages: dict[str, Any] = {
        str(path.relative_to(site)): shape(tree(path.read_text("utf-8")))
        for path in site.rglob("*.html")
    }
    for name in ("search/search_index.json", "notices.json"):
        pages[name] = json_shape(json.loads((site / "tiny" / name).read_bytes()))
    return pages


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return shapes(built(PLAIN, tmp_path_factory.mktemp("plain")))


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_value_changes_the_shape_of_a_page(
    payload: str, plain: dict[str, Any], tmp_path: Path
) -> None:
    found = shapes(built(payload, tmp_path))
    assert sorted(found) == sorted(plain)
    assert [name for name in plain if found[name] != plain[name]] == []


@pytest.mark.parametrize("payload", PAYLOADS[:2])
def test_a_value_reads_on_the_page_as_it_was_typed(payload: str, tmp_path: Path) -> None:
    page = (built(payload, tmp_path) / "tiny/2026/dongcun/3/index.html").read_text("utf-8")
    title = tree(page).all("h1")[0].text().strip()
    assert title == payload
    assert payload in tree(page).all("title")[0].text()


def test_the_search_shows_a_payload_as_text(browser: Browser, tmp_path: Path) -> None:
    payload = f"<img src=x onerror={_ACT}>测试姓名"
    page = browser.new_page()
    page.goto((built(payload, tmp_path) / "tiny/index.html").as_uri())
    page.get_by_role("searchbox").fill("测试姓名")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.evaluate("window.hit") is None
    assert page.locator(".md-search-result img").count() == 0
    page.close()


def test_the_index_for_a_disk_cannot_close_its_script(tmp_path: Path) -> None:
    site = built("</script><b>", tmp_path) / "tiny/search"
    assert (site / "search_index.js").read_text("utf-8").startswith("var __index={")
    assert "</script>" not in (site / "search_index.js").read_text("utf-8")
