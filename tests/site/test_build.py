"""A site as a folder: what is in it, and that equal content gives equal bytes."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

import boards
import worlds
from gongshi.model.working import Objection
from gongshi.site.build import build_site, county_page, summary
from gongshi.site.content import SiteContent, SiteError, TermContent
from gongshi.site.ready import Marks
from gongshi.site.words import SEPARATOR


def files(folder: Path) -> Mapping[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(content: SiteContent, out: Path) -> Mapping[str, bytes]:
    build_site(content, out)
    return files(out)


def test_a_notice_in_the_shell_is_what_mkdocs_would_render_byte_for_byte(tmp_path: Path) -> None:
    content = boards.board()
    build_site(content, tmp_path / "rendered", shell=False)
    assert build(content, tmp_path / "shell") == files(tmp_path / "rendered")


@pytest.mark.parametrize("wrong", ["theme:\n\t- x\n", "INHERIT: nothing.yml\n"])
def test_settings_that_mkdocs_cannot_read_are_named(wrong: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(wrong, "utf-8")
    with pytest.raises(SiteError, match="有错") as refused:
        build_site(boards.board(root=tmp_path), tmp_path / "dist")
    assert str(tmp_path) not in str(refused.value)


def test_people_are_found_by_what_is_easy_to_type_of_their_names(tmp_path: Path) -> None:
    content = boards.board()
    (term,) = content.terms
    people = tuple(worlds.candidate(name=name) for name in ("欧阳晓燕", "阿依古丽·买买提"))
    term = replace(term, records=replace(term.records, candidates=people))
    built = build(replace(content, terms=(term,)), tmp_path)
    docs = json.loads(built["search/search_index.json"])["docs"]
    (text,) = (one["text"] for one in docs if one["location"] == "2026/dongcun/1/index.html")
    words = re.split(SEPARATOR, text)
    assert {"晓燕", "买买提", "阿依古丽•买买提", "阿依古丽·买买提"} <= set(words)


def test_the_shell_needs_no_published_address(tmp_path: Path) -> None:
    board = boards.board()
    content = replace(board, county=replace(board.county, url=""))
    build_site(content, tmp_path / "rendered", shell=False)
    built = build(content, tmp_path / "shell")
    assert built == files(tmp_path / "rendered")
    assert "sitemap.xml" not in built


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    assert build(boards.board(), tmp_path / "one") == build(boards.board(), tmp_path / "two")


def test_a_later_day_changes_only_the_home_page(tmp_path: Path) -> None:
    one = build(boards.board(), tmp_path / "one")
    later = boards.board(today=boards.date(2027, 3, 1))
    two = build(later, tmp_path / "two")
    assert [name for name in one if one[name] != two[name]] == ["index.html"]


DECIDED = boards.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("closed", "outcome", "gone", "says"),
    [
        (None, "", {}, "，正在办理</li>"),
        (DECIDED, "", {}, "办结</li>"),
        (DECIDED, "学历无误", {}, "办结：学历无误</li>"),
        (DECIDED, "学历无误", {"retired": boards.date(2027, 12, 1)}, "办结</li>"),
        (
            DECIDED,
            "学历无误",
            {"withdrawn": boards.date(2026, 12, 1)},
            "办结</li>",
        ),
    ],
)
def test_what_came_of_an_objection_stands_there_as_long_as_the_notice(
    closed: boards.date | None,
    outcome: str,
    gone: dict[str, boards.date],
    says: str,
    tmp_path: Path,
) -> None:
    one = replace(boards.issued(), **gone)  # type: ignore[arg-type]
    raised = Objection(
        number="1",
        notice=one.notice.number,
        subject="学历",
        received=boards.date(2026, 11, 3),
        closed=closed,
        outcome=outcome,
    )
    content = boards.board(one)
    (term,) = content.terms
    term = replace(term, records=replace(term.records, objections=(raised,)))
    built = build(replace(content, terms=(term,)), tmp_path)
    html = built[f"{one.notice.path}index.html"].decode()
    (line,) = re.findall("<li>[^<]* 收到.*</li>", html)
    assert line.endswith(says)


def test_every_notice_has_its_page_and_is_in_listing_search_and_map(tmp_path: Path) -> None:
    content = boards.board()
    built = build(content, tmp_path)
    pages = [item.url for item in content.items]
    assert all(f"{page}index.html" in built for page in pages)
    listing = json.loads(built["notices.json"])
    assert [notice["page"] for notice in listing["notices"]] == pages
    search = {doc["location"] for doc in json.loads(built["search/search_index.json"])["docs"]}
    assert {f"{page}index.html" for page in pages} <= search
    places = re.findall("<loc>(.*?)</loc>", built["sitemap.xml"].decode())
    assert {f"https://gongshi.example/tiny/{page}" for page in pages} <= set(places)
    assert len(places) == len(set(places))
    assert gzip.decompress(built["sitemap.xml.gz"]) == built["sitemap.xml"]


def test_the_shell_itself_is_not_on_the_site(tmp_path: Path) -> None:
    content = boards.board()
    built = build(content, tmp_path)
    key = Marks.of(content).key
    assert not [name for name, data in built.items() if key in name or key.encode() in data]


def test_a_name_that_looks_like_a_mark_stays_a_name(tmp_path: Path) -> None:
    board = boards.board()
    name = f"{Marks.of(board).key}-content"
    content = replace(board, township=replace(board.township, name=name))
    built = build(content, tmp_path)["2026/dongcun/1/index.html"].decode()
    assert f"{name}公示</span>" in built


def test_a_township_without_notices_has_a_site_too(tmp_path: Path) -> None:
    board = boards.board()
    empty = replace(board, terms=(TermContent(board.terms[0].records),), posters={})
    built = build(empty, tmp_path)
    assert "今天没有正在公示的公告" in built["index.html"].decode()
    assert json.loads(built["notices.json"])["notices"] == []


def test_two_notices_of_one_address_are_refused_before_anything_is_written(
    tmp_path: Path,
) -> None:
    content = boards.board(boards.issued(), boards.issued(title="另一份"))
    with pytest.raises(SiteError, match="地址都是"):
        build_site(content, tmp_path)
    assert files(tmp_path) == {}


@pytest.mark.parametrize("number", ["..", ".", "", " ", "a/b", "a\\b"])
def test_an_address_outside_its_village_is_refused(number: str, tmp_path: Path) -> None:
    with pytest.raises(SiteError):
        build_site(boards.board(boards.issued(number=number)), tmp_path)


def test_a_term_cannot_take_a_folder_of_the_site(tmp_path: Path) -> None:
    with pytest.raises(SiteError):
        build_site(boards.board(boards.issued(term="kinds")), tmp_path)


def test_a_long_list_goes_on_to_further_pages(tmp_path: Path) -> None:
    notices = [boards.issued(number=str(n)) for n in range(1, 56)]
    built = build(boards.board(*notices), tmp_path)
    pages = ["2026/index.html", "2026/page-2/index.html", "2026/page-3/index.html"]
    counts = [built[name].count(b"<li><h2>") for name in pages]
    assert counts == [25, 25, 5]
    assert "2026/page-4/index.html" not in built


def test_a_project_brings_its_own_hand_written_page(tmp_path: Path) -> None:
    (tmp_path / "site_src").mkdir()
    own = "---\ntitle: 关于我们\n---\n# 关于我们\n\n自己写的。\n"
    (tmp_path / "site_src/about.md").write_text(own, encoding="utf-8")
    built = build(boards.board(root=tmp_path), tmp_path / "out")
    assert "自己写的" in built["about.html"].decode()
    assert "举报信箱" in built["objections.html"].decode()


def test_the_county_page_is_one_file_that_leads_to_every_township() -> None:
    one = boards.board()
    other = replace(one, township=boards.other_township())
    page = county_page(one.county, [summary(one), summary(other)], one.today).decode()
    assert re.findall(r'<h2><a href="([^"]*)"', page) == ["tiny/index.html", "other/index.html"]
    assert not re.search(r'(src|href)="(?!data:,|tiny/|other/)', page)
    assert ">1</b> 份正在公示" in page
    assert ">5</b> 份公告" in page


def test_an_older_term_is_reached_from_the_village(tmp_path: Path) -> None:
    board = boards.board()
    records = board.terms[0].records
    old = replace(records, term=replace(records.term, slug="2021", title="2021年换届"))
    older = TermContent(old, (boards.issued(term="2021", dated=boards.date(2021, 3, 1)),))
    content = replace(board, terms=(older, *board.terms))
    built = build(content, tmp_path)
    assert b"../../2021/dongcun/index.html" in built["2026/dongcun/index.html"]
    assert built["index.html"].count(b'class="gs-tiles"') == 1
    assert b"2021/dongcun/index.html" not in built["index.html"]


def test_the_images_of_a_poster_of_several_pages_say_which_page_they_show(tmp_path: Path) -> None:
    content = boards.board()
    path = content.items[-1].notice.path
    images = (boards.poster(f"a3-red{n}.png", page=page) for n, page in (("", 1), ("-2", 2)))
    drawn = (boards.poster(pages=2), *images)
    page = build(replace(content, posters={path: drawn}), tmp_path)[f"{path}index.html"].decode()
    whole, pages = re.findall("<li>(.*download.*)</li>", page)
    assert re.sub("<[^>]*>", "", whole) == "A3 红头张贴件 PDF 297×420 毫米，2页，86 kB"
    links = ' <a href="a3-red{}.png" download>第{}页</a> <small>86 kB</small>'
    shown = links.format("", 1) + links.format("-2", 2)
    assert pages == f"A3 红头张贴件 PNG <small>297×420 毫米</small>{shown}"


def test_a_notice_names_those_who_answer_for_its_own_election(tmp_path: Path) -> None:
    board = boards.board()
    records = board.terms[0].records
    other = replace(
        records,
        term=replace(records.term, slug="2027"),
        contacts=replace(records.contacts, phone="0838-7777777"),
    )
    later = boards.issued(number="9", term="2027")
    terms = (*board.terms, TermContent(other, (later,)))
    built = build(replace(board, terms=terms), tmp_path)
    assert "0838-7777777" in built[f"{later.notice.path}index.html"].decode()
    first = board.items[-1].notice.path
    body = built[f"{first}index.html"].decode().split("<footer")[0]
    assert "0838-7777777" not in body
