"""A paragraph of names is told from a sentence; long names take several columns."""

from __future__ import annotations

import pytest

from gongshi.render.document import Paragraph, Run, parse
from gongshi.render.html import to_html
from gongshi.render.name_lists import names_of


def test_names_parted_by_wide_spaces_are_a_list_of_names():
    assert names_of((Run("丁一\u3000王伟（男）\u3000阿依古丽·买买提"),)) == (
        *("丁一", "王伟（男）", "阿依古丽·买买提"),
    )


@pytest.mark.parametrize(
    "text", ["丁一", "现将名单公告如下：丁一\u3000王伟", "时间\u3000上午，九点", "一\u3000\u3000二"]
)
def test_other_paragraphs_stay_paragraphs(text: str):
    assert names_of((Run(text),)) == ()


def test_a_roll_keeps_its_gaps_from_markdown_to_page():
    document = parse("丁一\u3000王伟\u3000李明")
    (block,) = document.blocks
    assert isinstance(block, Paragraph)
    assert to_html(document) == '<p class="names">丁一\u3000王伟\u3000李明</p>\n'
