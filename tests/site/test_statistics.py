"""The pages of figures: where they are, what leads there, and what they never say."""

from __future__ import annotations

from dataclasses import replace

import boards
from gongshi.model.notice import Published
from gongshi.site.content import SiteContent, TermContent
from gongshi.site.pages import BARS, SitePage, index_pages
from summaries import township

HOSTILE = '"><script>alert(1)</script>'


def content(*, issued: bool = True, **columns: dict[str, int]) -> SiteContent:
    parts = {"sex": {"男": 8, "女": 4}, **columns}
    records = township(12, [12], parts)
    notice = boards.notice(kind="result", village="村1", village_path="c1")
    one = boards.issued(notice) if issued else Published(notice=notice)
    return boards.board(terms=(TermContent(records, (one,)),), posters={})


def figures(site: SiteContent) -> list[SitePage]:
    return [page for page in index_pages(site) if page.path.startswith("statistics/")]


def test_a_term_with_issued_results_has_pages_that_its_lists_lead_to() -> None:
    pages = {page.path: page for page in index_pages(content())}
    first = pages["statistics/2026/"]
    assert first.menu == "terms/"
    assert "只统计已经公布选举结果的村（社区）：1个中的1个，共选举产生12人。" in first.html
    assert 'statistics/2026/page-2/index.html">看图和表</a>：' in first.html
    for path, root in (("terms/", "../"), ("2026/", "../")):
        assert f'href="{root}statistics/2026/index.html"' in pages[path].html


def test_without_an_issued_result_there_is_no_page_and_no_link() -> None:
    site = content(issued=False)
    assert figures(site) == []
    assert not any("statistics/" in page.html for page in index_pages(site))


def test_every_chart_has_a_title_a_description_and_a_table_with_the_same_numbers() -> None:
    for page in figures(content()):
        charts = page.html.count("<svg ")
        assert page.html.count("<title id=") == page.html.count("<desc id=") == charts
        for part in page.html.split("<figure")[1:]:
            drawing, _, table = part.partition("</svg>")
            values = [text.partition("<")[0] for text in drawing.split('<text x="361"')[1:]]
            shown = [value.partition(">")[2] for value in values]
            assert all(f"<td>{value}</td>" in table for value in shown)


def test_bars_differ_by_pattern_and_no_colour_is_named() -> None:
    html = "".join(page.html for page in figures(content()))
    assert 'fill="url(#p1)"' in html
    assert "fill=" not in html.replace('fill="url(#p', "")


def test_nobody_is_named() -> None:
    site = content(category={"致富能手": 12})
    names = {person.name for person in site.terms[0].records.candidates}
    html = "".join(page.html for page in figures(site))
    assert not [name for name in names if name in html]


def test_no_value_becomes_markup() -> None:
    site = content(category={HOSTILE: 6, "致富能手": 6})
    records = site.terms[0].records
    villages = tuple(replace(one, category=HOSTILE) for one in records.villages)
    terms = (replace(site.terms[0], records=replace(records, villages=villages)),)
    html = "".join(page.html for page in figures(replace(site, terms=terms)))
    assert "&lt;script&gt;" in html
    assert "<script" not in html


def test_many_bars_go_on_to_further_pages() -> None:
    many = {f"类别{number}": 1 for number in range(12)}
    pages = figures(content(category=many))
    assert len(pages) > 2
    for page in pages[1:]:
        assert page.html.count('<text x="361"') <= BARS
        assert 'aria-current="page"' in page.html
