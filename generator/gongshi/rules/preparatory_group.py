"""M005: the preparatory group is as the plan has it."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="M005",
    severity=Severity.WARNING,
    title="筹备组的人数和组长符合规定",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“筹备组人数”“筹备组组长人数”的，工作机构人员表里每个村的筹备组正好是这些人；有的村登记了，别的村也要登记。",
    why="筹备组一般由3名党员组成，设组长1名。",
    example="东村筹备组2人，没有组长。",
    fix="补齐人员，机构职务写明组长。",
    covers=("R28",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose preparatory group has another size or number of leaders."""
    numbers = records.term.profile.numbers
    kept = any(one.body.endswith("筹备组") for one in records.officers)
    for village in records.villages if kept else ():
        group = [
            one
            for one in records.officers
            if one.village == village.name and one.body.endswith("筹备组")
        ]
        leaders = sum(one.post == "组长" for one in group)
        for name, what, count in (
            ("筹备组人数", "", len(group)),
            ("筹备组组长人数", "组长", leaders),
        ):
            wanted = numbers.get(name)
            if wanted and count != wanted.value:
                message = (
                    f"{village.name}筹备组{what}{count}人，应为{wanted.value}人（{wanted.article}）"
                )
                place = (group[0] if group else village).place("name")
                yield RULE.at(place, message, village=village.name)
