"""放宽审批: who has to approve a departure from a limit, and who has."""

from __future__ import annotations

import re

from gongshi.model.profile import Profile
from gongshi.model.records import Records, Village
from gongshi.model.working import Exemption

#: What may follow an office's name where its meeting decided.
_MEETING = r"(?:\(.*\)|(?:部务|常委|委员|全委|扩大|部务会|常委会|党委)?会议?(?:扩大会议)?)?"


def approvals(records: Records, matter: str, village: str, name: str = "") -> tuple[Exemption, ...]:
    """The rows of one person's (or one village's) departure from one limit."""
    key = (matter, village, name)
    return tuple(row for row in records.exemptions if (row.matter, row.village, row.name) == key)


def chain(profile: Profile, matter: str) -> tuple[str, ...]:
    """The offices that must approve, in their order; none where the profile names none."""
    listed = profile.lists.get("增加职数审批") if matter == "职数" else None
    listed = listed or profile.lists.get("放宽审批")
    return listed.words if listed else ()


def extra_seats(records: Records, village: Village) -> tuple[Exemption, ...]:
    """The approvals of more seats (职数) for a village; another rule asks if they suffice."""
    return approvals(records, "职数", village.name)


def by_office(offices: tuple[str, ...], rows: tuple[Exemption, ...]) -> dict[str, Exemption]:
    """The row of each office that has approved."""
    found: dict[str, Exemption] = {}
    for office in offices:
        for row in rows:
            if is_office(row.approver, office):
                found.setdefault(office, row)
    return found


def is_office(text: str, office: str) -> bool:
    """Whether ``中共云溪镇委员会`` is 镇党委: the same office under its full or short name.

    District and county offices, and those of township and street, stand for each other,
    because a plan written for one is used in the other.
    """
    return bool(re.search(re.escape(_short(office)) + _MEETING + "$", _short(text)))


def _short(text: str) -> str:
    text = re.sub(r"[\s　]", "", text).removeprefix("中共")
    text = text.replace("（", "(").replace("）", ")")
    text = re.sub("(?:党的|党)?(?:工作|工)?委员会|党工委|党委|工委", "委", text)
    return re.sub("[乡镇]委|街道委|街道办委", "镇委", text).replace("区委", "县委")
