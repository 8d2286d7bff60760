"""K005: no home address is typed; an office's address stands in the contacts."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Meeting
from gongshi.model.rule import Rule
from gongshi.model.working import LogEntry, Posting, Spot
from gongshi.rules.private import declared, home_addresses, masked
from gongshi.rules.texts import Texts

RULE = Rule(
    id="K005",
    severity=Severity.ERROR,
    title="没有家庭住址",
    basis="《中华人民共和国个人信息保护法》第六条、第二十五条；公开地址只写到村、社区（通行做法）",
    what="在每张表、设置和 term.yml 的文字里找到组、栋、单元的住址；联系方式、会议和张贴地点不算。",
    why="住址是个人信息，公告不需要它。",
    example="简历里写着“住石桥村三组12号”。",
    fix="删去住址，只写到村、社区。",
)

#: Cells whose addresses are places where everybody may go.
_PLACES = frozenset(((Meeting, "venue"), (LogEntry, "venue"), (Posting, "spot"), (Spot, "name")))


def check(texts: Texts) -> Iterator[Finding]:
    """Every text with a home address; the message masks it."""
    for text in texts:
        if declared(text) or (type(text.record), text.field) in _PLACES:
            continue
        for home in home_addresses(text.value):
            yield RULE.at(text.place, f"有家庭住址 {masked(home)}", village=text.village)
