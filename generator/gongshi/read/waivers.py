"""豁免 of term.yml: which finding may stand, by whose decision and why.

Each names one finding by its rule and its place, as ``gongshi check`` prints them; whether
there is such a finding is asked after the check (``gongshi.waive``).
"""

from __future__ import annotations

from datetime import date

from gongshi.model.finding import Finding, Waiver
from gongshi.read.declared import rule
from gongshi.read.problems_files import Y006
from gongshi.read.settings import texts
from gongshi.read.text import shown
from gongshi.read.yaml_text import Mapping, Node, Scalar, Sequence

_KEYS = {
    "规则": "rule",
    "位置": "where",
    "内容": "words",
    "理由": "reason",
    "批准人": "approver",
    "日期": "approved",
}
_NEEDED = tuple(key for key in _KEYS if key != "内容")

INCOMPLETE = rule(
    "Y085",
    "豁免写全",
    "核对“豁免”的每一条有没有写全规则、位置、理由、批准人、日期，日期是不是真的日期。",
    "不核对的事必须有人批准、有理由、有日子，以后查得到。",
    "豁免: [{规则: S005, 位置: ……, 理由: 无女性报名}]，没有写批准人和日期。",
    "补上缺的内容；日期写成 2026-11-02。",
    basis="谁批准谁负责：免去一处核对要有理由、批准人和日期",
)

RULES = (INCOMPLETE,)


def waivers(listed: Node | None) -> tuple[tuple[Waiver, ...], list[Finding]]:
    """The waivers of a term in the order of the file, and what is wrong with the others."""
    if listed is None or (isinstance(listed, Scalar) and not listed.text):
        return (), []
    if not isinstance(listed, Sequence):
        return (), [Y006.at(listed.place, "「豁免」应是一个列表，每条以「- 规则:」开头")]
    findings: list[Finding] = []
    found = [_waiver(item, findings) for item in listed.items]
    return tuple(waiver for waiver in found if waiver), findings


def _waiver(item: Node, findings: list[Finding]) -> Waiver | None:
    if not isinstance(item, Mapping):
        findings.append(Y006.at(item.place, "「豁免」的一条应写「规则:」「位置:」等"))
        return None
    settings = texts(item, _KEYS, item.place.file)
    findings += settings.findings
    given = settings.texts
    if missing := [key for key in _NEEDED if not given.get(_KEYS[key])]:
        findings.append(INCOMPLETE.at(item.place, f"这条豁免没有写{'、'.join(missing)}"))
        return None
    try:
        approved = date.fromisoformat(given["approved"])
    except ValueError:
        message = f"豁免的日期“{shown(given['approved'])}”读不懂"
        findings.append(INCOMPLETE.at(settings.places["approved"], message))
        return None
    return Waiver(
        rule=given["rule"],
        where=given["where"],
        reason=given["reason"],
        approver=given["approver"],
        approved=approved,
        place=item.place,
        words=given.get("words", ""),
    )
