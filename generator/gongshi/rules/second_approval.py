"""P040: kinds that need two signatures have both before they are posted."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P040",
    severity=Severity.ERROR,
    title="要两级审批的公告两级都批了",
    basis="《中国共产党党务公开条例（试行）》第十五条（提出、审核、审批、实施）；换届工作方案规定的“双签”",
    what="规则“两级审批”里的公告种类，登记簿的审批人、审批日期、复审人、复审日期都填了，复审不早于审批、不晚于发布，并且是两个人。",
    why="少一级审批就张贴，公告可能被认定为擅自发布。",
    example="任职公示只有镇党委书记审批，没有县委组织部复审。",
    fix="补办复审，在登记簿填上复审人和复审日期。",
    covers=("R34",),
)


def check(records: Records) -> Iterator[Finding]:
    """Every approved row of such a kind whose second approval is missing or out of order."""
    kinds = records.term.profile.lists.get("两级审批")
    for entry in records.register:
        if kinds is None or entry.kind not in kinds.words or not entry.is_approved:
            continue
        said = f"第{entry.number}号{entry.kind}"
        if not entry.second_approver or entry.second_approved is None:
            message = f"{said}要两级审批（{kinds.article}），没有复审人和复审日期"
        elif entry.second_approver == entry.approver:
            message = f"{said}的审批人和复审人是同一个人"
        elif entry.approved and entry.second_approved < entry.approved:
            message = f"{said}复审（{entry.second_approved}）早于审批（{entry.approved}）"
        elif entry.posted and entry.second_approved > entry.posted:
            message = f"{said}复审（{entry.second_approved}）晚于发布（{entry.posted}）"
        else:
            continue
        yield RULE.at(entry.place("second_approver"), message, village=entry.village)
