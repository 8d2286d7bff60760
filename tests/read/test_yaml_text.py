"""YAML stays text with lines; everything clever in it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

import townships
from gongshi.read.project import read_project
from gongshi.read.township import read_township
from gongshi.read.yaml_text import Mapping, Scalar, Sequence, parse
from projects import project


def refusal(text: str) -> tuple[str, str]:
    node, (finding,) = parse(text, "term.yml")
    assert node is None
    assert finding.message.isprintable()
    return finding.rule, finding.place.cell


@pytest.mark.parametrize(
    "typed",
    [
        *("0571", "no", "12:30", "12:30:00", "2026-02-30", "1_000", "0x1f", "~", "null", "1e3"),
        *("9" * 100, "=1+1", "3.10", "true", "0o17", ".inf"),
    ],
)
def test_a_scalar_stays_what_was_typed(typed: str) -> None:
    node, findings = parse(f"键: {typed}\n", "a.yml")
    assert findings == []
    assert isinstance(node, Mapping)
    value = node.items["键"]
    assert isinstance(value, Scalar)
    assert value.text == typed


def test_every_node_keeps_its_line() -> None:
    node, _ = parse("\ufeff# 说明\n甲: 一\n乙:\n  - 二\n  - 三\n", "a.yml")
    assert isinstance(node, Mapping)
    listed = node.items["乙"]
    assert isinstance(listed, Sequence)
    assert [item.place.cell for item in listed.items] == ["4", "5"]
    assert node.keys["甲"].cell == "2"


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("甲: &a 一\n乙: *a\n", ("Y002", "1")),
        ("甲: 一\n乙: *a\n", ("Y002", "2")),
        ("甲: !!int 1\n", ("Y002", "1")),
        ("甲: !!python/object/apply:os.system [id]\n", ("Y002", "1")),
        ("%YAML 1.1\n---\n甲: 一\n", ("Y002", "1")),
        ("甲: 一\n甲: 二\n", ("Y003", "2")),
        ("甲:\n  乙: 一\n  乙: 二\n", ("Y003", "3")),
        ("甲: 一\n---\n乙: 二\n", ("Y001", "2")),
        ("甲: 一\n\t乙: 二\n", ("Y001", "2")),
        ("甲: [一\n", ("Y001", "2")),
        ('甲: "一\n', ("Y001", "2")),
        ("甲: 一: 二\n", ("Y001", "1")),
        ("甲: 一\x00\n", ("Y008", "1")),
        ("甲: 一\n乙: 二\x1b\n", ("Y008", "2")),
        ("甲: 一\n乙: 二\u202e\n", ("Y008", "2")),
        ("甲: \ue000\n", ("Y008", "1")),
        ("甲\u200b: 一\n", ("Y008", "1")),
        ("? [甲]\n: 一\n", ("Y006", "1")),
        ("甲: " + "[" * 3000, ("Y007", "1")),
        ("甲: " + "[" * 9 + "]" * 9, ("Y007", "1")),
        ("甲: " + "长" * 600_000, ("Y007", "")),
        ("".join(f"{' ' * n}a:\n" for n in range(50)), ("Y007", "8")),
    ],
)
def test_what_settings_do_not_need_is_refused_with_its_line(
    text: str, refused: tuple[str, str]
) -> None:
    assert refusal(text) == refused


def test_a_file_of_remarks_is_empty() -> None:
    assert parse("# 空的\n", "a.yml") == (None, [])
    assert parse("", "a.yml") == (None, [])


FOLDER = "notices/tiny/2026"
TERM = f"{FOLDER}/term.yml"


def found(tmp_path: Path, name: str, text: str | bytes) -> list[tuple[str, str, str]]:
    full = name if "/" in name else f"{FOLDER}/{name}"
    root = project(townships.good(tmp_path), {TERM: townships_term(), full: text})
    project_, findings = read_project(root)
    every = [*findings, *read_township(project_, "tiny").findings]
    return [(f.rule, f.place.file.rpartition("/")[2], f.place.cell) for f in every]


def townships_term() -> str:
    return (townships.GOOD / TERM).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("notices/county.yml", "县: 青禾县\n网址: javascript:alert(1)\n", [("Y006", "2")]),
        ("notices/county.yml", "县: 青禾县\n网址: https://a.example/?q=1\n", [("Y006", "2")]),
        ("notices/county.yml", "县: 青禾县\n字体: ../别处\n", [("Y006", "2")]),
        ("notices/county.yml", "县: 青禾县\n字体: /etc\n", [("Y006", "2")]),
        ("notices/county.yml", "县: 青禾县\n字体: 字体\n落款单位: 青禾县委组织部\n", []),
        ("notices/county.yml", "县：青禾县\n", [("Y006", "1")]),
        ("notices/county.yml", "网址: https://a.example\n", [("Y005", "")]),
        ("notices/county.yml", "", [("Y006", "")]),
        ("notices/county.yml", "县: 青禾县\n网扯: https://a.example\n", [("Y004", "2")]),
        ("notices/county.yml", "县: 青禾县\n".encode("gbk"), [("Y001", "1")]),
        ("notices/tiny/township.yml", "名称: 东镇\n全称: 县东镇\n类型: 市\n", [("Y006", "3")]),
        ("notices/tiny/township.yml", "名称: [东]\n全称: 东镇\n", [("Y006", "1"), ("Y005", "1")]),
        ("term.yml", "规则: party-2020\n", [("Y005", "")]),
        ("term.yml", "名称:\n规则: party-2020\n", [("Y005", "1")]),
        ("term.yml", "名称: 选举\n规则: party-2020\n议程: 一句话\n", [("Y006", "3")]),
        ("term.yml", "名称: 选举\n规则: party-2020\n议程:\n  - [一]\n", [("Y006", "4")]),
        ("term.yml", "名称: 选举\n规则: party-2020\n议程:\n", []),
        ("term.yml", "名称: 选举\n规则: party-2020\n规则调整: 无\n", [("Y006", "3")]),
        ("term.yml", "- 名称\n", [("Y006", "1")]),
        ("别的.yml", "会议情况: 无\n", [("T006", "1")]),
        ("别的.yml", "会议情况:\n  - 选举大会\n", [("Y006", "2")]),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    会议: 筹备会\n    地址: 东\n", [("Y004", "4")]),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    会义: 筹备会\n", [("Y004", "3"), ("T005", "2")]),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    村名: 东村\n    会议: 会\n", [("Y003", "3")]),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    会议: 会\n    实到: 9.5\n", [("T007", "4")]),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    会议: 会\n    监票人: [张燕, 蔡思]\n", []),
        ("别的.yml", "会议情况:\n  - 村: 东村\n    会议: 会\n    地点: {a: b}\n", [("Y006", "4")]),
        ("别的.yml", "会议情形:\n  - 村: 东村\n", [("Y004", "1")]),
        ("别的.yml", "# 空的\n", [("T006", "")]),
    ],
)  # fmt: skip
def test_settings_are_refused_at_their_line(
    name: str, text: str | bytes, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    results = found(tmp_path, name, text)
    assert sorted((rule, cell) for rule, _, cell in results) == sorted(expected)
    assert {file for _, file, _ in results} <= {name.rpartition("/")[2]}


def test_overrides_and_texts_reach_the_term(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    change = "规则调整:\n  到会比例:\n    值: 不少于五分之四\n    依据: 某县文件第三条\n"
    (root / TERM).write_text(townships_term() + change, encoding="utf-8")
    reading = read_township(read_project(root)[0], "tiny")
    assert reading.findings == ()
    term = reading.terms[0].term
    assert term.profile.quorum.article == "某县文件第三条"
    assert term.text("任职条件", "书记") == ("具备委员的任职条件。",)
    assert term.text("选举程序") == ("召开党员大会，无记名投票。",)
    assert term.place("title").cell == "1"


@pytest.mark.parametrize("folder", ["2026年", "Term", "a_b", "-a"])
def test_a_folder_that_cannot_be_an_address_is_refused(folder: str, tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    (root / "notices/tiny" / folder).mkdir()
    (finding,) = read_township(read_project(root)[0], "tiny").findings
    assert finding.rule == "Y009"
    (root / "notices" / folder).mkdir()
    (root / "notices" / folder / "township.yml").write_text("名称: 西镇\n", encoding="utf-8")
    project_, (finding,) = read_project(root)
    assert (finding.rule, project_.townships) == ("Y009", ("tiny",))


def test_a_table_beside_the_terms_is_refused(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    (root / "notices/tiny/台账.xlsx").write_bytes(b"x")
    (finding,) = read_township(read_project(root)[0], "tiny").findings
    assert (finding.rule, finding.place.file) == ("T024", "notices/tiny/台账.xlsx")


def test_a_township_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    root = townships.good(tmp_path)
    reading = read_township(read_project(root)[0], "nowhere")
    assert [finding.rule for finding in reading.findings] == ["Y009"]
    assert reading.terms == ()
