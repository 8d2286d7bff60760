"""Q025: another election follows in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.results import Election

RULE = Rule(
    id="Q025",
    severity=Severity.WARNING,
    title="另行选举在期限内举行",
    basis="省级选举办法（当选人数不足的，三十日内或者十五日内另行选举）",
    what="当选人不足应选名额的，下一轮投票的日期不晚于上一轮日期加规则的“另行选举期限”；过了期限还没有下一轮的也提示。",
    why="名额长期空缺，班子不能正常工作。",
    example="2026-10-08选举缺委员1名，到2026-11-21没有另行选举。",
    fix="尽快另行选举；经批准暂缺的，写明批准的文件并豁免这一条。",
    covers=("R22", "L-R10"),
    waivable=True,
)


def check(records: Records, elections: tuple[Election, ...], today: date) -> Iterator[Finding]:
    """Every open seat not voted on again within the profile's number of days."""
    limit = records.term.profile.numbers.get("另行选举期限")
    if limit is None:
        return
    for election in elections:
        for ballot in election.ballots:
            day = ballot.meeting.day
            short = [one for one in ballot.outcomes if one.needed is not None and one.vacant > 0]
            if not short or day is None:
                continue
            number = ballot.meeting.round
            later = [b.meeting.day for b in election.ballots if b.meeting.round > number]
            follows = min((one for one in later if one), default=today)
            latest = day + timedelta(days=limit.value)
            if follows > latest:
                message = (
                    f"{election.village}{short[0].post}缺{short[0].vacant}名，"
                    f"另行选举最晚{latest}（{limit.article}）"
                )
                yield RULE.at(ballot.meeting.place("day"), message, village=election.village)
