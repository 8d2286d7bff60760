import unicodedata

import pytest

from gongshi.names.lookalikes import proper
from gongshi.read.text import wrong_character


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("⼀", "一"),
        ("⻢", "马"),
        ("⻓", "长"),
        ("⺠", "民"),
        ("\uf900", "豈"),
        ("\U0002f800", "丽"),
    ],
)
def test_a_look_alike_is_told_from_the_right_character(typed, meant):
    assert proper(typed) == meant
    assert f"“{meant}”" in wrong_character(f"王{typed}")


@pytest.mark.parametrize("character", ["马", "\ufa0e", "䶮", "A", "⺀"])
def test_ordinary_characters_are_left_alone(character):
    assert proper(character) == ""


def test_every_kangxi_radical_has_its_ordinary_character():
    for code in range(0x2F00, 0x2FD6):
        assert unicodedata.name(proper(chr(code))).startswith("CJK UNIFIED IDEOGRAPH")
