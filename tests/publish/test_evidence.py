"""Where notices hang: the command, the table it writes, and what photographs prove."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

import townships
from gongshi import disk
from gongshi.cli import main
from gongshi.model.working import Posting
from gongshi.publish.evidence import PhotoError, evidence, photo
from gongshi.publish.township import lock_file

SPOTS = "村（社区）,张贴点名称,形式,份数\n东村,村口公示栏,公示栏,1\n东村,小卖部墙,墙面,1\n"
TABLE = "notices/tiny/2026/张贴记录.csv"


def picture(taken: str = "2026:11:03 09:30:00", *, place: bool = True) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = taken
    if place:
        exif.get_ifd(0x8825).update({1: "N", 2: (31.0, 28.0, 12.0), 3: "W", 4: (104.0, 6.0, 0.0)})
    stream = BytesIO()
    Image.new("RGB", (40, 30), "red").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = townships.good(tmp_path / "p")
    (root / "notices/tiny/2026/张贴点.csv").write_text(SPOTS, "utf-8")
    return root


def run(root: Path, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        main, ["post", *words, "--project", str(root), "--today", "2026-11-21"]
    )
    return result.exit_code, result.output


def test_a_photograph_tells_when_and_where_it_was_taken() -> None:
    found = photo(picture())
    assert found.taken == datetime(2026, 11, 3, 9, 30)
    assert (found.north, found.east) == (31.47, -104.1)


def test_a_photograph_may_know_nothing() -> None:
    stream = BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "PNG")
    assert photo(stream.getvalue()).taken is None
    assert photo(stream.getvalue()).north is None


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"%PDF-1.7", picture()[:200]])
def test_what_is_no_photograph_is_refused(data: bytes) -> None:
    with pytest.raises(PhotoError):
        photo(data)


def test_the_empty_sheet_of_a_new_project_does_not_stop_the_command(project: Path) -> None:
    empty = project / "notices/tiny/2026/补充台账.csv"
    empty.write_text("公告编号,张贴地点,张贴日期\n示例,村口公示栏,2026-11-02\n", "utf-8")
    assert run(project, "add", "tiny/2026/1", "村口公示栏")[0] == 0
    empty.write_text("公告编号,张贴地点,张贴日期\n2,村口公示栏,2026-11-02\n", "utf-8")
    code, output = run(project, "add", "tiny/2026/1", "小卖部墙")
    assert code != 0
    assert "请在那里填写" in output


def test_a_posting_is_recorded_with_its_photograph_and_read_back(project: Path) -> None:
    (project / "x.jpg").write_bytes(picture())
    code, output = run(
        project, "add", "tiny/2026/1", "村口公示栏", "--photo", str(project / "x.jpg")
    )
    assert code == 0, output
    table = (project / TABLE).read_text("utf-8-sig")
    assert "1,村口公示栏,2026-11-03,1-2026-11-03-" in table
    (kept,) = (project / "notices/tiny/2026/postings").iterdir()
    assert kept.read_bytes() == picture()
    code, output = run(project, "list", "tiny")
    assert code == 1
    assert "已贴 村口公示栏；还缺 小卖部墙" in output
    assert run(project, "add", "tiny/2026/1", "小卖部墙", "--day", "2026-11-04")[0] == 0
    code, output = run(project, "list", "tiny")
    assert (code, "还缺" in output) == (0, False)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tiny/2026/1", "村口公示"), "是不是“村口公示栏”"),
        (("tiny/2026/9", "村口公示栏"), "没有第 9 号公告"),
        (("tiny/2025/1", "村口公示栏"), "没有“2025”这一届"),
        (("1", "村口公示栏"), "写成 yunxi/2026/5"),
        (("tiny/2026/1", "村口公示栏", "--photo", "none.jpg"), "没有照片"),
        (("tiny/2026/1", "村口公示栏", "--day", "2026-11-01"), "2026-11-02才发布"),
        (("tiny/2026/1", "村口公示栏", "--day", "2026-12-24"), "还没有到"),
        (("tiny/2026/1", "村口公示栏", "--by", "=cmd()"), "不能用作张贴人"),
    ],
)
def test_a_wrong_posting_is_refused_and_nothing_is_written(
    words: tuple[str, ...], said: str, project: Path
) -> None:
    code, output = run(project, "add", *words)
    assert code == 2
    assert said in output
    assert not (project / TABLE).exists()


def test_a_posting_is_recorded_once(project: Path) -> None:
    assert run(project, "add", "tiny/2026/1", "村口公示栏")[0] == 0
    code, output = run(project, "add", "tiny/2026/1", "村口公示栏")
    assert code == 2
    assert "已经记过" in output


def test_a_posting_waits_for_who_works_on_the_township(project: Path) -> None:
    with disk.lock(lock_file(project, "tiny")):
        assert run(project, "add", "tiny/2026/1", "村口公示栏")[0] == 3
    assert not (project / TABLE).exists()


def test_a_table_that_is_kept_elsewhere_is_left_alone(project: Path) -> None:
    other = project / "notices/tiny/2026/张贴.csv"
    other.write_text("公告编号,张贴地点,张贴日期,张贴人\n1,小卖部墙,2026-11-02,\n", "utf-8")
    before = other.read_bytes()
    code, output = run(project, "add", "tiny/2026/1", "村口公示栏")
    assert code == 2
    assert "张贴.csv" in output
    assert other.read_bytes() == before


def test_the_archive_is_told_whether_camera_and_table_agree(tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings/a.jpg").write_bytes(picture())
    (tmp_path / "postings/b.jpg").write_bytes(b"x")
    rows = [
        Posting(notice="1", spot="甲", day=date(2026, 11, 3), photo="a.jpg"),
        Posting(notice="1", spot="乙", day=date(2026, 11, 5), photo="a.jpg"),
        Posting(notice="1", spot="丙", day=date(2026, 11, 5), photo="b.jpg"),
        Posting(notice="1", spot="丁", day=date(2026, 11, 5)),
    ]
    told = evidence(tmp_path, rows)
    assert [one.get("agrees") for one in told] == [True, False, None]
    assert [one["readable"] for one in told] == [True, True, False]
    assert told[0]["north"] == 31.47
