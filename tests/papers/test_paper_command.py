"""``gongshi paper`` as a clerk types it: what it writes, refuses and leaves alone."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner, Result

from gongshi.cli import main
from gongshi.papers import load_papers
from gongshi.resources import folders
from papers import pages, squeezed
from townships import good

DAY = ("--today", "2026-11-21")
MANUAL = Path(__file__).parents[2] / "docs" / "papers.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return good(tmp_path)


def run(root: Path, *words: str) -> Result:
    """The command about a project, papers going to ``out`` beside it."""
    where = ("--project", str(root), "--out", str(root.parent / "out"), *DAY)
    return CliRunner().invoke(main, ["paper", *words, *where], catch_exceptions=False)


def written(root: Path) -> list[str]:
    out = root.parent / "out"
    return sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())


def test_a_paper_is_made_for_every_village_by_name_or_by_id(root: Path) -> None:
    assert run(root, "选票", "tiny").exit_code == 0
    first = written(root)
    assert first
    assert all(re.fullmatch(r"tiny/2026/[a-z]+/ballot\.pdf", name) for name in first)
    assert run(root, "ballot", "tiny/2026").exit_code == 0
    assert written(root) == first


def test_one_village_is_enough(root: Path) -> None:
    assert run(root, "count-record", "tiny", "--village", "东村").exit_code == 0
    assert len(written(root)) == 1


def test_the_same_tables_give_the_same_bytes_on_another_day(root: Path) -> None:
    run(root, "ballot", "tiny")
    one = [(root.parent / "out" / name).read_bytes() for name in written(root)]
    where = ("--project", str(root), "--out", str(root.parent / "out"), "--today", "2026-11-22")
    CliRunner().invoke(main, ["paper", "ballot", "tiny", *where], catch_exceptions=False)
    assert [(root.parent / "out" / name).read_bytes() for name in written(root)] == one


def test_a_size_and_a_colour_are_heeded(root: Path) -> None:
    run(root, "ballot-instructions", "tiny", "--size", "a2", "--village", "东村")
    (name,) = written(root)
    page = pypdfium2.PdfDocument(root.parent / "out" / name)[0]
    assert page.get_width() * 25.4 / 72 == pytest.approx(420, abs=0.2)
    run(root, "ballot", "tiny", "--colour", "浅黄", "--village", "东村")
    ballot = next(name for name in written(root) if name.endswith("ballot.pdf"))
    (first, *_) = pages((root.parent / "out" / ballot).read_bytes())
    del first
    text = "".join(
        squeezed(page.get_textpage().get_text_bounded())
        for page in pages((root.parent / "out" / ballot).read_bytes())
    )
    assert "浅黄票" in text


def test_what_is_missing_is_told_and_nothing_is_written(root: Path) -> None:
    result = run(root, "移交清单", "tiny")
    assert result.exit_code == 1
    assert re.search(r"^notices/tiny/2026/\S+: 错误 C003 移交清单：", result.output, re.MULTILINE)
    assert written(root) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["选漂", "tiny"], "没有“选漂”这种用纸，是不是“选票”"),
        (["选票", "tyni"], "没有“tyni”这个乡镇"),
        (["选票", "tiny/1999"], "tiny 没有“1999”这一届，有：2026"),
        (["选票", "tiny", "--village", "东庄"], "没有“东庄”这个村（社区）"),
        (["选票", "tiny", "--colour", "黑"], "没有“黑”这种颜色，有：粉红"),
        (["选票", "tiny", "--size", "A0"], "“选票”没有“A0”这种纸，有：A4"),
        (["横幅标语", "tiny", "--size", "30x700"], "--size 30x700：最小 100 毫米"),
        (["横幅标语", "tiny", "--size", "600x99999"], "--size 600x99999：最小"),
        (["选票", "tiny", "--round", "0"], "--round"),
    ],
)
def test_wrong_words_are_told_in_chinese(root: Path, words: list[str], said: str) -> None:
    result = run(root, *words)
    assert result.exit_code in {1, 2}
    assert said in result.output
    assert written(root) == []


def test_every_paper_is_listed_and_in_the_manual() -> None:
    output = CliRunner().invoke(main, ["papers"], catch_exceptions=False).output
    manual = MANUAL.read_text("utf-8")
    known, _ = load_papers(folders(Path("/nowhere"), "themes/papers"))
    for paper in known.values():
        assert f"{paper.name}：{paper.use}" in output
        assert f"`{paper.id}`" in manual
        assert paper.name in manual


def test_a_village_whose_election_was_called_off_is_passed_by(tmp_path: Path) -> None:
    where = ("--project", str(MANUAL.parents[1]), "--out", str(tmp_path), *DAY)
    all_of_them = CliRunner().invoke(main, ["paper", "ballot", "yunxi/2026-cwh", *where])
    assert all_of_them.exit_code == 0
    assert "提示 C010" in all_of_them.output
    made = [path.parent.name for path in tmp_path.rglob("ballot.pdf")]
    assert sorted(made) == ["liuhewancun", "shiqiaocun"]
    alone = ["paper", "ballot", "yunxi/2026-cwh", "--village", "青禾村", *where]
    assert CliRunner().invoke(main, alone).exit_code == 1
