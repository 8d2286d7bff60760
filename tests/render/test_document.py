import pytest

from gongshi.render.document import DocumentError, Heading, List, Paragraph, Run, Table, parse
from gongshi.render.html import to_html
from gongshi.render.text import to_text

BODY = """第一段**重要**文字\\
第二行 &amp; \\<b\\>

## 一、标题

1. 甲
2. 乙

- 子

| 姓名 | 职务 |
| --- | --- |
| 王\\|伟 | **主任** |
|  | 委员 |
"""


def test_a_body_becomes_a_tree() -> None:
    paragraph, heading, ordered, bullets, table = parse(BODY).blocks
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs[1] == Run("重要", strong=True)
    assert Run("\n") in paragraph.runs
    assert paragraph.runs[-1] == Run("第二行 & <b>")
    assert heading == Heading(2, (Run("一、标题"),))
    assert isinstance(ordered, List)
    assert (ordered.ordered, ordered.start, len(ordered.items)) == (True, 1, 2)
    assert isinstance(bullets, List)
    assert not bullets.ordered
    assert isinstance(table, Table)
    assert table.rows == (((Run("王|伟"),), (Run("主任", strong=True),)), ((), (Run("委员"),)))


def test_html_is_escaped_by_construction() -> None:
    html = to_html(parse(BODY))
    assert "<p>第一段<strong>重要</strong>文字<br>第二行 &amp; &lt;b&gt;</p>" in html
    assert "<ol>\n<li>甲</li>\n<li>乙</li>\n</ol>" in html
    assert '<th scope="col">姓名</th>' in html
    assert "<td>王|伟</td>" in html


def test_a_list_that_begins_later_keeps_its_number() -> None:
    assert '<ol start="3">' in to_html(parse("3. 丙\n"))
    assert to_text(parse("3. 丙\n")) == "3. 丙\n"


def test_text_has_a_line_for_each_paragraph_item_and_row() -> None:
    lines = to_text(parse(BODY)).split("\n")
    assert lines[:3] == ["第一段重要文字", "第二行 & <b>", "一、标题"]
    assert lines[3:6] == ["1. 甲", "2. 乙", "子"]
    assert lines[6:9] == ["姓名\t职务", "王|伟\t主任", "\t委员"]


def test_items_may_hold_paragraphs_and_lists() -> None:
    (outer,) = parse("- 甲\n\n  乙\n  - 丙\n").blocks
    assert isinstance(outer, List)
    first, second, inner = outer.items[0]
    assert (first, second) == (Paragraph((Run("甲"),)), Paragraph((Run("乙"),)))
    assert isinstance(inner, List)


@pytest.mark.parametrize(
    "body",
    [
        "<b>x</b>", "<script>\n", "`c`", "[x](y)", "![a](b)", "# h", "#### h", "> q", "---",
        "    code", "```\ncode\n```", "*em*", "<http://a.b>", "- <b>", "| a |\n|--|\n| <b> |",
        "[x]\n\n[x]: http://y", "甲\n\n***", "**<i>**", "## <i>",
    ],
)  # fmt: skip
def test_what_notices_do_not_use_is_refused(body: str) -> None:
    with pytest.raises(DocumentError, match="公告不用的标记"):
        parse(body)
