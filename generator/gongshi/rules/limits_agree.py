"""A010: the age limit and the cut-off of births draw one line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records, YearMonth
from gongshi.model.rule import Rule
from gongshi.rules.limits import election_day, limit_for

RULE = Rule(
    id="A010",
    severity=Severity.WARNING,
    title="年龄上限与出生日期的规定对得上",
    basis="同一条规定的两种写法应当一致",
    what="规则对同一类人选既写年龄上限又写“某日后出生”的，按选举日推算是同一条线。",
    why="方案里“不超过55周岁（某日后出生）”的两个数常有一个忘了改。",
    example="2026年11月选举，不超过55周岁，却写1975年11月30日后出生。",
    fix="核对方案，在“规则调整”里改正其中一个。",
    covers=("R56", "R55", "R61"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose election day makes the two limits draw different lines."""
    told = set()
    for person in records.candidates:
        found = _lines(records, person)
        if found is None or abs(_months(found[0]) - _months(found[1])) <= 1:
            continue
        by_age, by_date, message = found
        if (by_age, by_date) not in told:
            told.add((by_age, by_date))
            yield RULE.at(records.term.place("profile"), message)


def _lines(records: Records, person: Candidate) -> tuple[YearMonth, YearMonth, str] | None:
    """The last month that is too early, by the age and by the date, and what to say."""
    profile, day = records.term.profile, election_day(records, person.village)
    old, born = limit_for(profile, person, "oldest"), limit_for(profile, person, "born_after")
    if old is None or born is None or (old.posts, old.standing) != (born.posts, born.standing):
        return None
    if old.oldest is None or born.born_after is None or day is None:
        return None
    by_age, cut = _too_early(day, old.oldest), born.born_after
    message = (
        f"{person.post}不超过{old.oldest}周岁（按{day}，即{by_age}以后出生），"
        f"又规定{cut}以后出生，两处不一致"
    )
    return by_age, YearMonth(cut.year, cut.month), message


def _too_early(day: date, oldest: int) -> YearMonth:
    return YearMonth(day.year - oldest - 1, day.month)


def _months(month: YearMonth) -> int:
    return month.year * 12 + month.month
