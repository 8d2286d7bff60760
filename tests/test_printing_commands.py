"""``print`` and ``texts`` over a real project: what is due goes into one file a paper."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

import townships
from gongshi.cli import main
from gongshi.publish.contents import said_in
from townships import good

ROOT = Path(__file__).parents[1]
DAY = "2026-11-05"


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, [*words, "--project", str(ROOT)])
    return result.exit_code, result.output


def text_of(path: Path, page: int) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "".join(document[page].get_textpage().get_text_bounded().split())
    finally:
        document.close()


def test_what_is_due_is_printed_by_paper_with_a_list(tmp_path: Path) -> None:
    words = ("print", "--township", "yunxi", "--today", DAY, "--out", str(tmp_path))
    code, output = run(*words)
    assert code == 0, output
    files = sorted(path.name for path in (tmp_path / "yunxi").iterdir())
    assert files == [f"{DAY}-A3.pdf", f"{DAY}-A4.pdf"]
    front = text_of(tmp_path / "yunxi" / files[0], 0)
    assert "云溪镇待张贴公告" in front
    assert "青禾村" in front
    assert "柳河湾村" in front


def test_one_village_gets_its_own_notices_only(tmp_path: Path) -> None:
    words = ("print", "青禾村", "--township", "yunxi", "--today", DAY, "--out", str(tmp_path))
    assert run(*words)[0] == 0
    front = text_of(tmp_path / "yunxi" / f"{DAY}-A3.pdf", 0)
    assert "青禾村" in front
    assert "柳河湾村" not in front


def test_all_townships_are_printed_and_a_village_says_which_is_its_own(tmp_path: Path) -> None:
    assert run("print", "--today", DAY, "--out", str(tmp_path / "all"))[0] == 0
    assert sorted(path.name for path in (tmp_path / "all").iterdir()) == ["hetang", "yunxi"]
    assert run("print", "青禾村", "--today", DAY, "--out", str(tmp_path / "one"))[0] == 0
    assert [path.name for path in (tmp_path / "one").iterdir()] == ["yunxi"]


def test_a_village_of_two_townships_needs_the_township(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    shutil.copytree(root / "notices" / townships.TOWNSHIP, root / "notices" / "other")
    words = ("print", "东村", "--out", str(tmp_path / "out"), "--project", str(root))
    result = CliRunner().invoke(main, list(words))
    assert result.exit_code == 2
    assert "几个乡镇都有东村，请用 --township 写明" in result.output


def test_today_needs_no_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1793836800")  # 2026-11-05
    words = ("print", "--township", "yunxi", "--out", str(tmp_path), "--today")
    assert run(*words)[0] == 0
    assert (tmp_path / "yunxi" / f"{DAY}-A3.pdf").exists()


def test_a_day_without_notices_prints_nothing(tmp_path: Path) -> None:
    words = ("print", "--township", "yunxi", "--today", "2030-01-01", "--out", str(tmp_path))
    code, output = run(*words)
    assert code == 0
    assert "没有要张贴的公告" in output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("print", "青禾", "--township", "yunxi"), "是不是“青禾村”"),
        (("print", "--township", "yunx"), "是不是“yunxi”"),
        (("poster", "yunxi/2026/5", "--paper", "A9"), "“A9”不是纸张"),
        (("poster", "yunxi/2026/5", "--tile", "4"), "“4”不是纸张"),
    ],
)
def test_a_wrong_word_is_refused_with_a_hint(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    code, output = run(*words, "--out", str(tmp_path))
    assert code == 2
    assert said in output
    assert list(tmp_path.iterdir()) == []


def test_a_poster_is_made_in_tiles_of_another_size(tmp_path: Path) -> None:
    words = ("poster", "yunxi/2026/5", "--sheet", "a3-red", "--paper", "A2", "--tile", "a4")
    assert run(*words, "--out", str(tmp_path))[0] == 0
    made = tmp_path / "yunxi/2026/5/a3-red-a2-tiles-a4.pdf"
    assert "拼接图" in text_of(made, 0)


def test_the_texts_of_a_notice_are_files_that_every_notepad_shows(tmp_path: Path) -> None:
    assert run("texts", "yunxi/2026/5", "--no-pictures", "--out", str(tmp_path))[0] == 0
    folder = tmp_path / "yunxi/2026/5"
    assert sorted(path.name for path in folder.iterdir()) == [
        "广播稿.txt",
        "短信.txt",
        "群消息.txt",
    ]
    for path in folder.iterdir():
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert "青禾村" in data.decode("utf-8-sig")


@pytest.mark.parametrize("command", ["texts", "poster"])
def test_a_notice_that_may_not_be_shown_whole_any_more_is_not_given_out(
    command: str, tmp_path: Path
) -> None:
    code, told = run(command, "yunxi/2026/5", "--today", "2028-11-21", "--out", str(tmp_path))
    assert (code, "只保留姓名和职务" in told) == (2, True)
    assert list(tmp_path.iterdir()) == []


MOBILE, HOME = "13912345678", "三组12号"


@pytest.fixture
def leaky(tmp_path: Path) -> Path:
    """A project whose notice is a draft, with a private number in what it would show."""
    root = good(tmp_path)
    people = root / "notices/tiny/2026/候选人名册.csv"
    people.write_text(people.read_text("utf-8").replace("村民小组长", f"电话{MOBILE}"), "utf-8")
    return root


@pytest.mark.parametrize(
    "words",
    [
        ("texts", "1", "--no-pictures", "--out"),
        ("poster", "1", "--sheet", "a4-gb9704", "--out"),
        ("poster", "1", "--sheet", "a3-red", "--tile", "a4", "--out"),
        ("poster", "1", "--sheet", "a4-gb9704", "--format", "png", "--out"),
        ("paper", "name-proof", "tiny", "--out"),
        ("paper", "request-candidates", "tiny", "--village", "东村", "--out"),
        ("report", "tiny", "--format", "xlsx", "--out"),
        ("progress", "tiny", "--out"),
    ],
)
def test_no_file_for_the_clerk_holds_a_private_number(leaky: Path, words: tuple[str, ...]) -> None:
    out = leaky / "out"
    command = [*words, str(out), "--project", str(leaky), "--today", DAY]
    told = CliRunner().invoke(main, command)
    assert told.exception is None or isinstance(told.exception, SystemExit)
    assert MOBILE not in told.output
    said = (text for path in out.rglob("*.*") for text in said_in(path.name, path.read_bytes()))
    assert not any(MOBILE in text for text in said)
    if words[0] in {"texts", "poster"}:
        assert (told.exit_code, "没有写成文件" in told.output) == (1, True)


def test_a_declared_number_and_the_name_of_a_board_stand_on_paper(tmp_path: Path) -> None:
    root = good(tmp_path)
    contacts = root / "notices/tiny/2026/联系方式.yml"
    contacts.write_text(contacts.read_text("utf-8").replace("0838-6120001", MOBILE), "utf-8")
    boards = f"村（社区）,张贴点名称,形式,份数\n东村,{HOME}外墙,公示栏,1\n"
    (root / "notices/tiny/2026/张贴点.csv").write_text(boards, "utf-8")
    where = ("--project", str(root), "--today", DAY, "--out", str(root / "out"))
    for words, file in (
        (("texts", "1", "--no-pictures"), "tiny/2026/1/群消息.txt"),
        (("paper", "posting-list", "tiny", "--village", "东村"), "dongcun/posting-list.pdf"),
    ):
        told = CliRunner().invoke(main, [*words, *where])
        assert (told.exit_code, told.output.count("没有写成文件")) == (0, 0), told.output
        (found,) = (root / "out").rglob(Path(file).name)
        assert any(MOBILE in text or HOME in text for text in said_in("", found.read_bytes()))
