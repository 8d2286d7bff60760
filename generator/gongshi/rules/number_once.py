"""P010: a number in the register is used once."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P010",
    severity=Severity.ERROR,
    title="一个公告一个编号",
    basis="编号是公告的网址和存档文件名的一部分",
    what="公告登记簿里的编号不重复。",
    why="两个公告用一个编号，网页和存档会互相覆盖。",
    example="第 3 行和第 9 行的编号都是 5。",
    fix="给后登记的公告换一个没有用过的编号；已经签发的不要改。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose 编号 an earlier row has; 1, 01 and １ are the same."""
    first: dict[str, str] = {}
    for entry in records.register:
        number = entry.number.lstrip("0")
        if number in first:
            message = f"编号{entry.number}已经用在{first[number]}，一个公告一个编号"
            yield RULE.at(entry.place("number"), message, village=entry.village)
        elif number:
            first[number] = f"{entry.village}{entry.kind}"
