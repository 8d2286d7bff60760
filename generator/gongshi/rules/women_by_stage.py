"""S021: there are women among the proposed."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Candidate, Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import STAGES

RULE = Rule(
    id="S021",
    severity=Severity.WARNING,
    title="各阶段的妇女人选够数",
    basis="换届工作方案的规定（写在规则里，可以在“规则调整”里改）",
    what="规则写了“初步人选妇女人数”“预备人选妇女人数”的，每个村到这个阶段的人选里妇女不少于这个数。",
    why="前面的阶段没有妇女人选，后面就选不出来。",
    example="规定每村至少推荐2名妇女初步人选，名册里只有1名。",
    fix="增加妇女人选；性别填错的改正。",
    covers=("R64",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every village whose list of a stage has too few women."""
    for stage in ("初步人选", "预备人选"):
        least = records.term.profile.numbers.get(f"{stage}妇女人数")
        for village in records.villages if least else ():
            people = [one for one in records.candidates_of(village.name) if _reached(one, stage)]
            women = sum(one.sex == "女" for one in people)
            if least and people and women < least.value and all(one.sex for one in people):
                message = (
                    f"{village.name}{stage}中妇女{women}名，"
                    f"至少要{least.value}名（{least.article}）"
                )
                yield RULE.at(people[0].place("sex"), message, village=village.name)


def _reached(person: Candidate, stage: str) -> bool:
    """Whether the person came as far as a stage, those left behind there included."""
    return person.stage in STAGES[STAGES.index(stage) :]
