"""Q014: nobody with fewer recommendation votes is taken further than one with more."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from gongshi.model.finding import Finding, Severity
from gongshi.model.profile import Share
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import STAGES, reached
from gongshi.rules.recommendations import Tally, recommendations

RULE = Rule(
    id="Q014",
    severity=Severity.WARNING,
    title="没有高票落选、低票推荐",
    basis="村（社区）换届工作方案的通行规定（有没有高票落选、低票推荐；两次会议按权重折算后排序）",
    what="同一职务里，推荐票（规则有权重的按权重折算）多的人没有继续，少的人反而列入更后的阶段。联审不通过、考察不同意过半的人除外。",
    why="高票落选要能说明理由，否则推荐没有意义。",
    example="王伟得50票停在初步人选，李明得40票列为预备人选。",
    fix="核对推荐票和阶段；确有理由的，在考察材料里写明并豁免这一条。",
    covers=("R11", "R31"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone who had more votes than somebody who came further."""
    share = records.term.profile.shares.get("考察不同意")
    people = {(one.village, one.name): one for one in records.candidates}
    for found in recommendations(records):
        for post in dict.fromkeys(tally.post for tally in found.tallies):
            ranked = sorted(
                (tally for tally in found.tallies if tally.post == post),
                key=lambda tally: tally.weighted,
            )
            rows = [(tally, people.get((found.village, tally.name))) for tally in ranked]
            yield from _passed_over([(t, p) for t, p in rows if p is not None], share)


def _passed_over(rows: list[tuple[Tally, Candidate]], share: Share | None) -> Iterator[Finding]:
    """From the fewest votes up: who came furthest with fewer votes than this one."""
    best: tuple[int, Tally, Candidate] | None = None
    for votes, group in groupby(rows, key=lambda row: row[0].weighted):
        same = list(group)
        for tally, person in same:
            if best and best[0] > _level(person) and not _out(person, share):
                message = (
                    f"{person.village}{tally.post}{person.name}推荐得{_shown(votes)}票，"
                    f"停在“{person.stage or '推荐'}”，得{_shown(best[1].weighted)}票的"
                    f"{best[2].name}已列为“{best[2].stage}”"
                )
                yield RULE.at(person.place("name"), message, village=person.village)
        top = max(same, key=lambda row: _level(row[1]))
        if best is None or _level(top[1]) > best[0]:
            best = (_level(top[1]), *top)


def _level(person: Candidate) -> int:
    return min(reached(person), STAGES.index("预备人选"))


def _out(person: Candidate, share: Share | None) -> bool:
    """Whether the tables say why the person does not go on."""
    against, asked = person.dissent, person.attendants
    refused = share is not None and against is not None and asked is not None
    return person.review == "不通过" or (
        refused and share is not None and share.reached(against or 0, asked or 0)
    )


def _shown(hundredths: int) -> str:
    """``41.2`` of 4120, exact."""
    whole, rest = divmod(hundredths, 100)
    return f"{whole}.{rest:02}".rstrip("0").rstrip(".")
