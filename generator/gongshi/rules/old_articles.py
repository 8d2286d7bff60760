"""W003: laws that were renumbered are not cited by their old article numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.texts import Texts

RULE = Rule(
    id="W003",
    severity=Severity.WARNING,
    title="引用的法条是现在的条号",
    basis="村民委员会组织法（2025年修改）、城市居民委员会组织法（2025年修订），2026年1月1日起施行，条号改了",
    what="在每张表、term.yml 的文字和“规则调整”的依据里找改了条号的法律和它的旧条号。",
    why="照旧模板引错条号，公告依据的就是另一条，经不起问。",
    example="“依照《中华人民共和国村民委员会组织法》第十四条”，选民名单的规定现在是第十七条。",
    fix="改成现在的条号。",
    waivable=True,
)

_NUMERALS = "零一二三四五六七八九"
_ARTICLE = r"第[0-9一二三四五六七八九十]{1,3}条"


def check(records: Records, texts: Texts) -> Iterator[Finding]:
    """Each old number once for each text; nothing for elections before the new laws."""
    if _last_day(records) < _renumbered()["施行"]:
        return
    for text in texts:
        if "组织法" in text.value:
            for message, version in old_numbers(text.value):
                help = f"改成现在的条号；引的就是新法的这一条，写明“（{version}）”。"
                yield RULE.at(text.place, message, help=help, village=text.village)


def _last_day(records: Records) -> date:
    days = [entry.posted for entry in records.register] + [one.day for one in records.meetings]
    return max((day for day in days if day), default=date.max)


def old_numbers(text: str) -> Iterator[tuple[str, str]]:
    """What to say of each old number in the text, with the version the law now has."""
    for law in _renumbered()["法律"]:
        names = "|".join(map(re.escape, (law["名称"], *law["又称"])))
        cited = rf"(?:{names})》?((?:[（(][^（()）]{{0,40}}[）)])?)((?:[、和及至]?{_ARTICLE})+)"
        found: dict[str, None] = {}
        for version, articles in re.findall(cited, text):
            if "2025" not in version and "2026" not in version:
                found |= dict.fromkeys(re.findall(_ARTICLE, articles))
        for article in found:
            if new := _new(law, article):
                what, now = new["内容"], _chinese(new["新"])
                yield f"{law['名称']}{article}是旧条号：{what}现在是第{now}条", law["版本"]


def _new(law: Mapping[str, Any], article: str) -> Mapping[str, Any] | None:
    """The row of an old number, written ``第14条`` or ``第十四条``."""
    rows = ((row, row["旧"]) for row in law["条号"])
    return next((r for r, n in rows if article in (f"第{n}条", f"第{_chinese(n)}条")), None)


def _chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    high = "" if tens == 0 else "十" if tens == 1 else f"{_NUMERALS[tens]}十"
    return high + (_NUMERALS[ones] if ones else "")


@cache
def _renumbered() -> dict[str, Any]:
    import yaml

    path = Path(__file__).with_name("renumbered.yml")
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found
