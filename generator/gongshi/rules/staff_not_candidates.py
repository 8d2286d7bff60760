"""M001: candidates do not count the votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing
from gongshi.rules.staff import staff

RULE = Rule(
    id="M001",
    severity=Severity.ERROR,
    title="监票、计票、唱票的人不是候选人",
    basis="换届工作方案的通行规定：监票人、计票人从不是候选人及其近亲属的人中产生",
    what="选举大会的总监票人、监票人、计票人、唱票人都不是本村候选人。",
    why="候选人自己计自己的票，结果没有人信。",
    example="委员候选人王伟同时是计票人。",
    fix="另外推选监票人、计票人；同名不同人的，在会议情况里写全名以外的区别。",
    covers=("R27", "R97"),
)


def check(records: Records) -> Iterator[Finding]:
    """Everybody of the counting staff who is a candidate."""
    listed = records.term.profile.lists.get("监票计票回避")
    running = {(one.village, one.name) for one in standing(records)}
    for one in staff(records) if listed and "候选人" in listed.words else ():
        if (one.meeting.village, one.name) in running:
            village = one.meeting.village
            message = f"{village}{one.role}{one.name}是候选人"
            yield RULE.at(one.meeting.place(one.field), message, village=village)
