"""K005: no home address is typed; an office's address stands in the contacts."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.private import home_addresses, is_open, masked
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K005",
    severity=Severity.ERROR,
    title="没有家庭住址",
    basis="《中华人民共和国个人信息保护法》第六条、第二十五条；公开地址只写到村、社区（通行做法）",
    what="在每张表、设置和 term.yml 的文字里找细到组、栋、单元的住址；联系方式、会议、张贴点不算。",
    why="住址是个人信息，公告不需要它。",
    example="简历里写着“住石桥村三组12号”。",
    fix="删去住址，只写到村、社区。",
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with a home address; the message masks it."""
    for text in texts:
        for home in () if is_open(text) else home_addresses(text.value):
            yield RULE.at(text.place, f"有家庭住址 {masked(home)}", village=text.village)
