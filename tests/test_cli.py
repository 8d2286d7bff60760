"""The commands as a clerk types them: what they print, and with which code they end."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from command_line import DAY, on, run
from gongshi import disk
from gongshi.cli import main
from gongshi.cli.output import harmless
from publish.small import files, issued, townships
from townships import good, overlay

pytestmark = pytest.mark.usefixtures("hook_is_put_back")
COMMANDS = sorted(main.commands)


def wide(line: str) -> int:
    """The columns that a line takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


# Help.


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_chinese_and_fits_eighty_columns(name: str) -> None:
    result = run(*([name] if name else []), "--help")
    assert result.exit_code == 0
    assert result.output.startswith("用法: gongshi")
    assert not re.search(r"Usage|Options|Commands|Show this|Missing", result.output)
    assert [line for line in result.output.splitlines() if wide(line) > 80] == []


def test_help_needs_nothing_heavy() -> None:
    heavy = "typst mkdocs pypinyin openpyxl PIL python_calamine jinja2 yaml segno pypdfium2"
    program = (
        "import sys, gongshi.cli\n"
        f"print([name for name in '{heavy}'.split() if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


# Wrong usage.


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["buidl"], "没有“buidl”这个命令，是不是“build”？"),
        (["check", "--formt", "json"], "没有 --formt 这个选项，是不是“--format”？"),
        (["check", "--format", "xml"], "--format：“xml”不在可选的值里：text、json"),
        (["check", "--today", "2026-02-30"], "--today：“2026-02-30”不是日期"),
        (["check", "--today", "tomorrow"], "不是日期，请写成 2026-11-21 的样子"),
        (["build", "--out"], "选项 --out 用法不对"),
        (["build", "--jobs", "0"], "“0”不是 1 到 64 的整数"),
        (["build", "--jobs", "two"], "“two”不是 1 到 64 的整数"),
        (["build", "--drafts=yes"], "选项 --drafts 用法不对"),
        (["serve", "--port", "99999", "tiny"], "不是 1 到 65535 的整数"),
        (["issue"], "缺少参数 TOWNSHIP..."),
        (["poster"], "缺少参数 NOTICE..."),
        (["init"], "缺少参数 DIR"),
        (["explain"], "缺少参数 ID"),
        (["kinds", "one", "two"], "多出了参数：one two"),
        (["serve", "a", "b"], "多出了参数：b"),
        (["--colour"], "没有 --colour 这个选项"),
        (["poster", "1", "--format", "gif"], "“gif”不在可选的值里：pdf、png"),
    ],
)
def test_wrong_usage_is_told_in_chinese(words: list[str], said: str) -> None:
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert not re.search(r"[A-Za-z]{4,} [a-z]{2,} [a-z]{2,}", result.stderr)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "tinny"], "没有“tinny”这个乡镇，是不是“tiny”？"),
        (["build", "--out", "notices/tiny"], "里面是项目自己的文件"),
        (["build", "--out", "."], "里面是项目自己的文件"),
        (["build", "--out", ".."], "里面是项目自己的文件"),
        (["build", "--out", "notices/county.yml"], "项目自己的文件"),
        (["poster", "tiny/2026/99"], "tiny 没有第 99 号公告"),
        (["poster", "tiny/2020/1"], "tiny 没有“2020”这一届，有：2026"),
        (["poster", "../../etc"], "没有“..”这个乡镇"),
        (["poster", "a/b/c/d"], "请写成 yunxi/2026/5 的样子"),
        (["poster", "1", "--sheet", "a3-blue"], "没有“a3-blue”这种纸，是不是“a3-large”？"),
        (["explain", "V999"], "没有叫“V999”的规则或公告种类"),
        (["explain", "更正公示"], "是不是“更正公告”？"),
    ],
)
def test_a_wrong_name_is_told_with_a_guess(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(good(tmp_path))
    before = files(Path())
    result = run(*words)
    assert (result.exit_code, said in result.stderr) == (2, True), result.output
    assert files(Path()) == before


def test_a_folder_without_a_project_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "先运行 gongshi init" in run("check").stderr
    assert run("check", "--project", tmp_path / "none").exit_code == 2


PRIVATE = ("110101199003077475", "13912345678", "三组12号")
CELLS = [
    ("候选人名册.csv", "村党支部书记"),
    ("候选人名册.csv", "村民小组长"),
    ("候选人名册.csv", "张华"),
    ("公告登记簿.csv", "东党发〔2026〕1号"),
    ("公告登记簿.csv", "镇党委书记"),
    ("公告登记簿.csv", "候选人公示"),
    ("公告登记簿.csv", "东村"),
    ("联系方式.yml", "工作日 8:30—12:00，14:30—18:00"),
]


@pytest.mark.parametrize("private", PRIVATE)
@pytest.mark.parametrize(("file", "cell"), CELLS)
def test_no_command_repeats_what_is_private(
    tmp_path: Path, file: str, cell: str, private: str
) -> None:
    root = issued(tmp_path)
    table = root / "notices/tiny/2026" / file
    text = table.read_text("utf-8")
    assert cell in text
    table.write_text(text.replace(cell, f"{cell}{private}", 1), encoding="utf-8")
    table.with_name(f"{table.stem}2.csv").write_text(f"公告编号,x{private}\n1,1\n", "utf-8")
    told = [
        on(root, "check", "tiny"),
        on(root, "check", "tiny", "--format", "json"),
        on(root, "issue", "tiny"),
        on(root, "build", "tiny", "--no-posters"),
        on(root, "archive", "tiny", "2026", "--no-posters"),
        on(root, "today", "tiny"),
        on(root, "post", "list", "tiny"),
        on(root, "paper", "公示情况说明", "tiny", "--village", "东村", "--out", f"{tmp_path}/out"),
    ]
    assert [result.output for result in told if private in result.output] == []


def test_a_private_number_in_the_name_of_a_file_is_told_masked(tmp_path: Path) -> None:
    root = good(tmp_path)
    table = root / "notices/tiny/2026/候选人名册.csv"
    table.rename(table.with_name(f"名册{PRIVATE[0]}.csv"))
    for form in ("text", "json"):
        result = on(root, "check", "tiny", "--format", form)
        assert (result.exit_code, "K001" in result.output) == (1, True)
        assert PRIVATE[0] not in result.output


def test_a_bad_clock_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    result = run("check", "--project", good(tmp_path))
    assert (result.exit_code, "SOURCE_DATE_EPOCH" in result.stderr) == (2, True)


def test_the_clock_of_a_reproducible_build_is_heeded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = good(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1783296000")  # 2026-07-06, before the notice
    assert "2026年11月2日未到" in run("issue", "tiny", "--project", root).stdout


# init, check.


def test_a_new_project_says_what_to_fill_first(tmp_path: Path) -> None:
    root = tmp_path / "新项目"
    assert run("init", root).exit_code == 0
    result = run("check", "--project", root)
    assert result.exit_code == 1
    assert "没有写「县」" in result.stdout.splitlines()[0]
    assert run("init", root).exit_code == 2


def test_a_county_name_that_is_no_name_is_refused(tmp_path: Path) -> None:
    result = run("init", tmp_path / "new", "--county", "{{7*7}}")
    assert (result.exit_code, (tmp_path / "new").exists()) == (2, False)


def test_the_project_is_found_upwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good(tmp_path) / "notices/tiny/2026")
    result = run("check", *DAY)
    assert (result.exit_code, result.stdout) == (0, "核对了 1 个乡镇（街道）：没有发现问题。\n")


def test_findings_are_lines_with_place_and_rule_and_a_summary(tmp_path: Path) -> None:
    root = overlay("V001-more-ballots-back", tmp_path)
    result = on(root, "check")
    *lines, last = result.stdout.splitlines()
    assert result.exit_code == 1
    assert re.match(r"notices/tiny/2026/会议情况\.csv:[A-Z]2: 错误 V001 ", lines[0])
    assert last.startswith("核对了 1 个乡镇（街道）：错误 ")


def test_findings_as_json_have_the_documented_keys(tmp_path: Path) -> None:
    root = overlay("V001-more-ballots-back", tmp_path)
    result = on(root, "check", "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {tuple(one) for one in found} == {
        ("rule", "severity", "file", "sheet", "cell", "message", "help")
    }
    assert ("V001", "error") in {(one["rule"], one["severity"]) for one in found}


def test_warnings_alone_are_fine(tmp_path: Path) -> None:
    root = overlay("A001-too-old", tmp_path)
    result = on(root, "check")
    assert ("警告 A001" in result.stdout, result.exit_code) == (True, 0)


def test_tables_are_explained_on_demand(tmp_path: Path) -> None:
    result = on(good(tmp_path), "check", "--explain-tables")
    assert "候选人名册.csv：候选人名册" in result.stdout
    assert "  读了4行" in result.stdout


def test_nothing_raw_from_a_table_reaches_the_terminal(tmp_path: Path) -> None:
    root = good(tmp_path)
    table = root / "notices/tiny/2026/候选人名册.csv"
    for text in ("\x1b[31m红", "\u202e倒", "\x07", "\x9b31m", "\u2066"):
        table.write_text(table.read_text("utf-8").replace("东村,王伟", f"{text},王伟"), "utf-8")
        for form in ("text", "json"):
            output = on(root, "check", "--format", form).output
            assert not any(unicodedata.category(c) in {"Cc", "Cf"} for c in output if c != "\n")
    assert harmless("a\x1b\u202e\U000e0001　村") == "a\\u001b\\u202e\\U000e0001　村"


# issue, build, verify, poster, kinds, rules, explain.


def test_issuing_says_what_and_what_waits_and_a_second_time_nothing(tmp_path: Path) -> None:
    root = good(tmp_path)
    first = on(root, "issue", "tiny")
    assert first.exit_code == 0
    assert "签发第 1 号 东村 候选人公示" in first.stdout
    issued_files = files(root / "notices")
    second = on(root, "issue", "tiny")
    assert (second.exit_code, "没有要签发的" in second.stdout) == (0, True)
    assert files(root / "notices") == issued_files
    assert "1 份与签发时一致，链值 " in run("verify", "--project", root).stdout


def test_a_due_notice_that_an_error_stops_is_code_one(tmp_path: Path) -> None:
    root = overlay("V001-more-ballots-back", tmp_path)
    result = on(root, "issue", "tiny")
    assert (result.exit_code, "等一等：有错误V001" in result.stdout) == (1, True)
    assert not (root / "notices/tiny/2026/issued").exists()


def test_an_issue_that_died_is_taken_back_before_the_next(tmp_path: Path) -> None:
    root = good(tmp_path)

    def die(operation: str, path: Path) -> None:
        if (operation, path.name) == ("create", ".chain.txt.part"):
            raise MemoryError  # anything but an OSError leaves the journal as a crash does

    disk.before = die
    assert on(root, "issue", "tiny").exit_code == 3
    disk.before = lambda *_: None
    assert [path.name for path in (root / "notices/tiny/2026/issued").iterdir()] != []
    assert on(root, "issue", "tiny").exit_code == 0
    assert run("verify", "--project", root).exit_code == 0


def test_a_changed_notice_is_found(tmp_path: Path) -> None:
    root = issued(tmp_path)
    (notice,) = (root / "notices/tiny/2026/issued").glob("0001-*.md")
    notice.write_bytes(notice.read_bytes().replace("王伟".encode(), "王玮".encode()))
    result = run("verify", "--project", root)
    assert (result.exit_code, "I001" in result.stdout) == (1, True)
    assert on(root, "build", "--no-posters").exit_code == 1


def test_building_says_what_was_built_and_what_had_not_changed(tmp_path: Path) -> None:
    root = issued(tmp_path)
    first = on(root, "build", "--no-posters")
    assert (first.exit_code, "tiny：公告 1 份" in first.stdout) == (0, True)
    assert "没有变化" in on(root, "build", "--no-posters").stdout


def test_a_township_without_issued_notices_is_told_to_issue(tmp_path: Path) -> None:
    result = on(good(tmp_path), "build", "--no-posters")
    assert (result.exit_code, "还没有签发过公告" in result.stdout) == (0, True)


def test_a_failed_township_is_named_and_the_others_are_there(tmp_path: Path) -> None:
    root = issued(tmp_path)
    townships(root, 3)
    (root / "notices/town01/2026/term.yml").write_text("名称: [", encoding="utf-8")
    result = on(root, "build", "--no-posters", "--jobs", "1")
    assert result.exit_code == 1
    assert "没有发布：town01。" in result.stdout.splitlines()[-1]
    assert (root / "dist/town02/index.html").is_file()


def test_a_poster_of_a_draft_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(good(tmp_path))
    result = run("poster", "1", "--sheet", "a4-gb9704", "--format", "pdf", *DAY)
    assert (result.exit_code, "a4-gb9704.pdf（草稿）" in result.stdout) == (0, True)
    assert Path("posters/tiny/2026/1/a4-gb9704.pdf").read_bytes().startswith(b"%PDF")


def test_kinds_and_rules_are_listed_and_explained(tmp_path: Path) -> None:
    root = good(tmp_path)
    assert "候选人公示（candidates）" in run("kinds", "--project", root).stdout
    listed = run("rules").stdout.splitlines()
    assert all(re.match(r"[A-Z]\d{3} (错误|警告|提示) ", line) for line in listed)
    for line in listed:
        text = run("explain", line[:4], "--project", root).stdout
        assert {"依据：", "查什么：", "为什么：", "例子：", "怎么改："} <= {
            re.match("[^：]*：?", part)[0]
            for part in text.splitlines()  # type: ignore[index]
        }
    assert run("explain", "candidates", "--project", root).stdout.startswith("候选人公示")
