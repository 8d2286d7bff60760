"""P034: the Party organisation of a village is elected before its committee."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules import process

RULE = Rule(
    id="P034",
    severity=Severity.WARNING,
    title="先党组织换届，后村（居）委会换届",
    basis="先村（社区）党组织换届、后村（居）民委员会换届（换届工作方案）",
    what="规则的换届次序先写党组织换届的，同一年党组织那一届里本村的选举，早于村（居）委会的选举。",
    why="先后颠倒，交叉任职、一肩挑就没有办法统筹。",
    example="村委会 2026-11-20 选举，党支部 11 月 25 日才选。",
    fix="日期记错的改正；本地规定先村委、后支部的，用规则调整改换届次序并写明依据。",
    covers=("R89",),
    waivable=True,
)

_FIRST = "党组织换届"


def check(records: Records, others: tuple[Records, ...]) -> Iterator[Finding]:
    """Every committee elected although the Party's own election was not held before."""
    order = records.term.profile.lists.get("换届次序")
    if records.term.profile.of_party or order is None or order.one != _FIRST:
        return
    for village in records.villages:
        held = [one for one in process.elections(records, village.name) if one.held and one.day]
        for party in (held and _party_terms(records, others)) or ():
            day = process.election_day(party, village.name)
            if day and held[0].day and day >= held[0].day:
                message = f"{village.name}{held[0].day}选举，党组织{day}才选举（{order.article}）"
                yield RULE.at(held[0].place("day"), message, village=village.name)


def _party_terms(records: Records, others: tuple[Records, ...]) -> list[Records]:
    """The Party's terms of the same year: folders that begin with the same four digits."""
    year = records.term.slug[:4]
    return [one for one in others if one.term.profile.of_party and one.term.slug.startswith(year)]
