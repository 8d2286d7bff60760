"""One cell, one value: what is understood and what is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from gongshi.model.records import YearMonth
from gongshi.read.column import Column, Kind
from gongshi.read.columns import CANDIDATES, ETHNICITIES, REGISTER
from gongshi.read.values import Days, Post, WrongError, read

OF_KIND = {column.kind: column for column in (*REGISTER.columns, *CANDIDATES.columns)}


def value(kind: Kind, raw: Any) -> Any:
    column = OF_KIND.get(kind) or Column("某列", "field", kind=kind)
    return read(column, raw)


def rule(kind: Kind, raw: Any) -> str:
    with pytest.raises(WrongError) as wrong:
        value(kind, raw)
    return wrong.value.rule.id


DAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    "raw",
    [
        *("2026-11-02", "2026年11月2日", "2026.11.2", "2026/11/2", " 2026 年 11 月 2 日 "),
        *("２０２６－１１－０２", DAY, datetime(2026, 11, 2)),
    ],
)
def test_a_date_is_read_however_it_is_written(raw: Any) -> None:
    assert value(Kind.DATE, raw) == DAY


@pytest.mark.parametrize(
    "raw",
    [
        *("2026-02-30", "2026-13-01", "2026-00-10", "11月2日", "2026", 46000.0, "明天"),
        *("2026-11/2", "0000-01-01", "9999-01-01", datetime(2026, 11, 2, 9), "2026-11-02 9:00"),
    ],
)  # fmt: skip
def test_a_date_that_is_none_is_refused(raw: Any) -> None:
    assert rule(Kind.DATE, raw) == "T008"


@pytest.mark.parametrize(
    "raw",
    [
        *("1985.06", "198506", "1985-06", "1985年6月", "1985/6", "1985.6"),
        *(198506.0, 198506, 1985.06, date(1985, 6, 1), "1985年6月3日", "1985 年 6 月"),
    ],
)  # fmt: skip
def test_a_month_is_read_however_it_is_written(raw: Any) -> None:
    assert value(Kind.MONTH, raw) == YearMonth(1985, 6)


@pytest.mark.parametrize(
    "raw", [1985.1, "1985.1", "1985.13", "198500", 1985, "八五年六月", 1985.123]
)
def test_a_month_that_is_none_or_two_is_refused(raw: Any) -> None:
    assert rule(Kind.MONTH, raw) == "T009"


@pytest.mark.parametrize("raw", [55, "55", 55.0, "５５", " 55 ", "55.0"])
def test_a_count_is_read_however_it_is_typed(raw: Any) -> None:
    assert value(Kind.COUNT, raw) == 55


@pytest.mark.parametrize(
    "raw", [-1, "-1", 5.5, "5.5", "55人", "五十", "1,000", True, "１２３４５６７８９", float("inf")]
)
def test_a_count_that_is_none_is_refused(raw: Any) -> None:
    assert rule(Kind.COUNT, raw) == "T007"


@pytest.mark.parametrize("kind", Kind)
def test_a_long_number_is_refused_in_every_column(kind: Kind) -> None:
    assert rule(kind, 1.10101199003071e17) == "T014"


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("王　伟", "王伟"),
        ("王 伟", "王伟"),
        ("王\u00a0伟", "王伟"),
        ("王\n伟", "王伟"),
        (" 欧阳晓燕 ", "欧阳晓燕"),
        ("阿依古丽·买买提", "阿依古丽·买买提"),
        ("阿依古丽 • 买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("𬱖家瑞", "𬱖家瑞"),
        ("丁䶮", "丁䶮"),
    ],
)
def test_a_name_is_closed_up_and_keeps_its_separator(raw: str, name: str) -> None:
    assert value(Kind.NAME, raw) == name


@pytest.mark.parametrize(
    "raw", ["王", "王伟（女）", "王伟、李明", "·王伟", "王··伟", "王伟1", "某某*", 5]
)
def test_what_is_no_name_is_refused(raw: Any) -> None:
    assert rule(Kind.NAME, raw) == "N105"


def test_names_are_separated_by_marks_not_by_spaces() -> None:
    assert value(Kind.NAMES, "张燕、蔡　思，欧阳晓燕") == ("张燕", "蔡思", "欧阳晓燕")
    assert rule(Kind.NAMES, "张燕红 蔡思远") == "N105"


@pytest.mark.parametrize(
    ("raw", "days"),
    [
        ("5个工作日", Days(5, True)),
        ("5 工作日", Days(5, True)),
        ("15日", Days(15, False)),
        ("15天", Days(15, False)),
        ("１５个自然日", Days(15, False)),
    ],
)
def test_days_say_whether_they_are_working_days(raw: str, days: Days) -> None:
    assert value(Kind.DAYS, raw) == days


@pytest.mark.parametrize("raw", [5, "5", "0日", "五天", "5-7日"])
def test_days_that_do_not_say_so_are_refused(raw: Any) -> None:
    assert rule(Kind.DAYS, raw) == "T011"


@pytest.mark.parametrize(
    ("raw", "post"),
    [
        ("书记候选人预备人选", "书记"),
        ("党支部副书记", "副书记"),
        ("村民委员会主任", "主任"),
        ("社区居民委员会副主任", "副主任"),
        ("居民委员会委员", "委员"),
        ("党委委员", "委员"),
        ("党委书记", "书记"),
    ],
)
def test_a_post_is_found_in_its_words(raw: str, post: str) -> None:
    assert value(Kind.POST, raw) == Post(post, raw)


@pytest.mark.parametrize("raw", ["书记、主任", "妇联主席", "村民委员会"])
def test_no_post_or_two_posts_are_refused(raw: str) -> None:
    assert rule(Kind.POST, raw) == "T010"


@pytest.mark.parametrize("raw", ["汉", "汉族", "维吾尔", "回族 "])
def test_an_ethnicity_is_completed(raw: str) -> None:
    assert value(Kind.ETHNICITY, raw) in ETHNICITIES


@pytest.mark.parametrize("raw", ["上午9:00", "9：30", "下午2时30分", "9点半", "9:00—11:30"])
def test_a_time_is_kept_as_typed(raw: str) -> None:
    assert value(Kind.TIME, raw) == raw


def test_a_time_cell_becomes_a_time() -> None:
    assert value(Kind.TIME, time(9, 5)) == "9:05"
    assert value(Kind.TIME, timedelta(hours=14, minutes=30)) == "14:30"


def test_a_number_in_a_text_column_is_what_a_person_sees() -> None:
    assert value(Kind.TEXT, 12.0) == "12"
    assert value(Kind.TEXT, 1.5) == "1.5"
    assert value(Kind.TEXT, True) == "TRUE"
    assert value(Kind.TEXT, DAY) == "2026-11-02"


def test_paragraphs_stay_paragraphs_and_lines_do_not() -> None:
    assert value(Kind.LONG, "　1985年出生。\r\n\n　2010年入党。 ") == "1985年出生。\n2010年入党。"
    assert value(Kind.TEXT, "村党支部\r\n书记") == "村党支部书记"
    assert value(Kind.TEXT, "Party\nbranch") == "Party branch"


@pytest.mark.parametrize("raw", ["", " ", "　", "\n"])
@pytest.mark.parametrize("kind", Kind)
def test_an_empty_cell_is_nothing(kind: Kind, raw: str) -> None:
    assert value(kind, raw) is None


@pytest.mark.parametrize(
    "raw",
    [
        *("\ue000", "\U000f0000", "\U00100000", "\x00", "\x1b[31m", "\x7f", "\x85", "\ufeff"),
        *("\u200b", "\u200d", "\u2060", "\u00ad", "\u202a", "\u202e", "\u2066", "\u2069", "\u200f"),
        *("\ufffd", "\ufffc", "\uffff", "\u2028", "\u0301", "e\u0301", "\ufe0f", "\U000e0041"),
        *("\u3164", "\u115f", "\u2800", "😀", "\uf9dd", "\ufa30", "\u061c", "_x000B_", "\x0b"),
    ],
)
@pytest.mark.parametrize("kind", [Kind.NAME, Kind.TEXT, Kind.LONG, Kind.VILLAGE, Kind.IGNORED])
def test_characters_that_must_not_be_published_are_refused(kind: Kind, raw: str) -> None:
    with pytest.raises(WrongError) as wrong:
        value(kind, f"王{raw}伟")
    assert wrong.value.rule.id == "T012"
    assert wrong.value.message.isprintable()


@pytest.mark.parametrize(
    "raw", ["〔2026〕3号", "①甲：“乙”……", "30℃、50㎡", "A/B～C", "㐀𠀀𫝀𬱖", "№1★"]
)
def test_characters_that_offices_use_may_stay(raw: str) -> None:
    assert value(Kind.TEXT, raw) == raw


@pytest.mark.parametrize("raw", ["../a.jpg", "C:\\a.jpg", ".a.jpg", "a.gif", "a/b.png", "a"])
def test_a_photo_is_a_plain_file_name(raw: str) -> None:
    assert value(Kind.FILE, "王伟 1.JPG") == "王伟 1.JPG"
    assert rule(Kind.FILE, raw) == "T011"


@pytest.mark.parametrize("raw", ["Dongcun", "东村", "a_b", "-a", "a--b", "a/b", "1村", "a" * 31])
def test_a_path_is_small_letters_digits_and_dashes(raw: str) -> None:
    assert value(Kind.SLUG, "dong-cun2") == "dong-cun2"
    assert rule(Kind.SLUG, raw) == "T011"


@pytest.mark.parametrize("raw", ["0", "05", "12345", "1a", "第1号", 1.5, "-1"])
def test_a_register_number_is_a_plain_number(raw: Any) -> None:
    assert value(Kind.NUMBER, 12.0) == "12"
    assert rule(Kind.NUMBER, raw) == "T011"
