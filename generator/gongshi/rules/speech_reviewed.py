"""F010: speeches are reviewed before they are given."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing
from gongshi.rules.limits import election_day
from gongshi.rules.margins import STAGES, reached

RULE = Rule(
    id="F010",
    severity=Severity.ERROR,
    title="竞职演讲稿先审核后演讲",
    basis="竞职演讲的通行规定：演讲稿经把关审核后才能演讲",
    what="演讲稿审核日期不晚于选举大会；规则“演讲稿审核”写明的职务，从预备人选起的候选人都有审核日期（没有的是警告）。",
    why="没有审核的演讲，许什么愿、攻击谁都拦不住。",
    example="11月16日选举，演讲稿审核日期写11月17日。",
    fix="审核后再演讲；日期填错的改正。",
    covers=("R96",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every speech reviewed too late, or not at all where the plan asks for it."""
    listed = records.term.profile.lists.get("演讲稿审核")
    for person in standing(records):
        day, start = election_day(records, person.village), f"{person.village}{person.name}演讲稿"
        place, village = person.place("speech_on"), person.village
        if person.speech_on and day and person.speech_on > day:
            message = f"{start}{person.speech_on}才审核，选举大会是{day}"
            yield RULE.at(place, message, village=village)
        formal = reached(person) >= STAGES.index("预备人选") and "另选" not in person.nomination
        if listed and formal and person.post in listed.words and person.speech_on is None:
            message = f"{start}没有审核日期（{listed.article}）"
            yield RULE.at(place, message, village=village, severity=Severity.WARNING)
