"""P011: a number in the register is one to four digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P011",
    severity=Severity.ERROR,
    title="编号是一到四位数字",
    basis="编号是公告的网址和存档文件名的一部分",
    what="公告登记簿的编号是 1 到 9999 的阿拉伯数字。",
    why="编号要写进网址和文件名，别的字符会出错。",
    example="编号写成“5-1”或者“第五号”。",
    fix="改成没有用过的数字；文号写在“文号”一栏。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row whose 编号 is not a plain number from 1 to 9999."""
    for entry in records.register:
        if not re.fullmatch(r"0{0,3}[1-9][0-9]{0,3}", entry.number, re.ASCII):
            message = f"编号“{entry.number}”不是1到9999的数字"
            yield RULE.at(entry.place("number"), message, village=entry.village)
        elif len(entry.number) > 4:
            message = f"编号“{entry.number}”多于四位"
            yield RULE.at(entry.place("number"), message, village=entry.village)
