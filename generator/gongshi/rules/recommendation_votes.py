"""Q013: who is taken further has more than half of the recommendation votes."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.margins import reached
from gongshi.rules.recommendations import recommendations

RULE = Rule(
    id="Q013",
    severity=Severity.ERROR,
    title="初步人选的推荐票过半",
    basis="村（社区）换届工作方案的通行规定（得票数超过推荐票一半以上的党员中确定初步人选）",
    what="有推荐票的人要列为初步人选和以后的阶段，推荐票要超过收回推荐票的一半；几次推荐会的票相加。上级党组织推荐的不在此列。",
    why="没有过半的人列为初步人选，推荐就成了走过场。",
    example="收回推荐票60张，得30票的人列为初步人选（要31票）。",
    fix="核对推荐票；确实没有过半的，从初步人选中去掉。",
    covers=("R09",),
)


def check(records: Records) -> Iterator[Finding]:
    """Everyone at 初步人选 or later whose recommendation votes do not reach the share."""
    share = records.term.profile.shares.get("推荐过半")
    if share is None:
        return
    people = {(one.village, one.name): one for one in records.candidates}
    for found in recommendations(records):
        for tally in found.tallies:
            person = people.get((found.village, tally.name))
            if person is None or found.base is None or not reached(person):
                continue
            if "上级" not in person.nomination and not share.reached(tally.votes, found.base):
                message = (
                    f"{found.village}{tally.name}得推荐票{tally.votes}张，"
                    f"收回{found.base}张，要{share.least(found.base)}张才能列为{person.stage}"
                )
                yield RULE.at(person.place("stage"), message, village=found.village)
