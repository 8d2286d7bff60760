import random
from pathlib import Path

import pytest

import gongshi.names
from gongshi.names.order import FULL_NAME, in_stroke_order, sort_key, surname, unranked
from gongshi.names.spread import spread

RANKED = (Path(gongshi.names.__file__).parent / "stroke-rank.txt").read_text("utf-8").strip()

#: The national table, level by level: within one, characters stand in stroke order.
LEVELS = (Path(__file__).parents[1] / "vendor/tongyong-8105.txt").read_text("utf-8").splitlines()

#: Surnames in national stroke order, as reference lists print them.
SURNAMES = (
    "丁卜刁于万马王韦毛方尹孔邓石龙叶田史冯宁邢吕朱伍任刘江汤许孙苏杜李杨吴何余沈宋张陆陈林欧罗周郑孟赵胡钟"
    "姜姚贺高郭唐黄曹梁董蒋韩曾谢蔡熊黎潘戴魏"
)


def test_every_character_of_the_national_table_is_put_in_its_place():
    shuffled = list(RANKED)
    random.Random(8105).shuffle(shuffled)  # noqa: S311
    assert "".join(in_stroke_order(shuffled)) == RANKED
    assert len(set(RANKED)) == len(RANKED) >= 8105


def test_no_pair_of_the_8105_characters_of_the_national_table_is_the_wrong_way_round():
    assert [len(level) for level in LEVELS] == [3500, 3000, 1605]
    assert unranked("".join(LEVELS)) == ""
    for level in LEVELS:
        shuffled = list(level)
        random.Random(3500).shuffle(shuffled)  # noqa: S311
        assert "".join(in_stroke_order(shuffled)) == level


@pytest.mark.parametrize("order", ["姓氏笔画", FULL_NAME])
@pytest.mark.parametrize("level", LEVELS, ids=["1", "2", "3"])
def test_the_table_also_orders_surnames_and_given_names(level, order):
    surnames = [f"{character}一" for character in level]
    given = [f"王{character}" for character in level]
    assert in_stroke_order(reversed(surnames), order=order) == surnames
    assert in_stroke_order(reversed(given), order=order) == given


def test_common_surnames_come_out_as_the_reference_list_has_them():
    assert "".join(in_stroke_order(sorted(SURNAMES))) == SURNAMES


def test_a_one_character_given_name_goes_before_a_longer_one():
    assert in_stroke_order(["马兴瑞", "马飚"]) == ["马飚", "马兴瑞"]


def test_in_full_name_order_the_second_character_counts_as_it_is():
    assert in_stroke_order(["马飚", "马兴瑞"], order="姓名笔画") == ["马兴瑞", "马飚"]


def test_a_compound_surname_goes_by_its_first_character():
    assert in_stroke_order(["罗怡", "欧阳晓燕", "林涛"]) == ["林涛", "欧阳晓燕", "罗怡"]


def test_after_a_compound_surname_one_character_is_a_one_character_given_name():
    assert in_stroke_order(["欧阳一鸣", "欧阳修", "欧阳丽"]) == ["欧阳丽", "欧阳修", "欧阳一鸣"]
    assert in_stroke_order(["欧阳丽", "欧阳一鸣"], order=FULL_NAME) == ["欧阳一鸣", "欧阳丽"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("欧阳晓燕", "欧阳"),
        ("欧　阳修", "欧阳"),
        ("上官婉宁", "上官"),
        ("王伟", "王"),
        ("阿依古丽·买买提", "阿"),
        ("东·方", "东"),
        ("", ""),
    ],
)
def test_the_surname_of_a_name(name, first):
    assert surname(name) == first


def test_the_dot_of_a_long_name_has_no_strokes():
    assert sort_key("阿依古丽·买买提") == sort_key("阿依古丽买买提")


def test_a_character_outside_the_table_comes_last_and_is_reported():
    unknown = "\U00030000"
    assert in_stroke_order([unknown + "一", "齉一"]) == ["齉一", unknown + "一"]
    assert unranked(f"王{unknown}") == unknown
    assert unranked("阿依古丽·买买提 𬱖㛃䶮") == ""


def test_people_of_equal_names_keep_their_order():
    people = [("王伟", 1), ("丁一", 0), ("王伟", 2)]
    assert in_stroke_order(people, key=lambda person: person[0]) == [
        people[1],
        people[0],
        people[2],
    ]


@pytest.mark.parametrize(
    ("name", "set_as"), [("丁䶮", "丁　䶮"), ("𬱖家", "𬱖　家"), ("王家瑞", "王家瑞")]
)
def test_two_character_names_are_spread_to_three(name, set_as):
    assert spread(name) == set_as
