"""P033: who approves a notice is neither in it nor the second to approve it."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P033",
    severity=Severity.WARNING,
    title="审批人与当事人、第二审批人分开",
    basis="职责分开：自己不审批关于自己的公告，两次审批由两个人作出",
    what="登记簿的审批人不是本村的候选人，审批人和第二审批人不是同一个人。",
    why="自己批自己的公告，群众不会信。",
    example="候选人王伟审批了公示王伟的公告。",
    fix="换一位有权审批的人重新审批。",
)


def check(records: Records) -> Iterator[Finding]:
    """Every register row approved by a candidate of the village, or twice by one person."""
    standing = {(person.village, person.name) for person in records.candidates}
    for entry in records.register:
        for field, name in (
            ("approver", entry.approver),
            ("second_approver", entry.second_approver),
        ):
            if name and (entry.village, name) in standing:
                message = f"{entry.number}号{entry.kind}由候选人{name}审批"
                yield RULE.at(entry.place(field), message, village=entry.village)
        if entry.approver and entry.approver == entry.second_approver:
            message = f"{entry.number}号{entry.kind}两次审批都是{entry.approver}"
            yield RULE.at(entry.place("second_approver"), message, village=entry.village)
