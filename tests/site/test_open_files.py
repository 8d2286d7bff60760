"""Feeds, tables and linked data of a site, each against a published grammar."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator
from lxml import etree
from rdflib import RDF, SDO, Graph

import boards
from gongshi.model.notice import Published, Translation
from gongshi.site.content import SiteContent
from gongshi.site.feeds import atom, identity, json_feed
from gongshi.site.linked import linked_data
from gongshi.site.open_files import data_files
from gongshi.site.pages import index_pages

HERE = Path(__file__).parent
SCHEMAS = HERE.parent / "vendor" / "schemas"
SPACE = {"a": "http://www.w3.org/2005/Atom"}
NASTY = "</script><b>&\"'\u2028"


def content(**changes: object) -> SiteContent:
    board = boards.board()
    county = replace(board.county, url="https://gongshi.example/")
    return replace(board, **{"county": county, **changes})


def nowhere() -> SiteContent:
    """A site whose address is not known."""
    board = boards.board()
    return replace(board, county=replace(board.county, url=""))


def valid_atom(data: bytes) -> bool:
    grammar = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
    return bool(grammar.validate(etree.fromstring(data)))


def json_validator() -> Draft7Validator:
    schema = json.loads((SCHEMAS / "json-feed-1.1.json").read_text("utf-8"))
    return Draft7Validator(schema, format_checker=Draft7Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("site", [content(), nowhere()], ids=["with address", "without"])
def test_the_feeds_are_valid(site: SiteContent) -> None:
    assert valid_atom(atom(site))
    json_validator().validate(json.loads(json_feed(site)))


def test_a_spoilt_feed_is_not_valid() -> None:
    assert not valid_atom(atom(content()).replace(b"<updated>", b"<updated>x", 1))
    assert not json_validator().is_valid({**json.loads(json_feed(content())), "items": [{}]})


def test_both_feeds_list_the_issued_notices_newest_first_and_no_draft() -> None:
    site = content()
    expected = [item.notice.title for item in site.items if not item.published.is_draft]
    tree = etree.fromstring(atom(site))
    assert [one.text for one in tree.findall("a:entry/a:title", SPACE)] == expected
    assert [item["title"] for item in json.loads(json_feed(site))["items"]] == expected
    assert len(expected) < len(site.items)


def test_an_id_stays_when_the_site_moves() -> None:
    first, moved = content(), nowhere()
    assert identity(first, first.items[0]) == identity(moved, moved.items[0])
    ids = [identity(first, item) for item in first.items]
    assert len(set(ids)) == len(ids)


def test_an_entry_is_updated_on_the_day_of_issue() -> None:
    tree = etree.fromstring(atom(content()))
    entry = tree.find("a:entry[a:title='东村选举公告']", SPACE)
    assert entry.find("a:updated", SPACE).text == "2026-11-03T00:00:00+08:00"


def test_a_notice_taken_down_is_updated_on_that_day_and_says_so() -> None:
    gone = replace(boards.issued(), withdrawn=date(2026, 12, 24))
    site = content(terms=boards.board(gone).terms)
    entry = etree.fromstring(atom(site)).find("a:entry", SPACE)
    assert entry.find("a:updated", SPACE).text == "2026-12-24T00:00:00+08:00"
    assert json.loads(linked_data(site, site.items[0]))["creativeWorkStatus"] == "已撤回"


def test_linked_data_names_the_languages_and_a_notice_whose_time_is_over() -> None:
    words = {"title": "t", "issuer": "i", "dated": "d", "body": "b"}
    said = Translation(lang="ug", direction="rtl", **words)
    one = boards.issued()
    two = replace(one, notice=replace(one.notice, translations=(said,)))
    facts = [json.loads(linked_data(site, site.items[0])) for site in map(site_of, (one, two))]
    assert [fact["inLanguage"] for fact in facts] == ["zh-Hans", ["zh-Hans", "ug"]]
    over = site_of(replace(one, retired=date(2027, 12, 24)))
    assert json.loads(linked_data(over, over.items[0]))["creativeWorkStatus"] == "公示期满"


def graph(linked: str) -> Graph:
    """The linked data as a JSON-LD processor reads it, schema.org's context standing for itself."""
    facts = json.loads(linked)
    assert facts.pop("@context") == "https://schema.org"
    facts["@context"] = {"@vocab": str(SDO)}
    return Graph().parse(data=json.dumps(facts), format="json-ld")


def unknown(found: Graph) -> list[str]:
    """Properties and types that schema.org does not have."""
    kinds = [kind for _, _, kind in found.triples((None, RDF.type, None))]
    terms = {*found.predicates(), *kinds} - {RDF.type}
    return sorted(str(term) for term in terms if term not in SDO)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the library's own
def test_linked_data_is_of_schema_org_for_a_json_ld_processor() -> None:
    site = content()
    for item in site.items:
        found = graph(str(linked_data(site, item)))
        (paper,) = found.subjects(RDF.type, SDO.DigitalDocument)
        assert unknown(found) == []
        assert str(found.value(paper, SDO.name)) == item.notice.title
        assert {SDO.publisher, SDO.spatialCoverage, SDO.datePublished} <= set(
            found.predicates(paper)
        )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # the library's own
def test_a_word_that_schema_org_does_not_have_is_found() -> None:
    site = content()
    spoilt = str(linked_data(site, site.items[0])).replace('"genre"', '"kindOfPaper"')
    assert unknown(graph(spoilt)) == ["https://schema.org/kindOfPaper"]


def site_of(one: Published) -> SiteContent:
    return content(terms=boards.board(one).terms)


def test_a_title_stays_text_in_every_file() -> None:
    site = content(terms=boards.board(boards.issued(title=NASTY)).terms)
    assert etree.fromstring(atom(site)).find("a:entry/a:title", SPACE).text == NASTY
    assert json.loads(json_feed(site))["items"][0]["title"] == NASTY
    linked = str(linked_data(site, site.items[0]))
    assert not re.search("[<>&\u2028]", linked)
    assert json.loads(linked)["name"] == NASTY


def test_linked_data_says_who_published_what_and_when() -> None:
    site = content()
    item = next(item for item in site.items if item.notice.number == "1")
    facts = json.loads(linked_data(site, item))
    assert (facts["@context"], facts["@type"]) == ("https://schema.org", "DigitalDocument")
    assert facts["datePublished"] == "2026-11-02"
    assert facts["temporalCoverage"] == "2026-11-02/2026-11-06"
    assert facts["publisher"]["name"] == item.notice.issuer
    assert facts["url"] == f"{site.url}{item.url}"
    assert item.published.check_code in facts["identifier"]


def test_each_term_has_its_tables_and_their_description() -> None:
    names = set(data_files(content()))
    tables = {f"2026/data/{name}.csv" for name in ("notices", "votes", "elected")}
    assert names == {"feed.xml", "feed.json", "2026/data/datapackage.json", *tables}


def test_pages_name_the_feeds_and_every_notice_carries_its_data(tiny_site: Path) -> None:
    site = tiny_site / "tiny"
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        for kind in (r"atom\+xml", r"feed\+json"):
            (address,) = re.findall(f'type="application/{kind}"[^>]* href="([^"]+)"', html)
            assert page.name == "404.html" or (page.parent / address).is_file()
    notices = json.loads((site / "notices.json").read_bytes())["notices"]
    for notice in notices:
        html = (site / notice["page"] / "index.html").read_text("utf-8")
        (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        assert json.loads(text)["name"] == notice["title"]


def test_home_and_term_page_show_the_newest_link_and_the_tables() -> None:
    board = content()
    link = "c0ffee" * 10 + "abcd"
    site = replace(board, terms=(replace(board.terms[0], link=link),))
    pages = {page.path: page.html for page in index_pages(site)}
    for path in ("", "2026/"):
        assert f'签发链最新链值：<code class="gs-link">{link}</code>' in pages[path]
    assert 'href="data/votes.csv"' in pages["2026/"]
    bare = {page.path: page.html for page in index_pages(board)}
    assert "最新链值" not in bare[""] + bare["2026/"]
