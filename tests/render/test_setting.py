"""What the sheets are told: kept stretches, titles, widths, names, codes."""

import json
from pathlib import Path

import pytest

from gongshi.render.atoms import atoms, name_atoms
from gongshi.render.document import Run, Table, parse
from gongshi.render.qr import modules, notice_url
from gongshi.render.sheets import SheetError, load_sheets
from gongshi.render.tables import table_data
from gongshi.render.titles import title_lines
from gongshi.resources import folders

WORDS = (
    "关于",
    "委员",
    "党支部委员会",
    "委员会",
    "候选人",
    "预备人选",
    "换届选举",
    "公示",
    "青禾村",
)


def kept(text: str) -> list[str]:
    return [atom["t"] for atom in atoms((Run(text),)) if "k" in atom]


def test_numbers_stay_with_their_units() -> None:
    assert kept("应选3名，得30票，占20%") == ["3名", "30票", "20%"]
    assert kept("自2026年11月2日起") == ["2026年11月", "2日"]
    assert kept("云委发〔2026〕15号，电话0838-6120001") == ["〔2026〕15号", "0838-6120001"]


def test_stretches_lose_no_character() -> None:
    text = "自2026年11月2日8:30—12:00起，a@b.cn，第1届。"
    assert "".join(atom["t"] for atom in atoms((Run(text),))) == text


def test_a_line_break_and_weight_reach_the_sheet() -> None:
    assert atoms((Run("甲", strong=True), Run("\n"))) == [
        {"t": "甲", "b": True},
        {"t": "", "br": True},
    ]


def test_a_long_name_never_begins_a_line_with_a_dot() -> None:
    name = "阿不都热依木江·买买提吐尔逊·艾尔肯"
    parts = [atom["t"] for atom in name_atoms(name, 6)]
    assert "".join(parts) == name
    assert not any(part.startswith("·") for part in parts)


def test_a_title_breaks_between_words_and_evenly() -> None:
    title = "关于青禾村党支部委员会委员候选人预备人选的公示"
    lines = title_lines(title, 15, WORDS)
    assert lines == ("关于青禾村党支部委员会", "委员候选人预备人选的公示")


def test_a_short_title_is_one_line() -> None:
    assert title_lines("任职公示", 15, WORDS) == ("任职公示",)


@pytest.mark.parametrize("limit", [4, 7, 11, 18])
def test_no_title_loses_text_or_is_too_wide(limit: int) -> None:
    title = "中共青禾县云溪镇青禾村支部委员会2026年换届选举候选人预备人选公示（第二批）"
    lines = title_lines(title, limit, WORDS)
    assert "".join(lines) == title
    assert max(map(len, lines)) <= limit * 2
    assert not any(line.startswith(("的", "）", "，")) for line in lines)


def test_two_character_names_are_spread_in_name_columns_only() -> None:
    (table,) = parse("| 姓　名 | 职务 |\n|---|---|\n| 王伟 | 主任 |\n").blocks
    assert isinstance(table, Table)
    data = table_data(table, load_sheets(folders(Path("/nowhere"), "themes/sheets"))["a3-red"])
    assert data["rows"][0][0][0]["t"] == "王　伟"
    assert data["rows"][0][1][0]["t"] == "主任"


def test_an_address_is_percent_encoded_and_ends_with_a_slash() -> None:
    url = notice_url("https://a.example/x/", "yunxi", "2026/青禾/5/")
    assert url == "https://a.example/x/yunxi/2026/%E9%9D%92%E7%A6%BE/5/"


def test_a_row_of_the_code_is_as_long_as_the_code() -> None:
    rows = modules("https://gongshi.example/yunxi/2026/dongcun/1/")
    assert {sum(row) for row in rows} == {len(rows)}
    assert all(length > 0 for row in rows for length in row[1:])


def sheet_folder(folder: Path, **changes: object) -> Path:
    source = next(iter(folders(folder, "themes/sheets"))) / "a3-red"
    import yaml

    data = yaml.safe_load((source / "sheet.yml").read_text("utf-8")) | changes
    made = folder / "themes" / "sheets" / "own"
    made.mkdir(parents=True)
    (made / "sheet.yml").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    (made / "sheet.typ").write_text((source / "sheet.typ").read_text("utf-8"), "utf-8")
    return folder


def test_a_new_sheet_is_a_folder_beside_the_built_in_ones(tmp_path: Path) -> None:
    sheets = load_sheets(folders(sheet_folder(tmp_path, 名称="自家的"), "themes/sheets"))
    assert set(sheets) - set(load_sheets(folders(tmp_path / "none", "themes/sheets"))) == {"own"}
    assert sheets["own"].title == "自家的"


def test_an_unknown_key_of_a_sheet_is_refused_with_a_hint(tmp_path: Path) -> None:
    folder = sheet_folder(tmp_path, 表格字=[1])
    with pytest.raises(
        SheetError, match=r"own/sheet.yml 不能用：没有“表格字”这一项，是不是“表格字号”"
    ):
        load_sheets(folders(folder, "themes/sheets"))


def test_a_wrong_value_in_a_sheet_is_refused(tmp_path: Path) -> None:
    folder = sheet_folder(tmp_path, 纸张="A3")
    with pytest.raises(SheetError, match=r"own/sheet.yml 不能用"):
        load_sheets(folders(folder, "themes/sheets"))


def test_a_name_longer_than_a_line_is_broken_between_its_words() -> None:
    body = "青禾县云溪镇柳河湾村村民选举委员会"
    lines = title_lines(f"{body}成员公告", 15, (*WORDS, body, "委员会", "选举"))
    assert "".join(lines) == f"{body}成员公告"
    assert max(map(len, lines)) <= 15
    assert any("选举" in line for line in lines)
    assert any("委员会" in line for line in lines)
