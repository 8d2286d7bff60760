"""S005: the candidates can fill the committee as the law asks."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="S005",
    severity=Severity.WARNING,
    title="候选人中有妇女",
    basis="村民委员会组织法（2025年修改）第八条；城市居民委员会组织法（2025年修订）第八条（成员中应当有妇女成员）",
    what="村（居）委会的候选人中至少有规则要求的妇女人数。",
    why="没有妇女候选人，除非另选他人，否则班子里不会有妇女成员。",
    example="五名候选人都是男性。",
    fix="增加妇女候选人；性别填错的改正。",
    covers=(
        "R63",
        "L-R2",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village with candidates among whom there are too few women."""
    women = records.term.profile.women
    if women is None:
        return
    for village in records.villages:
        people = records.candidates_of(village.name)
        count = sum(person.sex == "女" for person in people)
        if people and count < women.value and any(person.sex for person in people):
            message = (
                f"{village.name}候选人中妇女{count}名，至少要{women.value}名（{women.article}）"
            )
            yield RULE.at(people[0].place("sex"), message, village=village.name)
