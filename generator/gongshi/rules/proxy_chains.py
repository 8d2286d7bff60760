"""Q024: who votes by proxy holds no proxy."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="Q024",
    severity=Severity.ERROR,
    title="委托人自己不再受托",
    basis="村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十九条（委托有选举权的近亲属等代为投票；不得转委托是通行做法）",
    what="委托投票表里，委托别人投票的人不能又是别人的受托人，也不能委托自己。",
    why="本人不到场，就不能替别人投票。",
    example="赵立委托周同，孙华又委托赵立。",
    fix="改由到场的人受托。",
    covers=("L-R12",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every proxy held by somebody who does not come to vote."""
    away = {(one.village, one.principal) for one in records.proxies}
    for one in records.proxies:
        if (one.village, one.proxy) in away:
            message = f"{one.village}{one.proxy}自己委托了别人投票，又受{one.principal}委托"
            yield RULE.at(one.place("proxy"), message, village=one.village)
