"""Q021: nobody votes for more people than the law allows."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Proxy

RULE = Rule(
    id="Q021",
    severity=Severity.ERROR,
    title="一人接受的委托不超过规定",
    basis="村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十九条（每一参加选举的人接受委托不得超过三人）",
    what="委托投票表里，同一受托人的委托人数不超过规则的人数，法律规定是三人。",
    why="超过的委托无效，收回的票就多于有权投的票。",
    example="周同接受赵立、钱明、孙华、李平四人的委托。",
    fix="改由别人受托，或者请本人到场投票。",
    covers=("L-R12",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every proxy of more principals than the profile's number, at the first too many."""
    most = records.term.profile.numbers.get("每人接受委托")
    held: dict[tuple[str, str], list[Proxy]] = {}
    for one in records.proxies:
        held.setdefault((one.village, one.proxy), []).append(one)
    for (village, name), given in held.items():
        if most is not None and len(given) > most.value:
            message = (
                f"{village}{name}接受{'、'.join(one.principal for one in given)}"
                f"共{len(given)}人的委托，最多{most.value}人（{most.article}）"
            )
            yield RULE.at(given[most.value].place("proxy"), message, village=village)
