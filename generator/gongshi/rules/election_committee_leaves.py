"""F003: candidates and their kin leave the election committee."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.kin import near_kin, standing

RULE = Rule(
    id="F003",
    severity=Severity.ERROR,
    title="候选人退出选举委员会",
    basis="村民委员会组织法（2025年修改）第十五条；城市居民委员会组织法（2025年修订）第十五条",
    what="工作机构人员表里选举委员会的成员，本人和近亲属都不是候选人。",
    why="自己主持自己或者亲属参加的选举，结果会被推翻。",
    example="选举委员会委员周同的妻子是委员候选人。",
    fix="请他退出选举委员会，按原推选结果递补或者另行推选，并从表里删去。",
    covers=("L-R3", "R85"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every member of an election committee who stands, or whose near kin stand."""
    listed = records.term.profile.lists.get("选举委员会回避")
    if listed is None:
        return
    running = {(one.village, one.name) for one in standing(records)}
    kin = near_kin(records) if "近亲属" in listed.words else {}
    for officer in records.officers:
        if not officer.body.endswith("选举委员会"):
            continue
        start, key = f"{officer.village}选举委员会{officer.name}", (officer.village, officer.name)
        reasons = ["是候选人"] if key in running else []
        reasons += [
            f"是候选人{one.name}的近亲属（{one.row.relation}）"
            for one in kin.get(key, ())
            if (officer.village, one.name) in running
        ]
        for reason in reasons:
            message = f"{start}{reason}，应当退出选举委员会（{listed.article}）"
            yield RULE.at(officer.place("name"), message, village=officer.village)
