"""F013: no candidate votes for others."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import standing

RULE = Rule(
    id="F013",
    severity=Severity.ERROR,
    title="候选人不接受委托投票",
    basis="村民委员会组织法（2025年修改）第十八条；城市居民委员会组织法（2025年修订）第十九条",
    what="委托投票表的受托人不是候选人。",
    why="候选人替别人投自己的票，委托的票无效。",
    example="赵立委托委员候选人王伟代为投票。",
    fix="请委托人另行委托；已经投的，由选举委员会处理。",
    covers=("L-R12",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every proxy who is a candidate."""
    listed = records.term.profile.lists.get("受托人限制")
    if listed is None or "候选人" not in listed.words:
        return
    running = {(one.village, one.name) for one in standing(records)}
    for row in records.proxies:
        if (row.village, row.proxy) in running:
            message = (
                f"{row.village}{row.principal}委托候选人{row.proxy}投票，"
                f"候选人不得接受委托（{listed.article}）"
            )
            yield RULE.at(row.place("proxy"), message, village=row.village)
