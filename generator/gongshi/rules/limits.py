"""Which limits a person exceeds, and on which day ages are taken."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongshi.model.profile import Limit, Profile
from gongshi.model.records import Candidate, Records, YearMonth
from gongshi.read.overrides import schooling_level


@dataclass(frozen=True, slots=True)
class Excess:
    """One limit that a person does not keep: ``what`` is oldest, born_after or schooling.

    ``matter`` is what a higher office would have to waive (放宽事项), ``field`` the column
    and ``unsure`` tells that the month alone does not decide.
    """

    what: str
    matter: str
    field: str
    message: str
    unsure: bool = False


def limit_for(profile: Profile, person: Candidate, what: str) -> Limit | None:
    """The limit of one sort (``oldest``, ``born_after``, ``schooling``…) for a person.

    The narrowest wins: one for the post and standing before one for everybody, and a
    township's own before the profile's.
    """
    fitting = [
        (bool(limit.posts), bool(limit.standing), index)
        for index, limit in enumerate(profile.limits)
        if getattr(limit, what)
        and (not limit.posts or person.post in limit.posts)
        and (not limit.standing or limit.standing == person.standing)
    ]
    return profile.limits[max(fitting)[2]] if fitting else None


def election_day(records: Records, village: str) -> date | None:
    """The village's first 选举大会, else the profile's 年龄计算日, or none."""
    days = [meeting.day for meeting in records.rounds_of(village) if meeting.day]
    return min(days, default=None) or _reference(records.term.profile)


def age_day(records: Records, village: str) -> date | None:
    """The day on which limits count: the election day, else the village's first posting."""
    posted = [entry.posted for entry in records.register if entry.village == village]
    day = election_day(records, village)
    return day or min((day for day in posted if day), default=None)


def excesses(records: Records, person: Candidate) -> Iterator[Excess]:
    """The limit of age (in years, else by birth) and that of schooling a person exceeds."""
    found = (
        _too_old(records, person) or _born_too_early(records, person),
        _too_little_schooling(records, person),
    )
    yield from (one for one in found if one is not None)


def level_of(profile: Profile, text: str) -> int | None:
    """How high a schooling counts; 在读 counts as finished unless the profile says 不计入.

    Where it does not count, what is written beside it does, else the level below.
    """
    setting = profile.lists.get("在读学历")
    if "在读" not in text or setting is None or setting.one != "不计入":
        return schooling_level(text)
    reading = r"[（(]?[^（）()、，,；;]*在读[^（）()、，,；;]*[）)]?"
    other = re.sub(reading, "", re.sub(r"[（(]在读[）)]", "在读", text))
    if (finished := schooling_level(other)) is not None:
        return finished
    level = schooling_level(text)
    return None if level is None else max(level - 1, 0)


def month_after(born: YearMonth, cut: date) -> bool | None:
    """Whether the month is wholly after the day (…后出生); none where the day decides."""
    if (born.year, born.month) != (cut.year, cut.month):
        return (born.year, born.month) > (cut.year, cut.month)
    last = calendar.monthrange(cut.year, cut.month)[1]
    return False if cut.day == last else None


def _too_old(records: Records, person: Candidate) -> Excess | None:
    limit = limit_for(records.term.profile, person, "oldest")
    day = age_day(records, person.village)
    if limit is None or limit.oldest is None or person.born is None or day is None:
        return None
    age = person.born.age_on(day)
    if age <= limit.oldest:
        return None
    message = (
        f"{person.village}{person.name}{age}周岁（按{day}），"
        f"一般不超过{limit.oldest}周岁（{limit.article}）"
    )
    return Excess("oldest", "年龄", "born", message)


def _born_too_early(records: Records, person: Candidate) -> Excess | None:
    limit = limit_for(records.term.profile, person, "born_after")
    if limit is None or limit.born_after is None or person.born is None:
        return None
    after = month_after(person.born, limit.born_after)
    if after:
        return None
    unsure = after is None
    hint = "，要看出生的日子" if unsure else ""
    message = (
        f"{person.village}{person.name}{person.born}出生，"
        f"应在{limit.born_after}以后出生{hint}（{limit.article}）"
    )
    return Excess("born_after", "年龄", "born", message, unsure)


def _too_little_schooling(records: Records, person: Candidate) -> Excess | None:
    profile = records.term.profile
    limit = limit_for(profile, person, "schooling")
    if limit is None or not limit.schooling:
        return None
    has, wanted = level_of(profile, person.education), schooling_level(limit.schooling)
    if has is None or wanted is None or has >= wanted:
        return None
    message = (
        f"{person.village}{person.name}学历{person.education}，"
        f"原则上要{limit.schooling}以上（{limit.article}）"
    )
    return Excess("schooling", "学历", "education", message)


def _reference(profile: Profile) -> date | None:
    listed = profile.lists.get("年龄计算日")
    try:
        return date.fromisoformat(listed.one) if listed else None
    except ValueError:
        return None
