"""V012: mobile ballot boxes are used only as agreed."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import setting

RULE = Rule(
    id="V012",
    severity=Severity.WARNING,
    title="流动票箱经过同意才用",
    basis="村（社区）换届工作方案的通行规定（外出党员的投票方式经党员大会讨论同意；杜绝使用流动票箱）",
    what="规则的“流动票箱”写不得使用的，流动票箱数是0；写党员大会同意的，用了流动票箱要在全程纪实或者资料清单里有流动投票的记录。",
    why="流动票箱离开会场，最容易被质疑。",
    example="流动票箱写了1个，资料清单和全程纪实都没有提到流动投票。",
    fix="补登党员大会同意的记录；没有同意的不得使用。",
    covers=("R25", "R43"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every election with 流动票箱 that the profile forbids or nobody agreed to."""
    way = setting(records.term.profile, "流动票箱")
    agreed = {one.village for one in records.documents if "流动" in one.name}
    agreed |= {one.village for one in records.log if "流动" in f"{one.step}{one.result}"}
    for meeting in records.meetings:
        if not meeting.mobile_boxes or way in {"", "允许"}:
            continue
        start = f"{meeting.village}{meeting.name}用了{meeting.mobile_boxes}个流动票箱"
        if way == "不得使用":
            message = f"{start}，规则不得使用"
        elif meeting.village not in agreed:
            message = f"{start}，没有党员大会同意的记录"
        else:
            continue
        yield RULE.at(meeting.place("mobile_boxes"), message, village=meeting.village)
