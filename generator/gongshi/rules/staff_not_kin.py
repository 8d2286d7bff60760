"""M002: near kin of candidates do not count the votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import near_kin, standing
from gongshi.rules.staff import staff

RULE = Rule(
    id="M002",
    severity=Severity.ERROR,
    title="监票、计票、唱票的人不是候选人的近亲属",
    basis="换届工作方案的通行规定：监票人、计票人从不是候选人及其近亲属的人中产生",
    what="选举大会的总监票人、监票人、计票人、唱票人，按亲属关系表不是本村候选人的近亲属。",
    why="亲属计票，结果容易被质疑。",
    example="计票人周同是候选人张华的丈夫。",
    fix="另外推选监票人、计票人。",
    covers=("R27", "R85"),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Everybody of the counting staff whose near kin is a candidate."""
    listed = records.term.profile.lists.get("监票计票回避")
    kin = near_kin(records) if listed and "近亲属" in listed.words else {}
    running = {(one.village, one.name) for one in standing(records)}
    for one in staff(records) if kin else ():
        village = one.meeting.village
        for other in kin.get((village, one.name), ()):
            if (village, other.name) in running:
                message = (
                    f"{village}{one.role}{one.name}是候选人{other.name}的近亲属"
                    f"（{other.row.relation}）"
                )
                yield RULE.at(one.meeting.place(one.field), message, village=village)
