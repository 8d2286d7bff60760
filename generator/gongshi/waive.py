"""豁免: findings that a township lets stand, after the check and before the issue.

A waived finding stays visible as a note that says by whom and why.  Only rules that are
``waivable`` can be waived: never arithmetic, privacy, reading or what was issued.  A
waiver must meet exactly one finding, so that none is waived by accident or in advance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from gongshi.model.finding import Finding, Severity, Waiver
from gongshi.model.rule import Rule

NOT_WAIVABLE = Rule(
    id="Y086",
    severity=Severity.ERROR,
    title="豁免的规则可以豁免",
    basis="票数、到会和当选、隐私、表格和签发留档的错误只能改正，不能批准",
    what="核对“豁免”写的规则编号是不是可以豁免的规则。",
    why="算错的票、泄露的隐私，谁也无权批准放过。",
    example="豁免里写“规则: V003”（得票数与票数不符）。",
    fix="改正表格里的问题，删去这条豁免；可以豁免的规则见手册《每条提示的含义》。",
)

NO_SUCH_FINDING = Rule(
    id="Y087",
    severity=Severity.ERROR,
    title="一条豁免正好对着一处提示",
    basis="谁批准谁负责：批准的是看得见的一处，不是一类",
    what="核对“豁免”写的规则和位置，正好对着核对结果里的一处提示；批准的日期已经到了。",
    why="对不上的豁免不起作用；对着几处的，会把没有批准的也放过去。",
    example="插入一行以后，原来的 C5 变成了 C6。",
    fix="照 gongshi check 显示的样子写位置；同一处有几个提示时，用“内容”写明提示里的几个字；"
    "问题已经改正的，删去这条豁免。",
)

RULES = (NOT_WAIVABLE, NO_SUCH_FINDING)


def waive(
    findings: Iterable[Finding], waivers: Sequence[Waiver], rules: Mapping[str, Rule], today: date
) -> list[Finding]:
    """The findings with the waived ones as notes, and what is wrong with the waivers.

    What will be decided after ``today`` waives nothing yet.
    """
    result = list(findings)
    for waiver in waivers:
        rule = rules.get(waiver.rule)
        hits = [n for n, finding in enumerate(result) if _meets(waiver, finding)]
        if rule is None or not rule.waivable:
            message = f"规则“{waiver.rule}”" + ("不能豁免" if rule else "不存在")
            result.append(NOT_WAIVABLE.at(waiver.place, message))
        elif waiver.approved > today:
            message = f"这条豁免的日期{waiver.approved}还没有到"
            result.append(NO_SUCH_FINDING.at(waiver.place, message))
        elif len(hits) != 1:
            message = f"这条豁免对着{len(hits)}处提示" if hits else "这条豁免没有对着的提示"
            result.append(NO_SUCH_FINDING.at(waiver.place, message))
        else:
            result[hits[0]] = _waived(result[hits[0]], waiver)
    return result


def _meets(waiver: Waiver, finding: Finding) -> bool:
    return (
        finding.waived is None
        and finding.rule == waiver.rule
        and str(finding.place) == waiver.where
        and waiver.words in finding.message
    )


def _waived(finding: Finding, waiver: Waiver) -> Finding:
    """The finding as a note; its help says who decided, when and why."""
    day = waiver.approved.isoformat()
    help = f"已豁免：{waiver.reason.rstrip('。')}（{waiver.approver}，{day}）。"
    return replace(finding, severity=Severity.NOTE, help=help, waived=waiver)
