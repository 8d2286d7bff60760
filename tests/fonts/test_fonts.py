from pathlib import Path

from gongshi.fonts import font_files, missing
from gongshi.resources import built_in

THEMES = built_in("themes") / "fonts"


def test_characters_of_rare_names_are_in_the_fonts(tmp_path: Path) -> None:
    assert missing("丁䶮𬱖家瑞张㛃阿依古丽·买买提", font_files(tmp_path)) == []


def test_a_character_in_no_font_is_named_once_in_order(tmp_path: Path) -> None:
    assert missing("王\ue000𠀀伟\ue000", font_files(tmp_path)) == ["\ue000", "𠀀"]


def test_white_space_is_never_missing(tmp_path: Path) -> None:
    assert missing("丁　䶮\n\t ", font_files(tmp_path)) == []


def test_a_file_that_is_no_font_has_no_characters(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a font")
    assert missing("王", [broken]) == ["王"]


def test_the_countys_own_fonts_come_first(tmp_path: Path) -> None:
    own = tmp_path / "字体" / "方正小标宋.TTF"
    own.parent.mkdir()
    own.write_bytes(b"")
    assert font_files(tmp_path, "字体")[0] == own


def test_a_fonts_folder_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    assert font_files(tmp_path, "没有") == font_files(tmp_path)


def test_both_kept_fonts_have_every_standard_character() -> None:
    characters = (THEMES / "characters.txt").read_text("utf-8").strip()
    assert len(characters) >= 8105
    for name in ("GongshiTitle-Bold.ttf", "GongshiKai-Regular.ttf"):
        assert missing(characters + "〔〕「」—…·“”、。0123456789AZaz", [THEMES / name]) == []


def test_kept_fonts_carry_their_licence_and_no_reserved_name() -> None:
    for name in ("GongshiTitle-Bold", "GongshiKai-Regular"):
        licence = THEMES / f"OFL-{name.partition('-')[0]}.txt"
        assert "SIL Open Font License" in licence.read_text("utf-8").replace(
            "OPEN FONT LICENSE", "Open Font License"
        )
        font = (THEMES / f"{name}.ttf").read_bytes()
        assert "Gongshi".encode("utf-16-be") in font
        assert "LXGW WenKai".encode("utf-16-be") not in font
        assert len(font) < 4.5e6
