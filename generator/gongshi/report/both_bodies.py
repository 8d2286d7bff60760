"""Who holds a post in both bodies of a village, where both elections are in the tables.

The roll's 兼任职务 is typed while people stand; the two results say it for certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from gongshi.report.roster import Member, Organ, Scope
from gongshi.rules.both_posts import named


def beside(whole: Scope, others: Iterable[Scope]) -> Scope:
    """``whole`` with the posts its members won in the other body, village by village."""
    posts: dict[str, dict[str, str]] = {}
    for other in others:
        for organ in other.done:
            won = {
                one.person.name: named(other.profile.body, one.person.post) for one in organ.members
            }
            posts.setdefault(organ.village.name, {}).update(won)
    organs = (
        _both(organ, posts[organ.village.name]) if organ.village.name in posts else organ
        for organ in whole.organs
    )
    return replace(whole, organs=tuple(organs))


def _both(organ: Organ, posts: Mapping[str, str]) -> Organ:
    members = tuple(_also(one, posts.get(one.person.name, "")) for one in organ.members)
    return replace(organ, members=members, both_known=True)


def _also(member: Member, post: str) -> Member:
    if not post:
        return member
    concurrent = "、".join(filter(None, (member.person.concurrent, post)))
    return replace(member, person=replace(member.person, concurrent=concurrent))
