"""V013: no more proxy votes are cast than proxies were given."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.model.working import Proxy
from gongshi.rules.results import elects, setting

RULE = Rule(
    id="V013",
    severity=Severity.ERROR,
    title="委托票不多于办了手续的委托",
    basis="党员不能委托他人投票、不办理委托手续的不准委托投票（换届工作方案的通行规定）；村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十九条",
    what="会议情况的委托票数不大于委托投票表里本村的委托份数；不得委托的（党组织、由居民代表选举），委托票是0，委托投票表没有行。",
    why="没有书面委托的票是替人投的票。",
    example="委托投票表有2份委托，委托票写3张。",
    fix="核对委托手续；没有手续的票无效。",
    covers=("L-R12", "R24", "R43"),
)


def check(records: Records) -> Iterator[Finding]:
    """Every election with more 委托票 than 委托投票 rows, and rows where none is allowed."""
    profile = records.term.profile
    way = setting(profile, "委托投票")
    represented = way.startswith("居民代表") and profile.quorum.base == "居民代表"
    barred = represented or way == "不得委托"
    whose = "由居民代表选举" if represented else f"{profile.body}选举"
    given: dict[str, list[Proxy]] = {}
    for one in records.proxies:
        given.setdefault(one.village, []).append(one)
    for meeting in records.meetings:
        count, own = meeting.proxy_votes, len(given.get(meeting.village, ()))
        if count and elects(meeting, profile) and (barred or count > own):
            why = f"{whose}不得委托" if barred else f"办了委托手续的只有{own}份"
            message = f"{meeting.village}{meeting.name}委托票{count}张，{why}"
            yield RULE.at(meeting.place("proxy_votes"), message, village=meeting.village)
    for village, rows in given.items() if barred else ():
        message = f"{village}登记了{len(rows)}份委托，{whose}不得委托"
        yield RULE.at(rows[0].place("principal"), message, village=village)
