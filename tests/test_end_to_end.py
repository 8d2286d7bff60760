"""From a clerk's workbook to pages and posters, with the commands that she types."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pypdfium2
import pytest
import zxingcpp
from click.testing import CliRunner
from PIL import Image

from gongshi.cli import main
from pages_of_a_site import Element, addresses, broken_links, tree

EXAMPLES = Path(__file__).parents[1] / "notices"
TODAY = "2026-11-21"
BASE = "https://gongshi.qinghe.example"
#: Millimetres of each sheet.
PAPER = {"a3-red": (297, 420), "a4-gb9704": (210, 297)}
LARGE = {"a3-large": (297, 420)}


def run(project: Path, *words: str, today: str = TODAY) -> str:
    """What a command prints; it must end well."""
    command = [words[0], "--project", str(project), *words[1:], "--today", today]
    result = CliRunner().invoke(main, command, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project into which a clerk has copied her own papers."""
    root = tmp_path_factory.mktemp("end-to-end") / "青禾县 公示"
    result = CliRunner().invoke(main, ["init", str(root)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    shutil.rmtree(root / "notices" / "shili")
    shutil.copy(EXAMPLES / "county.yml", root / "notices" / "county.yml")
    papers = root / "notices" / "yunxi"
    (papers / "2026").mkdir(parents=True)
    shutil.copy(EXAMPLES / "yunxi/township.yml", papers)
    for name in ("换届工作台账.xlsx", "公告登记簿.csv", "联系方式.yml", "term.yml"):
        shutil.copy(EXAMPLES / "yunxi/2026" / name, papers / "2026")
    run(root, "check")
    run(root, "issue", "yunxi")
    run(root, "build")
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return project / "dist"


@pytest.fixture(scope="module")
def notices(site: Path) -> list[dict[str, Any]]:
    listed = json.loads((site / "yunxi" / "notices.json").read_text("utf-8"))
    found: list[dict[str, Any]] = listed["notices"]
    return found


@pytest.fixture(scope="module")
def pages(site: Path, notices: list[dict[str, Any]]) -> dict[str, Element]:
    """The page of each issued notice by its address below the township's site."""
    return {
        notice["page"]: tree((site / "yunxi" / notice["page"] / "index.html").read_text("utf-8"))
        for notice in notices
    }


def posters(
    site: Path, notices: list[dict[str, Any]]
) -> Iterator[tuple[str, dict[str, Any], Path]]:
    for notice in notices:
        for poster in notice["posters"]:
            yield notice["page"], poster, site / "yunxi" / poster["file"]


def test_twelve_notices_are_issued_and_each_has_a_page(notices: list[dict[str, Any]]) -> None:
    assert len(notices) == 12


def test_every_notice_has_both_sheets_as_pdf_and_png(
    site: Path, notices: list[dict[str, Any]]
) -> None:
    for notice in notices:
        names = {poster["file"].removeprefix(notice["page"]) for poster in notice["posters"]}
        assert names >= {f"{sheet}.{kind}" for sheet in PAPER for kind in ("pdf", "png")}
    assert all(path.is_file() for _, _, path in posters(site, notices))


def test_the_square_code_of_every_first_image_leads_to_the_page(
    site: Path, notices: list[dict[str, Any]]
) -> None:
    for page, _, path in posters(site, notices):
        if path.name in {f"{sheet}.png" for sheet in PAPER}:
            with Image.open(path) as image:
                codes = [code.text for code in zxingcpp.read_barcodes(image.convert("L"))]
            assert codes == [f"{BASE}/yunxi/{page}"], path


def test_sheets_measure_what_they_should(site: Path, notices: list[dict[str, Any]]) -> None:
    for _, poster, path in posters(site, notices):
        wanted = (PAPER | LARGE)[poster["sheet"]]
        for size in _millimetres(path):
            assert size == pytest.approx(wanted, abs=1), path


def _millimetres(path: Path) -> list[tuple[float, float]]:
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return [tuple(side / 72 * 25.4 for side in page.get_size()) for page in document]
    with Image.open(path) as image:
        dots = image.info["dpi"]
        assert dots == pytest.approx((300, 300), abs=0.1)
        return [(image.width / dots[0] * 25.4, image.height / dots[1] * 25.4)]


def test_a_poster_says_what_its_page_says_and_nothing_else(
    site: Path, notices: list[dict[str, Any]], pages: dict[str, Element]
) -> None:
    """Besides the page's text: letterhead, item numbers, repeated table heads, colophon."""
    titles = {n["page"]: n["title"] for n in notices}
    heads_of = {n["page"]: n["issuer"] + n["document_number"] for n in notices}
    for page, poster, path in posters(site, notices):
        if path.suffix == ".pdf":
            body = pages[page].first("gs-body")
            first, *between, last = _gaps(_FURNITURE.sub("", _printed(path)), body.chunks())
            heads = "".join(chunk for cell in body.all("th") for chunk in cell.chunks())
            letterhead = "" if poster["sheet"] in LARGE else heads_of[page]
            assert first == letterhead + titles[page]
            assert {gap for gap in between if not re.fullmatch(r"\d+\.", gap)} <= {"", heads}
            assert re.fullmatch(r"(青禾县云溪镇2026年\d+月\d+日印发)?", last)


def _gaps(printed: str, chunks: list[str]) -> list[str]:
    """What is printed before, between and after the chunks; each must be there, in order."""
    gaps, at = [], 0
    for chunk in chunks:
        found = printed.find(chunk, at)
        assert found >= 0, (chunk, printed[at : at + 60])
        gaps.append(printed[at:found])
        at = found + len(chunk)
    return [*gaps, printed[at:]]


#: What stands in the margins of a sheet.
_FURNITURE = re.compile(
    r"第\d+页共\d+页|—\d+—|手机扫码，核对网上原文|核对码[A-Z2-7]{4}-[A-Z2-7]{4}|"
    r"公告编号\d+签发链[0-9a-f]{16}"
)


def _printed(path: Path) -> str:
    """The text of a PDF without white space."""
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return re.sub(r"\s", "", text)


def test_page_and_poster_carry_the_same_check_code(
    site: Path, notices: list[dict[str, Any]], pages: dict[str, Element]
) -> None:
    codes = {notice["page"]: notice["check_code"] for notice in notices}
    assert len(set(codes.values())) == len(notices)
    for page, _, path in posters(site, notices):
        assert re.fullmatch(r"[A-Z2-7]{4}-[A-Z2-7]{4}", codes[page])
        assert pages[page].first("gs-code").text().strip() == codes[page]
        if path.suffix == ".pdf":
            assert codes[page] in _printed(path)


def test_every_link_leads_somewhere(site: Path) -> None:
    assert broken_links(site) == []


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        for tag, name, address in addresses(tree(path.read_text("utf-8"))):
            canonical = tag == "link" and address.startswith(BASE)
            assert canonical or not urlsplit(address).netloc, (path.name, tag, name, address)


def test_the_county_front_page_leads_to_the_township(site: Path) -> None:
    front = tree((site / "index.html").read_text("utf-8"))
    assert "yunxi/index.html" in {address for _, _, address in addresses(front)}
    assert "云溪镇" in front.text()


def test_a_second_issue_and_build_change_nothing(project: Path, site: Path) -> None:
    issued = files(project / "notices")
    before = files(site)
    run(project, "issue", "yunxi")
    run(project, "build")
    assert files(project / "notices") == issued
    assert files(site) == before


def test_the_tables_are_as_they_were(project: Path) -> None:
    for name in ("换届工作台账.xlsx", "公告登记簿.csv", "联系方式.yml"):
        ours = (project / "notices/yunxi/2026" / name).read_bytes()
        assert ours == (EXAMPLES / "yunxi/2026" / name).read_bytes()


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one village's party election of 2021 and its correction."""
    root = tmp_path_factory.mktemp("corrected")
    shutil.copytree(EXAMPLES / "yunxi/2021", root / "notices/yunxi/2021")
    shutil.copy(EXAMPLES / "yunxi/township.yml", root / "notices/yunxi")
    shutil.copy(EXAMPLES / "county.yml", root / "notices")
    run(root, "build", "--no-posters")
    return root


def test_a_corrected_notice_and_its_correction_lead_to_each_other(corrected: Path) -> None:
    township = corrected / "dist/yunxi"
    listed = json.loads((township / "notices.json").read_text("utf-8"))["notices"]
    (correction,) = [notice for notice in listed if notice["status"]["corrects"]]
    (wrong,) = [n for n in listed if n["number"] == correction["status"]["corrects"]]
    assert wrong["status"]["corrected_by"] == correction["number"]
    for here, there in ((wrong, correction), (correction, wrong)):
        page = township / here["page"] / "index.html"
        links = {
            (page.parent / urlsplit(address).path).resolve()
            for _, name, address in addresses(tree(page.read_text("utf-8")))
            if name == "href" and not urlsplit(address).scheme
        }
        assert (township / there["page"] / "index.html").resolve() in links


def test_zone_seed_mask_and_folder_of_a_build_do_not_show(corrected: Path) -> None:
    """The same notices give the same bytes on every machine."""
    first, second = corrected / "first", corrected / "second"
    surroundings = {"TZ": "Asia/Shanghai", "PYTHONHASHSEED": "1"}
    _build_in_a_process(corrected, first, surroundings, 0o022)
    surroundings = {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242"}
    _build_in_a_process(corrected / "notices", second, surroundings, 0o077)
    one, other = files(first), files(second)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def _build_in_a_process(where: Path, out: Path, surroundings: dict[str, str], mask: int) -> None:
    command = ["build", "--today", TODAY, "--out", str(out), "--no-posters"]
    subprocess.run(
        [sys.executable, "-m", "gongshi", *command],
        env={**os.environ, "LC_ALL": "C.UTF-8", **surroundings},
        cwd=where,
        umask=mask,
        check=True,
        capture_output=True,
        timeout=120,
    )
