"""Which age or schooling limit applies to a person, and on which day ages are taken."""

from __future__ import annotations

from datetime import date

from gongshi.model.profile import Limit, Profile
from gongshi.model.records import Candidate, Records


def limit_for(profile: Profile, person: Candidate, what: str) -> Limit | None:
    """The limit of one sort (``oldest``, ``youngest``, ``schooling``) for a person.

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


def age_day(records: Records, village: str) -> date | None:
    """The day on which ages count: the village's first election day, else its first posting."""
    days = [m.day for m in records.meetings if m.village == village and m.day]
    posted = [entry.posted for entry in records.register if entry.village == village]
    return min(days or [day for day in posted if day], default=None)
