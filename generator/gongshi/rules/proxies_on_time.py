"""Q023: a proxy is given, and published, in time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import VOID, Entry, Records
from gongshi.model.rule import Rule
from gongshi.model.working import Proxy
from gongshi.rules.results import Election, days_of

RULE = Rule(
    id="Q023",
    severity=Severity.ERROR,
    title="委托投票按时办理、公布",
    basis="村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十九条（委托投票要书面委托，委托人和受托人要公布）；提前几天由省级选举办法规定",
    what="每份委托的日期不晚于选举日减去规则的“委托办理提前天数”；有委托投票的村，公告登记簿里要有委托投票的公告，不晚于选举日减去“委托公布提前天数”。",
    why="临时委托、不公布的委托，谁投了谁的票说不清楚。",
    example="选举日2026-11-16，委托日期2026-11-17。",
    fix="逾期的委托作废；委托人、受托人名单按时公布。",
    covers=("L-R12",),
)


def check(records: Records, elections: tuple[Election, ...]) -> Iterator[Finding]:
    """Every proxy given too late, and every village whose proxies were published too late."""
    numbers = records.term.profile.numbers
    days = {village: min(found) for village, found in days_of(elections).items()}
    given, shown = numbers.get("委托办理提前天数"), numbers.get("委托公布提前天数")
    notices: dict[str, list[Entry]] = {}
    for entry in records.register:
        if "委托" in entry.kind and entry.status != VOID:
            notices.setdefault(entry.village, []).append(entry)
    for one in records.proxies:
        day = days.get(one.village)
        if given and day and one.day and one.day > day - timedelta(days=given.value):
            latest = day - timedelta(days=given.value)
            message = f"{one.village}{one.principal}{one.day}才委托{one.proxy}，最晚{latest}"
            yield RULE.at(one.place("day"), message, village=one.village)
    first = {one.village: one for one in reversed(records.proxies)}
    for village, one in first.items():
        if shown and village in days:
            latest = days[village] - timedelta(days=shown.value)
            yield from _published(one, notices.get(village, []), latest)


def _published(one: Proxy, notices: list[Entry], latest: date) -> Iterator[Finding]:
    posted = [entry.posted for entry in notices if entry.posted]
    if not posted or min(posted) > latest:
        when = f"{min(posted)}才公布" if posted else "没有登记公告"
        message = f"{one.village}有委托投票，委托人和受托人{when}，最晚{latest}公布"
        yield RULE.at(one.place("principal"), message, village=one.village)
