"""A kind is a folder: what is wrong with it is said, and a new one needs no Python."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from elections import KINDS, THEMES, entry, kinds, party
from gongshi.compose.compose import compose
from gongshi.compose.kinds import load_kinds
from gongshi.compose.wording import numeral

KIND = """\
名称: 感谢信
适用: [党组织]
标题: "{{ election.committee }}感谢信"
落款: "{{ election.committee }}"
公示: 无
需要: [选举]
张贴: [a3-red]
"""


def write(
    folder: Path, text: str = KIND, body: str = "感谢{{ election.public }}。", name: str = "thanks"
) -> Path:
    (folder / name).mkdir(parents=True)
    (folder / name / "kind.yml").write_text(text, "utf-8")
    (folder / name / "notice.md.j2").write_text(body, "utf-8")
    return folder


def test_the_kinds_are_there_and_without_fault() -> None:
    assert set(KINDS) < set(kinds())
    assert len(kinds()) == 50


def test_a_new_kind_is_a_new_folder(tmp_path: Path) -> None:
    found, findings = load_kinds((write(tmp_path), THEMES))
    assert findings == []
    row = entry(party(), "感谢信", start=None, days=None)
    one = compose(row, party(register=(row,)), found)
    assert one.notice is not None
    assert one.notice.body == "感谢党员、群众。"


def test_a_project_replaces_a_kind_of_the_program(tmp_path: Path) -> None:
    text = (THEMES / "candidates" / "kind.yml").read_text("utf-8")
    found, _ = load_kinds((write(tmp_path, text, "本县另有写法。", "candidates"), THEMES))
    row = entry(party(), "候选人公示")
    one = compose(row, party(register=(row,)), found)
    assert one.notice is not None
    assert one.notice.body == "本县另有写法。"


UYGHUR = """\
另一文字:
  ug:
    标题: "ئېلان"
    落款: "{{ contacts.organiser }}"
"""


def test_a_project_adds_a_language_to_a_kind_of_the_program(tmp_path: Path) -> None:
    (tmp_path / "reporting").mkdir()
    (tmp_path / "reporting" / "kind.yml").write_text(UYGHUR, "utf-8")
    (tmp_path / "reporting" / "notice.ug.md.j2").write_text("{{ nothing.at.all }}", "utf-8")
    (tmp_path / "words.ug.yml").write_text((THEMES / "words.en.yml").read_text("utf-8"), "utf-8")
    found, findings = load_kinds((tmp_path, THEMES))
    assert findings == []
    assert set(found["举报渠道公告"].said) == {"en", "ug"}
    row = entry(party(), "举报渠道公告", start=None, days=None)
    chinese = compose(row, party(register=(row,)), kinds()).notice
    assert compose(row, party(register=(row,)), found).notice == chinese
    world = party(register=(row,))
    world = replace(world, township=replace(world.township, language="ug"))
    (wrong,) = compose(row, world, found).findings
    assert (wrong.rule, wrong.place.file) == ("C005", "themes/notices/reporting/notice.ug.md.j2")


def test_only_languages_make_no_kind(tmp_path: Path) -> None:
    (tmp_path / "thanks").mkdir()
    (tmp_path / "thanks" / "kind.yml").write_text(UYGHUR, "utf-8")
    _, (finding,) = load_kinds((tmp_path, THEMES))
    assert finding.message == "缺少“名称”"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("需要:", "须要:", "6", "不认识的键“须要”"),
        ("公示: 无\n", "", "", "缺少“公示”"),
        ("公示: 无", "公示: 没有", "5", "只能写有、可有或者无"),
        ("[选举]", "[选择]", "6", "没有“选择”"),
        ("[选举]", "选举", "6", "应当是列表"),
        ("[党组织]", "[党支部]", "2", "没有“党支部”"),
        ('"{{ election.committee }}感谢信"', '"{{ election. }}"', "3", "模板读不懂"),
        ("名称: 感谢信", '名称: ""', "1", "一行文字"),
        ("名称: 感谢信", "名称: 候选人公示", "", "已经是"),
    ],
)
def test_a_mistake_in_kind_yml_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, line: str, says: str
) -> None:
    found, findings = load_kinds((write(tmp_path, KIND.replace(old, new)), THEMES))
    assert "感谢信" not in found
    (finding,) = findings
    assert finding.rule == "C002"
    assert finding.place.file == "themes/notices/thanks/kind.yml"
    assert finding.place.cell == line
    assert says in finding.message


def test_a_mistake_in_the_template_is_found_at_its_line(tmp_path: Path) -> None:
    _, (finding,) = load_kinds((write(tmp_path, body="好\n{% if %}"),))
    assert (finding.place.file, finding.place.cell) == ("themes/notices/thanks/notice.md.j2", "2")


def test_broken_yaml_is_reported_by_the_reader(tmp_path: Path) -> None:
    _, (finding,) = load_kinds((write(tmp_path, "名称: &a 感谢信"),))
    assert finding.rule == "Y002"


@pytest.mark.parametrize(
    "body",
    ["{{ contacts.phone }}", "{{ election.nothing }}", "{{ '' }}", "{{ 1 / 0 }}", "{{ 1 + '' }}"],
)
def test_a_template_that_fails_is_a_finding_not_a_trace(tmp_path: Path, body: str) -> None:
    found, _ = load_kinds((write(tmp_path, body=body),))
    row = entry(party(), "感谢信", start=None, days=None)
    (finding,) = compose(row, party(register=(row,)), found).findings
    assert finding.rule == "C005"


def test_a_template_cannot_reach_behind_its_facts(tmp_path: Path) -> None:
    found, _ = load_kinds((write(tmp_path, body="{{ election.__class__.__mro__ }}"),))
    row = entry(party(), "感谢信", start=None, days=None)
    assert compose(row, party(register=(row,)), found).notice is None


def test_headings_are_numbered_in_chinese() -> None:
    assert [numeral(n) for n in (1, 9, 10, 11, 20, 21, 99)] == [
        *("一", "九", "十", "十一", "二十", "二十一", "九十九")
    ]
