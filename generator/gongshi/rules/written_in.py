"""V015: others are written in only where the profile allows it."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election, setting

RULE = Rule(
    id="V015",
    severity=Severity.ERROR,
    title="另选他人按规则",
    basis="村（社区）换届工作方案的通行规定（投不赞成票的可以另选他人；个别选举办法不许）",
    what="规则的“另选他人”写不允许的，提名方式写“另选他人”的人不能有得票。",
    why="选举办法不许另选的，写了别人的选票无效。",
    example="选举办法不许另选他人，赵立（另选他人）得2票。",
    fix="删去这些得票，把那些选票计入无效票。",
    covers=("R26",),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every vote for a person written in where that is not allowed."""
    if setting(records.term.profile, "另选他人") != "不允许":
        return
    written = {(p.village, p.name) for p in records.candidates if "另选" in p.nomination}
    for ballot in (ballot for one in elections for ballot in one.ballots):
        for vote in ballot.votes:
            if (vote.village, vote.name) in written:
                message = f"{vote.village}{vote.name}是另选的人，规则不允许另选他人，却有得票"
                yield RULE.at(vote.place("name"), message, village=vote.village)
