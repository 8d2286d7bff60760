"""The proof of all names, and the statement on what was posted and objected."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import papers as sheets
import worlds
from gongshi.model.place import Place
from gongshi.model.profile import Words
from gongshi.model.records import Records, SheetReport
from gongshi.model.working import Objection, Officer, Posting, Spot, Voter
from gongshi.names.rare import is_rare, reading
from gongshi.rules.boards import coverage
from paperwork import count, crossed, full, made, outside, overlapping, pdf, text

#: A character of Unicode 15.1 that none of the fonts has.
UNKNOWN = "\U0002ebf0"
BOARD = Spot(village="东村", name="村口公示栏")


def posting(spot: str = "村口公示栏", **changes: Any) -> Posting:
    return Posting(notice="1", spot=spot, day=date(2026, 11, 2), **changes)


def objection(**changes: Any) -> Objection:
    base = Objection(
        number="7", notice="1", received=date(2026, 11, 4), subject="对年龄有疑问。", kind="异议"
    )
    return replace(base, **changes)


def statement(records: Records, folder: Path = sheets.NOWHERE) -> str:
    data = pdf("publicity-statement", records, folder=folder)
    assert outside(data) == []
    return text(data)


def test_every_name_of_lists_bodies_and_meetings_stands_on_the_proof() -> None:
    officer = Officer(village="东村", body="选举委员会", name="欧阳晓燕")
    said = text(pdf("name-proof", full(officers=(officer,))))
    names = ["丁一", "王伟", "李明", "张华", "欧阳晓燕", "孙立", "周平", "吴红", "郑方", "冯春"]
    assert all(f"□{name}" in said for name in names)
    assert "全部姓名（10个）" in said
    assert "生僻字（" not in said


def test_a_rare_character_is_shown_in_four_faces_with_code_reading_and_owner() -> None:
    data = pdf("name-proof", full(candidates=(worlds.candidate(name="丁䶮"),)))
    said = text(data)
    assert "生僻字（1个）" in said
    assert said.count("䶮䶮䶮䶮U+4DAEyǎn丁䶮（东村）") == 1
    assert sum(UNKNOWN in name for name in sheets.fonts(data)) == 0


def test_of_voters_only_the_rare_characters_are_shown() -> None:
    voters = (Voter(village="东村", name="赵钱"), Voter(village="东村", name="张㛃"))
    said = text(pdf("name-proof", full(voters=voters)))
    assert "U+36C3" in said
    assert "张㛃（东村）" in said
    assert "赵钱" not in said


def test_only_the_proof_takes_a_character_no_font_has_and_shows_its_code() -> None:
    records = full(candidates=(worlds.candidate(name=f"王{UNKNOWN}"),), votes=(), meetings=())
    data = pdf("name-proof", records)
    said = text(data)
    assert UNKNOWN not in said
    assert said.count("2EBF0") >= 6
    assert "U+2EBF0" in said
    assert "（1个）：核对不是错字以后" in said


def test_a_reading_and_rarity_follow_gb_2312() -> None:
    assert not is_rare("王")
    assert is_rare("䶮")
    assert reading("䶮") == "yǎn"
    assert reading(UNKNOWN) == ""


def test_a_proof_of_hundreds_of_long_names_keeps_them_apart() -> None:
    rows = tuple(
        Officer(
            village="东村", body="村民代表", name=f"{sheets.NAMES[n % 8]}{'甲乙丙丁'[n // 8 % 4]}"
        )
        for n in range(32)
    )
    data = pdf("name-proof", full(officers=rows))
    assert outside(data) == []
    assert overlapping(data) == []
    assert crossed(data) == []
    assert all(one.name in text(data) for one in rows)


def test_a_proof_without_any_name_is_refused() -> None:
    _, findings = made("name-proof", full(candidates=(), meetings=(), officers=(), voters=()))
    assert [found.rule for found in findings] == ["C003"]


def test_the_statement_says_what_hung_where_how_long_and_by_whom(tmp_path: Path) -> None:
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "1.jpg").write_bytes(b"")
    rows = (posting(poster="周同", photo="1.jpg"), posting("祠堂", photo="没有.jpg"))
    said = statement(full(spots=(BOARD,), postings=rows), tmp_path)
    assert "第1号候选人公示（东党发〔2026〕1号）" in said
    assert "2026年11月2日至2026年11月9日，共5个工作日" in said
    assert "村口公示栏2026年11月2日周同有" in said
    assert "存档的张贴照片1张" in said
    assert "张贴点都有张贴记录" in said
    assert "张贴人：" in said


def test_the_statement_names_the_boards_without_a_record() -> None:
    spots = (BOARD, Spot(village="东村", name="小卖部墙"), Spot(village="西村", name="西村墙"))
    said = statement(full(spots=spots, postings=(posting(),)))
    assert "以下张贴点没有张贴记录：小卖部墙。" in said
    assert "西村墙" not in said
    bare = statement(full(spots=()))
    assert "没有登记东村有哪些张贴点" in bare
    assert "存档的张贴照片0张" in bare


def test_objections_stand_with_their_answers_and_open_ones_say_so() -> None:
    answered = objection(closed=date(2026, 11, 6), upheld="不成立", outcome="经核查，年龄属实")
    still = objection(number="8", subject="对学历有疑问")
    elsewhere = objection(number="9", notice="2", subject="别的公告")
    said = statement(full(objections=(answered, still, elsewhere)))
    assert "登记异议、举报2件" in said
    assert "反映：对年龄有疑问。2026年11月6日办结，不成立：经核查，年龄属实。" in said
    assert "反映：对学历有疑问。还没有办结。" in said
    assert "别的公告" not in said


def test_no_objection_is_said_only_where_a_register_of_them_is_kept() -> None:
    assert "收到异议件" in statement(full(objections=()))
    kept = SheetReport(Place("notices/tiny/2026/异议登记.csv"), "异议登记", (1,), (), 0, ())
    assert "没有登记到异议" in statement(full(objections=(), sheets=(kept,)))


def test_a_village_without_a_publicity_period_has_no_statement() -> None:
    draft = worlds.entry(status="草稿")
    _, findings = made("publicity-statement", full(register=(draft,)))
    assert [found.rule for found in findings] == ["C003"]
    _, findings = made("publicity-statement", full(register=(worlds.entry(days=None),)))
    assert [found.rule for found in findings] == ["C003"]


def test_twenty_publicity_periods_fill_pages_and_end_with_the_signature() -> None:
    rows = tuple(worlds.entry(n + 2, number=str(n + 1)) for n in range(20))
    data = pdf("publicity-statement", full(register=rows, postings=(posting(),)))
    assert count(data) > 3
    said = [page.get_textpage().get_text_bounded() for page in sheets.pages(data)]
    assert "负责人：" in said[-1]
    assert "以上情况属实" in said[-1]


@pytest.mark.parametrize(("kinds", "asked"), [(("候选人公示",), 0), (("初步人选名单",), 1)])
def test_a_list_that_is_only_sent_up_hangs_on_no_board(kinds: tuple[str, ...], asked: int) -> None:
    base = full(spots=(BOARD,), postings=())
    profile = replace(base.term.profile, lists={"只报送的公告": Words(kinds, worlds.ARTICLE)})
    records = replace(base, term=replace(base.term, profile=profile))
    assert len(list(coverage(records, date(2026, 11, 21)))) == asked
