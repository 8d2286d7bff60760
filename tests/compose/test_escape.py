"""Text stays text: whatever is typed is read back as that very text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from gongshi.compose.escape import BlankError, Markdown, escape, plain
from gongshi.render.document import List, Paragraph, Table, parse

SIGNS = "*_|\\`<>&[]()#~!$-+=:.0123456789{}%^\"'/ 　王伟·"
TEXT = st.one_of(
    st.text(SIGNS, min_size=1, max_size=12),
    st.text(st.characters(exclude_categories=("C", "Zl", "Zp")), min_size=1, max_size=20),
).filter(lambda text: text == text.strip() and bool(text))
HOSTILE = (
    "{{7*7}}",
    "1. 一",
    "12) 二",
    "- 三",
    "+ 四",
    "> 五",
    "# 六 #",
    "===",
    "---",
    ":-",
    "***",
    "**粗**",
    "__x__",
    "~~x~~",
    "`x`",
    "[a](javascript:alert(1))",
    "![a](b)",
    "<script>alert(1)</script>",
    "<https://x.example>",
    "&lt;",
    "&#49;",
    "a|b",
    "a\\|b",
    "a\\",
    "|",
    "\\",
    "    四格",
    "$x$",
    "8:30—12:00",
    "=1+1",
)


def only_text(runs: tuple[object, ...]) -> str:
    assert all(not run.strong for run in runs)  # type: ignore[attr-defined]
    return "".join(run.text for run in runs)  # type: ignore[attr-defined]


def as_paragraph(value: str) -> str:
    (block,) = parse(escape(value)).blocks
    assert isinstance(block, Paragraph)
    return only_text(block.runs)


def as_continued_line(value: str) -> str:
    (block,) = parse(f"甲\n{escape(value)}").blocks
    assert isinstance(block, Paragraph)
    return only_text(block.runs).removeprefix("甲")


def as_cell(value: str) -> str:
    (block,) = parse(f"| 甲 | 乙 |\n| --- | --- |\n| {escape(value)} | 丙 |").blocks
    assert isinstance(block, Table)
    assert [only_text(cell) for cell in block.rows[0][1:]] == ["丙"]
    return only_text(block.rows[0][0])


def as_heading(value: str) -> str:
    (block,) = parse(f"## {escape(value)}").blocks
    return only_text(block.runs)  # type: ignore[union-attr]


def as_item(value: str) -> str:
    (block,) = parse(f"1. {escape(value)}").blocks
    assert isinstance(block, List)
    ((inner,),) = block.items
    assert isinstance(inner, Paragraph)
    return only_text(inner.runs)


PLACES = (as_paragraph, as_continued_line, as_cell, as_heading, as_item)


@pytest.mark.parametrize("read_back", PLACES, ids=lambda place: place.__name__)
@pytest.mark.parametrize("value", HOSTILE)
def test_markup_in_a_value_is_read_back_as_text(read_back, value: str) -> None:  # type: ignore[no-untyped-def]
    assert read_back(value) == value.strip()


@settings(max_examples=300, deadline=None)
@given(TEXT)
@example("1.")
@example("a #")
def test_any_text_is_read_back_as_that_text_wherever_a_template_puts_it(value: str) -> None:
    for read_back in PLACES:
        assert read_back(value) == value


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_two_values_side_by_side_are_still_text(one: str, other: str) -> None:
    (block,) = parse(f"| 甲 |\n| --- |\n| {escape(one)}{escape(other)} |").blocks
    assert isinstance(block, Table)
    assert only_text(block.rows[0][0]) == one + other


@pytest.mark.parametrize(
    "value", ["0838-6120001", "工作日 8:30—12:00", "2026年11月2日", "1985.06", "1.5", "王伟·买买提"]
)
def test_what_needs_no_escape_stays_readable(value: str) -> None:
    assert escape(value) == value


def test_a_line_end_in_a_value_becomes_a_space() -> None:
    assert escape("一\n\n- 二") == "一 - 二"


@pytest.mark.parametrize("value", [None, "", "  ", "\n"])
def test_a_blank_is_refused(value: object) -> None:
    with pytest.raises(BlankError):
        escape(value)
    with pytest.raises(BlankError):
        plain(value)


def test_our_own_markdown_passes() -> None:
    assert escape(Markdown("## 一、职数")) == "## 一、职数"
