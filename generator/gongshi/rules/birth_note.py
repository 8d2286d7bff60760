"""A011: older means born before, younger means born after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.rule import Rule
from gongshi.rules.texts import Texts

RULE = Rule(
    id="A011",
    severity=Severity.WARNING,
    title="“以上”配“前出生”，“以下”配“后出生”",
    basis="年龄越大，出生越早",
    what="在每张表和term.yml的文字里找“XX岁以上（……后出生）”和“XX岁以下（……前出生）”。",
    why="下发的方案里有这样的笔误，照抄进公告就自相矛盾。",
    example="“55岁以上（1971年11月30日后出生）的不超过1名”。",
    fix="核对方案的本意，改正“前”“后”。",
    covers=("R61",),
    waivable=True,
)


_NOTE = re.compile(
    r"\d+周?岁(?:\(含\)|（含）)?(?:以上|及以上)[（(][^（）()]*?后出生"
    r"|\d+周?岁(?:\(含\)|（含）)?(?:以下|及以下)[（(][^（）()]*?前出生"
)


def check(texts: Texts) -> Iterator[Finding]:
    """Every text that calls the older ones born after a day, or the younger ones before it."""
    for text in texts:
        if found := _NOTE.search(text.value):
            message = f"“{found.group()}”自相矛盾"
            yield RULE.at(text.place, message, village=text.village)
