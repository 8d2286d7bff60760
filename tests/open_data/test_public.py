"""What is published as data is what the notices say, no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import boards
from gongshi.model.notice import Published
from gongshi.open_data.public import announced, public_tables

RESULT = """现将选举结果公告如下：

## 一、得票情况

### （一）第一轮

| 职务 | 姓名 | 赞成票 | 反对票 | 弃权票 | 是否当选 |
| --- | --- | --- | --- | --- | --- |
| 书记 | 丁　䶮 | 9 | 1 | 0 | 当选 |
| 委员 | 王伟 | 3 | 6 | 1 | 未当选 |
"""


def result(**changes: Any) -> Published:
    facts = {"number": "7", "kind": "result", "kind_title": "选举结果公告", "body": RESULT}
    return boards.issued(**{**facts, "title": "东村选举结果公告", "publicity": None, **changes})


def rows(name: str, *published: Published) -> list[tuple[object, ...]]:
    (table,) = [one for one in public_tables(published) if one.name == name]
    return list(table.rows)


def test_votes_are_read_from_the_notice_itself() -> None:
    first, second = announced(result())
    assert (first.part, first.post, first.name) == ("（一）第一轮", "书记", "丁䶮")
    assert (first.in_favour, first.against, first.abstain, first.elected) == (9, 1, 0, True)
    assert not second.elected


def test_only_those_announced_as_elected_are_listed() -> None:
    assert rows("elected", result()) == [("7", "东村", "书记", "丁䶮")]


def test_a_notice_without_votes_and_a_draft_give_none() -> None:
    assert rows("votes", boards.issued()) == []
    draft = replace(result(), digest="", issued_on=None)
    assert rows("votes", draft) == rows("notices", draft) == []


def test_a_text_that_was_taken_down_is_gone_from_the_data() -> None:
    assert rows("votes", result(body="本公告已经撤回。\n")) == []


def test_who_approved_a_notice_is_not_published() -> None:
    texts = [table.csv().decode() for table in public_tables([result(), boards.issued()])]
    assert not any("镇党委书记" in text or "审批" in text for text in texts)


def test_a_notice_is_listed_with_its_days_its_page_and_its_digest() -> None:
    one = boards.issued()
    (row,) = rows("notices", one)
    assert one.notice.path in row
    assert one.digest in row
    assert one.notice.publicity
    assert one.notice.publicity.end in row
