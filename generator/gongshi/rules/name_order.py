"""N001: the clerk's list is in the order that notices print."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.names.order import in_stroke_order
from gongshi.rules.margins import contests

RULE = Rule(
    id="N001",
    severity=Severity.NOTE,
    title="名册按姓氏笔画排列",
    basis="《中国共产党基层组织选举工作条例》第二十四条（委员候选人以姓氏笔画为序，书记、副书记候选人按上级党组织批准的顺序）",
    what="同一村、同一职务的候选人在名册里的先后与姓氏笔画顺序一致：同姓的单名在前，复姓按第一个字。",
    why="公告由程序排序，不受名册影响；选票和别的材料照名册排的就会不一致。",
    example="名册里先丁䶮、欧阳晓燕，后沈怡福。",
    fix="不必改名册；照名册做选票的，请按提示的顺序排。",
    covers=("R86",),
)


def check(records: Records) -> Iterator[Finding]:
    """The first person out of order for each post of each village."""
    order, as_approved = records.term.profile.order, records.term.profile.as_approved
    for contest in contests(records):
        if contest.post in as_approved:
            continue
        typed = contest.candidates
        sorted_ = in_stroke_order(typed, key=lambda person: person.name, order=order)
        moved = [a for a, b in zip(typed, sorted_, strict=True) if a is not b]
        if moved:
            names = "、".join(person.name for person in sorted_)
            message = f"{contest.village.name}{contest.post}候选人按{order}应为：{names}"
            place = moved[0].place("name")
            yield RULE.at(place, message, village=contest.village.name)
