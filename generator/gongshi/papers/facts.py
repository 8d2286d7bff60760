"""The closed list of facts that a paper may need, by the names that paper.yml uses.

Each is a pure function of one :class:`Subject`; what it cannot tell it raises as
``MissingError``.  What only becomes known at the meeting is empty before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gongshi.compose import facts as notices
from gongshi.compose.facts import Fact
from gongshi.papers import ballots, boards, meetings, people, portraits, posted, proof
from gongshi.papers.subject import Subject


def _of_notices(name: str) -> tuple[str, Callable[[Subject], object]]:
    """A fact of the notices, told of the subject's village."""
    fact: Fact = notices.FACTS[name]
    return fact.variable, lambda subject: fact.tell(subject.scene)


def contacts(subject: Subject) -> dict[str, Any]:
    """Who organises the election and where reports of offences go; of the whole township."""
    one = subject.records.contacts
    lines = (("举报电话", one.phone), ("举报信箱", one.mailbox), ("电子邮箱", one.email))
    return {
        "organiser": one.organiser or one.township or subject.records.township.full_name,
        "lines": [[label, value] for label, value in lines if value],
    }


#: Every fact: its variable and how it is told.
FACTS: dict[str, tuple[str, Callable[[Subject], object]]] = {
    "选举": _of_notices("选举"),
    "依据": _of_notices("依据"),
    "职数": _of_notices("职数"),
    "举报": ("contacts", contacts),
    "选票": ("ballot", ballots.ballot),
    "推荐票": ("ballot", ballots.nomination),
    "空白推荐票": ("ballot", ballots.blank_nomination),
    "计票": ("tally", ballots.tally),
    "会议": ("meeting", meetings.meeting),
    "规则": ("limits", meetings.limits),
    "委托规则": ("proxy_rule", meetings.proxy_rule),
    "各轮": ("rounds", meetings.rounds),
    "得票": ("posts", meetings.script),
    "领票人": ("takers", meetings.takers),
    "通知对象": ("households", meetings.household),
    "工作人员": ("badges", meetings.badges),
    "票箱": ("boxes", meetings.boxes),
    "小组": ("groups", meetings.signs),
    "移交": ("handovers", meetings.handovers),
    "候选人": ("candidates", people.candidates),
    "全镇候选人": ("candidates", people.everyone),
    "当选人": ("elected", people.elected),
    "标语": ("slogans", boards.strips),
    "宣传画": ("panels", boards.panels),
    "张贴点": ("sites", boards.sites),
    "照片墙": ("portraits", portraits.portraits),
    "用字": ("proof", proof.proof),
    "公示情况": ("posted", posted.posted),
}
