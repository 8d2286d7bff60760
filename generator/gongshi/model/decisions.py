"""What was decided about a candidate or about a whole election, and by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongshi.model.records import Record

#: Decisions about one person, and about the election of a village.
OF_PERSONS = ("取消候选人资格", "当选无效", "退出")
OF_ELECTIONS = ("延期选举", "终止选举", "选举无效")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Record):
    """处理决定: one decision; ``name`` and ``post`` only where it concerns a person.

    ``ground`` is the category (情形) that may be published, never the story behind it;
    ``basis`` the clause it rests on, as the deciding body wrote it.  ``day``, ``time`` and
    ``venue`` tell when and where an election that is put off will be held.
    """

    village: str
    matter: str
    body: str
    decided: date
    name: str = ""
    post: str = ""
    ground: str = ""
    basis: str = ""
    day: date | None = None
    time: str = ""
    venue: str = ""
