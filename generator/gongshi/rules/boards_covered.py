"""P041: a notice that is out hangs on every board of its village."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.boards import coverage

RULE = Rule(
    id="P041",
    severity=Severity.WARNING,
    title="每个张贴点都贴了",
    basis="张贴情况拍照、录像存档备查（换届工作的通行做法）",
    what="有张贴点表的，发布日期已到的公告在本村每个张贴点都有张贴记录。",
    why="少贴一处，就会有人说没有看到；有照片才说得清。",
    example="公告11月2日发布，村口公示栏没有张贴记录。",
    fix="补贴，并用 gongshi post add 或张贴记录表登记；不再用的张贴点从表里删去。",
)


def check(records: Records, today: date) -> Iterator[Finding]:
    """Every such notice with the boards on which it is not known to hang."""
    for one in coverage(records, today):
        if one.lacking:
            entry, names = one.entry, "、".join(spot.name for spot in one.lacking)
            message = f"第{entry.number}号{entry.kind}还没有贴在{names}的记录"
            yield RULE.at(entry.place("number"), message, village=entry.village)
