from dataclasses import replace
from pathlib import Path

import pytest

from gongshi.fonts import font_files
from gongshi.model import working
from gongshi.model.finding import Severity, Waiver
from gongshi.model.place import Place
from gongshi.model.profile import Override
from gongshi.model.records import Records, SheetReport, YearMonth
from gongshi.model.rule import Rule
from gongshi.model.working import LogEntry
from gongshi.rules import check_records
from gongshi.rules.private import (
    bank_cards,
    discreet,
    hidden,
    identity_numbers,
    masked,
    mobile_numbers,
)
from gongshi.rules.texts import texts
from worlds import candidate, entry, meeting, profile, records

from .test_votes import TODAY, found

IDENTITY = "110101199003078515"  # an invented person; the check digit is right
OLD_IDENTITY = "110101900307851"
CARD = "6222021234567890128"


def with_remark(text):
    """The tiny township with a remark beside its first candidate."""
    first, *rest = records().candidates
    return {"candidates": (replace(first, remark=text), *rest)}


def full_width(text):
    return "".join(chr(ord(character) + 0xFEE0) for character in text)


def spaced(number, size):
    return " ".join(number[start : start + size] for start in range(0, len(number), size))


def in_three(number):
    return f"{number[:6]}-{number[6:14]}-{number[14:]}"


@pytest.mark.parametrize(
    "typed", [IDENTITY, full_width(IDENTITY), spaced(IDENTITY, 6), in_three(IDENTITY), OLD_IDENTITY]
)
def test_an_identity_number_is_found_however_it_is_typed(typed):
    (finding,) = found("K001", **with_remark(f"身份证{typed}，已核"))
    assert finding.place == records().candidates[0].place("remark")
    assert IDENTITY not in finding.message
    assert OLD_IDENTITY not in finding.message
    assert "有身份证号 11**" in finding.message


@pytest.mark.parametrize(
    "typed",
    [
        "110101199003078516",  # wrong check digit
        "110101199013078517",  # no such month
        "200101199003078515",  # no such province
        "12345678901234567890",
        "云溪党发〔2026〕20号",
        "1998.09-2001.07-2005.06",
    ],
)
def test_other_long_numbers_are_no_identity_numbers(typed):
    assert identity_numbers(typed) == []


def test_an_identity_number_may_end_in_x():
    assert identity_numbers("11010119900307109X") == ["11010119900307109X"]
    assert identity_numbers("11010119900307109x") == ["11010119900307109X"]


@pytest.mark.parametrize(
    "typed",
    [
        "13812341234",
        "138 1234 1234",
        "138-1234-1234",
        "+86 13812341234",
        "1381-2341-234",
        full_width("13812341234"),
        "电话13812341234。",
    ],
)
def test_a_mobile_number_is_found_however_it_is_typed(typed):
    (finding,) = found("K002", **with_remark(typed))
    assert finding.message == "有手机号 138****1234"


@pytest.mark.parametrize(
    "typed", ["0838-6120001", "12812341234", "138123412345", "1985.06-1990.07", "mm1699999999999"]
)
def test_other_numbers_are_no_mobile_numbers(typed):
    assert mobile_numbers(typed) == []


def test_the_public_line_of_the_contacts_may_be_a_mobile_or_a_mail_address():
    contacts = replace(records().contacts, phone="13812341234", email="office@example.cn")
    assert check_records(records(contacts=contacts), TODAY) == []


def test_a_card_number_is_found_in_one_piece_and_in_fours():
    for typed in (CARD, spaced(CARD, 4), full_width(CARD)):
        (finding,) = found("K003", **with_remark(f"卡号{typed}"))
        assert CARD not in finding.message
    assert [digit for digit in "0123456789" if bank_cards(CARD[:-1] + digit)] == [CARD[-1]]
    assert bank_cards(IDENTITY) == []


def test_a_private_mail_address_is_found_and_masked():
    (finding,) = found("K004", **with_remark("wangwei@example.cn"))
    assert finding.message == "有电子邮箱 w***@example.cn"


def test_private_numbers_are_found_in_every_table_and_in_term_yml():
    number = "13812341234"
    world = records(
        meetings=(meeting(venue=number),),
        register=(entry(remark=number),),
        contacts=replace(records().contacts, address="人民路1号"),
    )
    term = replace(world.term, texts={"议程": {"": (number,)}, "任职条件": {"书记": (number,)}})
    findings = check_records(replace(world, term=term), TODAY)
    assert [finding.rule for finding in findings] == ["K002"] * 4


def test_private_numbers_are_found_in_settings_and_in_the_names_of_files_and_sheets():
    world = records()
    number = "13812341234"
    said = replace(world.township, full_name=f"东镇{number}", said={f"甲{number}": f"A {number}"})
    changed = {"到会比例": Override("4/5", f"县委办{number}", Place("notices/county.yml"))}
    profile = replace(world.term.profile, overridden=changed)
    sheet = SheetReport(Place(f"a/{number}.xlsx", f"名册{number}"), "villages", (), (), 0, ())
    world = replace(
        world,
        county=replace(world.county, issued_by=f"县委{number}"),
        township=said,
        term=replace(world.term, profile=profile),
        sheets=(sheet,),
    )
    findings = check_records(world, TODAY)
    assert [finding.rule for finding in findings] == ["K002"] * 7
    assert number not in "".join(finding.message for finding in findings)


def test_a_place_where_everybody_may_go_is_no_home_and_any_other_cell_is():
    home = "东村三组12号"
    entry = LogEntry(
        village="东村", step="唱票", day=TODAY, responsible="王伟", result="完成", venue=home
    )
    assert found("K005", log=(entry,)) == []
    assert len(found("K005", log=(replace(entry, result=f"到{home}走访"),))) == 1
    spot = "北纬30.572269"
    assert found("K006", log=(replace(entry, venue=spot),)) == []
    (finding,) = found("K006", log=(replace(entry, result=f"在{spot}"),))
    assert finding.message == "有定位坐标 北纬***"


def test_a_masked_number_keeps_its_ends_only():
    assert masked(IDENTITY) == "11*************515"
    assert masked("13812341234") == "138****1234"


@pytest.mark.parametrize(
    "typed",
    [
        "XX村",
        "××同志",
        "ＸＸ镇",
        "X月X日",
        "×村",
        "某村",
        "王某",
        "某某",
        "青禾县某镇",
        "文号____",
        "（ ）",
        "(　)",
        "【】",
        "“ ”",
        "时间待定",
        "待填",
        "2026年　月　日",
        "　月　日",
        "到会率超过，大会有效",
        "村民代表会议得票数乘以，党员大会得票数乘以，",
        "全市所有个村（社区）党组织",
        "监票员、计票员、唱票员各名；",
        "委员实行差额选举（差额名）",
        "超过全体党员的/，符合法定人数",
    ],
)
def test_an_unfilled_blank_is_refused(typed):
    (finding,) = found("W001", **with_remark(typed))
    assert finding.place == records().candidates[0].place("remark")


@pytest.mark.parametrize(
    "typed",
    [
        "某些行业",
        "某种情形",
        "某一项",
        "选举或者不选举某个人",
        "选举某人",
        "等待定期考核",
        "3×5米",
        "Xiaomi",
        "X光",
        "2026 年 11 月 2 日",
        "工作日 8:30",
        "（女）",
        "texx",
        "11月 2日",
        "待定额确定",
        "差额不低于20%，年龄不超过55周岁",
        "候选人名单、推荐票数不限，各个村都一样",
        "设组长、副组长各1名；",
        "全镇共有个人申请三份",
    ],
)
def test_words_that_only_look_like_blanks_are_left_alone(typed):
    assert found("W001", **with_remark(typed)) == []


@pytest.mark.parametrize("typed", ["#REF!", "#N/A", "#name?", "#####", "姓名???", "锟斤拷"])
def test_error_values_and_mangled_characters_are_refused(typed):
    assert found("W002", **with_remark(typed))


def test_one_question_mark_is_no_mangled_text():
    assert found("W002", **with_remark("是否连任？")) == []


def test_every_text_of_a_record_is_read_with_its_cell():
    read = {(text.field, text.value) for text in texts(records())}
    assert {("name", "王伟"), ("venue", "东村党群服务中心"), ("phone", "0838-6120001")} <= read
    assert ("scrutineers", "孙华") in {
        (text.field, text.value)
        for text in texts(records(meetings=(meeting(scrutineers=("孙华",)),)))
    }


def test_a_character_that_no_font_has_is_refused_with_its_code_and_fonts(tmp_path):
    fonts = font_files(tmp_path)
    strange = with_remark("名\U000e0101字")
    findings = check_records(records(**strange), TODAY, fonts)
    (finding,) = [f for f in findings if f.rule == "G001"]
    assert "U+E0101" in finding.message
    assert all(Path(font).name in finding.message for font in fonts)
    assert check_records(records(), TODAY, fonts) == []


def test_without_fonts_no_character_is_looked_up():
    assert found("G001", **with_remark("\U000e0101")) == []


def test_a_list_out_of_order_is_a_note_that_says_the_right_order():
    people = list(records().candidates)
    people[1], people[2] = people[2], people[1]
    (finding,) = found("N001", candidates=tuple(people))
    assert finding.severity.value == "note"
    assert "王伟、李明、张华" in finding.message
    assert finding.place == people[1].place("name")


def test_the_order_is_the_one_of_the_profile():
    people = (
        candidate(2, name="马飚", post="委员"),
        candidate(3, name="马兴瑞", post="委员"),
    )
    world = records(candidates=people, votes=())
    other = replace(world, term=replace(world.term, profile=profile(order="姓名笔画")))
    assert "N001" not in {f.rule for f in check_records(world, TODAY)}
    assert "N001" in {f.rule for f in check_records(other, TODAY)}


def test_one_person_in_two_villages_is_suspected():
    def twin(**changes):
        return candidate(9, village="西村", name="王伟", **changes)

    assert found("N002", candidates=(*records().candidates, twin()))
    other = twin(born=YearMonth(1985, 7))
    assert found("N002", candidates=(*records().candidates, other)) == []
    unknown = (twin(born=None), candidate(10, village="东村", name="王伟", born=None))
    assert found("N002", candidates=unknown) == []


def test_a_name_whose_place_is_not_certain_is_reported():
    first, *rest = records().candidates
    (finding,) = found("N003", candidates=(replace(first, name="丁\U00030000"), *rest))
    assert "U+30000" in finding.message


def test_posts_in_the_order_of_their_approval_are_left_as_they_are():
    people = (candidate(2, name="彭丽", post="副书记"), candidate(3, name="罗建", post="副书记"))
    world = records(candidates=people, votes=())
    approved = replace(world, term=replace(world.term, profile=profile(as_approved=("副书记",))))
    assert "N001" in {f.rule for f in check_records(world, TODAY)}
    assert "N001" not in {f.rule for f in check_records(approved, TODAY)}


FURTHER = {
    name: getattr(working, field.type.removeprefix("tuple[").removesuffix(", ...]"))
    for name, field in Records.__dataclass_fields__.items()
    if hasattr(working, str(field.type).removeprefix("tuple[").removesuffix(", ...]"))
}
VALUES = {"str": "电话13800138000", "date": TODAY, "int": 1}


def found_in(rule, township):
    return [one for one in check_records(township, TODAY) if one.rule == rule]


@pytest.mark.parametrize("table", sorted(FURTHER))
def test_every_column_of_the_working_tables_is_read_for_private_numbers(table):
    row = FURTHER[table](
        **{
            name: VALUES[field.type]
            for name, field in FURTHER[table].__dataclass_fields__.items()
            if field.type in VALUES
        }
    )
    typed = [name for name in row.__dataclass_fields__ if getattr(row, name) == VALUES["str"]]
    found = [text for text in texts(records(**{table: (row,)})) if text.record is row]
    assert [text.field for text in found] == typed
    findings = [
        one for one in check_records(records(**{table: (row,)}), TODAY) if one.rule == "K002"
    ]
    assert len(findings) == len(typed)
    assert all("138****8000" in one.message for one in findings)


def test_the_reason_of_a_waiver_is_read_too():
    waiver = Waiver("A001", "a.csv:B2", "电话13800138000", "镇党委", TODAY, Place("term.yml"))
    base = records()
    township = replace(base, term=replace(base.term, waivers=(waiver,)))
    (finding,) = found_in("K002", township)
    assert finding.place == waiver.place


def test_a_number_that_a_message_puts_beside_other_digits_is_masked():
    finding = Rule(
        id="X001", severity=Severity.NOTE, title="", basis="", what="", why="", example="", fix=""
    ).at(Place("a"), "现在是“指导组 139123456782026年11月20日决定”")
    assert "13912345678" not in discreet(finding).message
    assert "年11月20日决定" in discreet(finding).message


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"身份证{IDENTITY}", "身份证11*************515"),
        (f"卡{CARD}、电话138 0013 8000", "卡62**************128、电话138****8000"),
        ("写信到 wang@example.com", "写信到 w***@example.com"),
        ("签发时住三组12号", "签发时住三***号"),
        (f"主任{IDENTITY}1名", "主任11**************151名"),
        ("云溪党发〔2026〕20号，（括号）", "云溪党发〔2026〕20号，（括号）"),
        ("110101199003078516", "110101199003078516"),
    ],
)
def test_private_numbers_are_hidden_in_what_findings_say(text, shown):
    assert hidden(text) == shown
