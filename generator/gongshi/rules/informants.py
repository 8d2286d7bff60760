"""M009: every group of the village has its informants."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="M009",
    severity=Severity.WARNING,
    title="每个小组有民情直报员",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“每组民情直报员人数”的，工作机构人员表里民情直报员按村民小组数，每组不少于这个数；有的村登记了，别的村也要登记。",
    why="方案要求每个村（居）民小组都设，少一个组就没有做到。",
    example="东村4个小组，民情直报员3人。",
    fix="补齐人员，村民小组一列写明是哪个组。",
    covers=("R36",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village that lists them but not enough for its groups."""
    least = records.term.profile.numbers.get("每组民情直报员人数")
    informants = [one for one in records.officers if one.body == "民情直报员"]
    for village in records.villages if informants else ():
        people = [one for one in informants if one.village == village.name]
        if not least or village.groups is None:
            continue
        by_group = Counter(one.group for one in people if one.group)
        enough = sum(count >= least.value for count in by_group.values())
        if enough < village.groups:
            message = (
                f"{village.name}{village.groups}个小组，民情直报员够{least.value}名的"
                f"只有{enough}个（{least.article}）"
            )
            place = people[0].place("group") if people else village.place("groups")
            yield RULE.at(place, message, village=village.name)
