"""S003: enough more candidates than seats, by the profile."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import contests

RULE = Rule(
    id="S003",
    severity=Severity.ERROR,
    title="差额够",
    basis="《中国共产党基层组织选举工作条例》第十三条（差额不少于应选人数的20%）；村民委员会组织法（2025年修改）第十八条、城市居民委员会组织法（2025年修订）第十八条（候选人应当多于应选名额）",
    what="差额等于候选人数减职数再除以职数，人数不足一人的进为一人。党组织委员不低于20%，书记、副书记可以等额也可以差额，由规则定；村（居）委会每个职务候选人多于职数。",
    why="差额不够的选举不合规定。",
    example="委员职数 6 名，候选人 7 名（20% 是 1.2 名，要多 2 名）。",
    fix="增加候选人；联审不通过的人不计算在内。",
    covers=(
        "R01",
        "R02",
        "R03",
        "R06",
        "L-R6",
    ),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every contested post with fewer candidates than seats plus the margin."""
    profile = records.term.profile
    for contest in contests(records):
        seats, count = contest.seats, len(contest.candidates)
        margin = profile.margin.get(contest.post) or profile.shares.get(f"{contest.post}差额")
        if margin is None or seats == 0 or margin.reached(count - seats, seats):
            continue
        village = contest.village.name
        message = (
            f"{village}{contest.post}职数{seats}名，候选人{count}名，"
            f"至少要{seats + margin.least(seats)}名（{margin.article}）"
        )
        yield RULE.at(contest.candidates[0].place("post"), message, village=village)
