"""No value of a table or setting becomes markup: hostile text changes words, never shape.

A tiny township is written to a folder, once with plain words and once with a payload, and
goes the whole way.  A payload is either refused with a finding, or every notice and every
page keeps its tags, attributes and nesting.  Each field is tried alone as far as the
notices, and all fields together as far as the finished site and the paper.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdfium2
import pytest

from gongshi import resources
from gongshi.render.document import parse
from gongshi.render.html import to_html
from gongshi.render.job import Letterhead
from gongshi.render.press import Press
from gongshi.render.sheets import load_sheets
from gongshi.site.build import build_site
from gongshi.site.content import SiteContent, TermContent
from hostile import KINDS, PAYLOADS, PLAIN, SIGNS, TABLES, TODAY, World, shape, spots
from pages_of_a_site import tree


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(tmp_path_factory.mktemp("injection"))


@pytest.fixture(scope="module")
def plain(world: World) -> list[object]:
    found = world.shapes({})
    assert found is not None
    return found


@pytest.fixture(scope="module")
def free(world: World) -> list[str]:
    """The fields that take any words and signs."""
    found = [spot for spot in spots() if world.shapes({spot: SIGNS}) is not None]
    assert len(found) >= 30
    return found


def test_the_plain_township_is_right_and_has_every_kind(world: World) -> None:
    notices = world.notices({}) or []
    assert [one.notice.kind_title for one in notices] == KINDS


def test_there_are_payloads_and_fields_enough() -> None:
    assert len(PAYLOADS) >= 50
    assert len(set(PAYLOADS.values())) == len(PAYLOADS)
    assert len(spots()) >= 80


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_in_a_field_of_few_values_is_refused(
    world: World, plain: list[object], free: list[str], name: str
) -> None:
    """All such cells at once, each named by a finding; those not named alone."""
    payload = PAYLOADS[name]
    closed = [spot for spot in spots() if spot not in free]
    _, refusals = world.read(dict.fromkeys(closed, payload))
    named = {(Path(found.place.file).stem, found.place.cell) for found in refusals}
    for spot in closed:
        if _cell(spot) not in named:
            shapes = world.shapes({spot: payload})
            assert shapes in (None, plain) or shapes == world.shapes({spot: PLAIN}), spot


def _cell(spot: str) -> tuple[str, str]:
    """The table and the cell of a column's changed row; nothing for a setting."""
    table, _, column = spot.partition("/")
    if table not in TABLES:
        return "", ""
    letter = chr(ord("A") + list(TABLES[table][0]).index(column))
    return table, f"{letter}{1 + len(TABLES[table])}"


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_in_all_free_fields_changes_no_notice_and_no_page(
    world: World, free: list[str], plain_sites: PlainSites, name: str, tmp_path: Path
) -> None:
    values = dict.fromkeys(free, PAYLOADS[name])
    if world.notices(values) is None:
        values = {spot: text for spot, text in values.items() if world.notices({spot: text})}
    if values:
        assert publish(world, values, tmp_path) == plain_sites(tuple(values))


@pytest.mark.parametrize("name", PAYLOADS)
def test_hostile_text_reads_on_the_page_as_it_was_typed(world: World, name: str) -> None:
    notices = world.notices({"候选人名册/现任职务": PAYLOADS[name]})
    if notices is not None:
        body = notices[KINDS.index("候选人公示")].notice.body
        assert _bare(PAYLOADS[name]) in _bare(tree(to_html(parse(body))).text())


PlainSites = Callable[[tuple[str, ...]], dict[str, object]]


@pytest.fixture(scope="module")
def plain_sites(world: World, tmp_path_factory: pytest.TempPathFactory) -> PlainSites:
    """The site with plain words in the same fields."""

    @cache
    def of(spots: tuple[str, ...]) -> dict[str, object]:
        return publish(world, dict.fromkeys(spots, PLAIN), tmp_path_factory.mktemp("plain"))

    return of


def publish(world: World, values: Mapping[str, str], out: Path) -> dict[str, object]:
    """The finished pages' shapes, the shape of the search texts, and the map's tags."""
    notices = world.notices(values)
    records, _ = world.read(values)
    assert notices is not None
    assert records is not None
    content = SiteContent(
        root=world.root,
        county=records.county,
        township=records.township,
        contacts=records.contacts,
        terms=(TermContent(records, tuple(notices)),),
        today=TODAY,
    )
    build_site(content, out)
    found: dict[str, object] = {
        path.relative_to(out).as_posix(): shape(tree(path.read_text("utf-8")))
        for path in sorted(out.rglob("*.html"))
    }
    index = json.loads((out / "search/search_index.json").read_text("utf-8"))
    texts = [doc[key] for doc in index["docs"] for key in ("title", "text")]
    found["search"] = {shape(tree(text)) for text in texts}
    found["map"] = [element.tag for element in ET.parse(out / "sitemap.xml").iter()]  # noqa: S314
    return found


@pytest.mark.parametrize(
    "name", ["typst code", "typst mathematics", "typst marks", "typst escape", "script", "pipes"]
)
def test_hostile_text_is_printed_as_it_is(world: World, name: str) -> None:
    payload = PAYLOADS[name]
    spots = ["候选人名册/现任职务", "tiny/2026/联系方式.yml:地址"]
    notices, (records, _) = world.notices(dict.fromkeys(spots, payload)), world.read({})
    assert notices is not None
    assert records is not None
    letterhead = Letterhead.of(records.county, records.township)
    press = Press(world.root)
    sheets = load_sheets(resources.folders(world.root, "themes/sheets"))
    sheets.pop("wechat-cover")  # it bears the title alone
    for sheet in sheets.values():
        pdf = press.pdf(notices[KINDS.index("候选人公示")], sheet, letterhead)
        with pypdfium2.PdfDocument(pdf) as document:
            text = "".join(page.get_textpage().get_text_bounded() for page in document)
        assert _bare(text).count(_bare(payload)) == 2, sheet.id


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
