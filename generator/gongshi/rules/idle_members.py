"""S033: every member has work to do."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.teams import teams

RULE = Rule(
    id="S033",
    severity=Severity.NOTE,
    title="委员都有具体的岗位",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“光委员”的，当选（候选）的委员在“兼任职务”里写了承担的岗位；全村都没有填的不看。",
    why="方案不提倡只挂名、没有岗位的委员。",
    example="三名委员中有一名没有写兼任的岗位。",
    fix="承担岗位的补填“兼任职务”；确实没有的，按方案安排。",
    covers=("R70",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every ordinary member without a post of work, in villages that list such posts."""
    advice = records.term.profile.lists.get("光委员")
    for team in teams(records) if advice and advice.one == "不提倡" else ():
        members = [one for one in team.people if one.post == "委员"]
        if any(one.concurrent for one in members):
            for one in members:
                if not one.concurrent:
                    message = f"{one.village}委员{one.name}没有写承担的岗位（不提倡设光委员）"
                    yield RULE.at(one.place("concurrent"), message, village=one.village)
