"""Cutting Chinese so that names, villages and titles are found."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from gongshi.site.words import Cutter

CUT = "\u200b"


def pieces(text: str, *known: str) -> list[str]:
    return [piece for piece in Cutter(known).cut(text).split(CUT) if piece]


def test_a_run_of_four_characters_stays_whole() -> None:
    assert pieces("欧阳晓燕") == ["欧阳晓燕"]


def test_a_longer_run_is_cut_at_known_words() -> None:
    assert pieces("青禾村党支部书记王伟", "青禾村", "王伟", "书记") == [
        "青禾村",
        "党支部",
        "书记",
        "王伟",
    ]


def test_the_longest_known_word_wins() -> None:
    assert pieces("村民委员会主任", "村民", "村民委员会", "委员") == ["村民委员会", "主任"]


def test_what_is_unknown_is_cut_into_pairs_and_none_is_left_alone() -> None:
    assert pieces("甲乙丙丁戊己庚") == ["甲乙", "丙丁", "戊己庚"]


def test_rare_characters_are_characters() -> None:
    assert pieces("候选人𬱖家瑞是丁䶮", "𬱖家瑞", "丁䶮") == ["候选人", "𬱖家瑞", "是", "丁䶮"]


def test_the_order_of_the_words_does_not_show() -> None:
    assert Cutter(["王伟", "青禾村"]).cut("青禾村的王伟同志") == (
        Cutter(["青禾村", "王伟"]).cut("青禾村的王伟同志")
    )


@given(st.text(alphabet="甲乙丙丁 ，a1", max_size=40), st.lists(st.text("甲乙丙丁", max_size=4)))
def test_cutting_adds_nothing_but_cuts(text: str, known: list[str]) -> None:
    assert Cutter(known).cut(text).replace(CUT, "") == text


def test_many_known_names_do_not_make_it_slow() -> None:
    cutter = Cutter(f"{chr(0x4E00 + n)}{chr(0x5E00 + n)}" for n in range(5000))
    started = time.perf_counter()
    for n in range(2000):
        cutter.cut(f"{chr(0x4E00 + n)}经研究现将候选人预备人选予以公示如有意见请反映" * 2)
    assert time.perf_counter() - started < 2


def test_the_lines_of_a_title_end_between_words() -> None:
    cutter = Cutter(["青禾村", "支部", "委员会", "换届选举", "候选人", "公示", "更正", "公告"])
    title = "关于《青禾村支部委员会换届选举候选人公示》的更正公告"
    assert cutter.lines(title) == [
        "关于《青禾村", "支部", "委员会", "换届选举", "候选人", "公示》的", "更正", "公告",
    ]  # fmt: skip
