"""The way of the manual's second chapter: init, check, fill, issue, build."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from gongshi.cli import main
from gongshi.read.columns import CANDIDATES, REGISTER, VILLAGES, Table
from gongshi.scaffold.workbook import sheet_name

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-03"
SETTINGS = {
    "notices/county.yml": {"县": "青禾县", "网址": "https://gongshi.example/"},
    "notices/shili/township.yml": {"名称": "东镇", "全称": "青禾县东镇"},
    "notices/shili/2026/term.yml": {"名称": "东镇2026年村党组织换届选举"},
    "notices/shili/2026/联系方式.yml": {
        "镇": "青禾县东镇",
        "主办": "中共东镇委员会",
        "举报电话": '"0838-6120001"',
        "举报信箱": "镇政府大门左侧举报信箱",
        "受理时间": "工作日 8:30—12:00",
        "地址": "青禾县东镇人民路1号",
    },
}
PEOPLE = ("丁一", "书记"), ("王伟", "委员"), ("李明", "委员"), ("张华", "委员")
APPROVED = {"状态": "已审", "审批人": "镇党委书记", "审批日期": "2026-11-01"}


def run(project: Path, *words: str) -> Result:
    """One command in the project."""
    result = CliRunner().invoke(main, [*words, "--project", str(project)])
    assert "Traceback" not in result.output
    return result


def fill_settings(project: Path) -> None:
    """What the clerk writes after the colons."""
    for name, values in SETTINGS.items():
        path = project / name
        text = path.read_bytes().decode("utf-8")
        for key, value in values.items():
            text, count = re.subn(rf"^{key}:[^\n]*$", f"{key}: {value}\r", text, flags=re.MULTILINE)
            assert count == 1
        path.write_bytes(text.encode("utf-8"))


def fill_tables(project: Path) -> None:
    """One village, four candidates and their notice, typed below the example rows."""
    path = project / "notices/shili/2026/换届工作台账.xlsx"
    book = load_workbook(path)

    def add(table: Table, values: Mapping[str, str | int]) -> None:
        examples = {column.name: column.example for column in table.columns[1:]}
        known = {name: text for name, text in {**examples, **values}.items() if text != ""}
        row = book[sheet_name(table)].max_row + 1
        for index, column in enumerate(table.columns, start=1):
            book[sheet_name(table)].cell(row, index).value = known.get(column.name)

    add(VILLAGES, {})
    for name, post in PEOPLE:
        add(CANDIDATES, {"姓名": name, "拟任职务": f"{post}候选人预备人选", "照片": ""})
    add(REGISTER, {**APPROVED, "公示截止": "", "撤回日期": "", "复审日期": ""})
    book.save(path)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clerk") / "换届公告"
    assert CliRunner().invoke(main, ["init", str(folder)]).exit_code == 0
    return folder


def test_a_new_project_is_told_what_to_fill_first(project: Path):
    result = run(project, "check", "--today", TODAY)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    manual = (ROOT / "docs" / "first-site.md").read_text("utf-8")
    shown = re.findall(r"^notices/\S+: .+$", manual, re.MULTILINE)
    assert shown
    assert set(shown) <= set(lines)
    assert lines[0].startswith("notices/county.yml:")
    rolls = [line for line in lines if "换届工作台账.xlsx" in line]
    assert "1村社名册" in rolls[0]
    assert "2候选人名册" in rolls[1]


def test_the_filled_project_is_checked_issued_and_built(project: Path):
    fill_settings(project)
    fill_tables(project)
    checked = run(project, "check", "--today", TODAY)
    assert checked.exit_code == 0, checked.output
    issued = run(project, "issue", "shili", "--today", TODAY)
    assert issued.exit_code == 0, issued.output
    built = run(project, "build", "--today", TODAY)
    assert built.exit_code == 0, built.output
    listing = json.loads((project / "dist/shili/notices.json").read_text("utf-8"))
    assert "候选人公示" in json.dumps(listing, ensure_ascii=False)
    page = (project / "dist/shili/2026/dongcun/1/index.html").read_text("utf-8")
    assert all(name in page for name, _ in PEOPLE)
    assert list((project / "dist/shili/2026/dongcun/1").glob("*.pdf"))
    assert run(project, "verify").exit_code == 0


def test_mkdocs_alone_builds_the_filled_project(project: Path):
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "alone"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (project / "alone/2026/dongcun/1/index.html").is_file()


def test_a_settings_file_saved_by_an_old_notepad_is_read(project: Path):
    path = project / "notices/shili/township.yml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().removeprefix(b"\xef\xbb\xbf"))
    assert run(project, "check", "--today", TODAY).exit_code == 0
