"""Townships under profiles made for one test, and the rows of their process tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from gongshi.model.profile import Number, Words
from gongshi.model.records import Records
from gongshi.model.working import (
    LogEntry,
    Objection,
)
from worlds import at, profile, records

TODAY = date(2026, 11, 21)
ELECTION = date(2026, 11, 16)
ARTICLE = "《示例条例》第一条"


def world(numbers=None, lists=None, **changes) -> Records:
    """东村 under a profile with these numbers and lists."""
    base = records(**changes)
    own = profile(
        numbers={name: Number(value, ARTICLE) for name, value in (numbers or {}).items()},
        lists={name: Words(tuple(words), ARTICLE) for name, words in (lists or {}).items()},
    )
    return replace(base, term=replace(base.term, profile=own))


def log(step: str, day: date, row: int = 2) -> LogEntry:
    one = LogEntry(village="东村", step=step, day=day, responsible="王伟", result="完成")
    return at(one, "全程纪实", row)


def objection(**changes) -> Objection:
    base = Objection(number="1", notice="1", received=date(2026, 11, 5), subject="年龄")
    return at(replace(base, **changes), "异议登记")


def rules(found) -> list[str]:
    return [finding.rule for finding in found]
