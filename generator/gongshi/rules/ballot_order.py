"""N004: votes stand in the order of the ballot or of their number."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import POSTS, Records, Vote
from gongshi.model.rule import Rule
from gongshi.names.order import in_stroke_order

RULE = Rule(
    id="N004",
    severity=Severity.NOTE,
    title="得票情况按选票的次序或者得票多少排列",
    basis="《中国共产党基层组织选举工作条例》第二十四条；候选人名单按姓氏笔画排列（通行做法）",
    what="每次会议、每个职务的得票情况，按姓名的笔画次序（选票的次序）、候选人名册的次序或者得票多少排列；按批准次序的职务不看。",
    why="排名次序出错，会直接影响选举顺利进行；得票表多半是照选票抄的。",
    example="得票情况先李明、后王伟、再丁一，票数也不是从多到少。",
    fix="核对选票：选票按提示的次序排；只是表的次序不同的，不必改。",
    covers=("R86",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every post of a round whose rows follow neither the names nor the votes."""
    profile = records.term.profile
    for meeting in records.meetings:
        votes = records.votes_of(meeting)
        for post in POSTS:
            rows = [vote for vote in votes if vote.post == post]
            counts = [vote.in_favour for vote in rows]
            ordered = in_stroke_order(rows, lambda vote: vote.name, profile.order)
            known = post in profile.as_approved or counts == sorted(counts, reverse=True)
            if known or _as_listed(records, rows):
                continue
            moved = [a for a, b in zip(rows, ordered, strict=True) if a is not b]
            if moved:
                names = "、".join(vote.name for vote in ordered)
                message = f"{meeting.village}{post}的选票按{profile.order}应为：{names}"
                yield RULE.at(moved[0].place("name"), message, village=meeting.village)


def _as_listed(records: Records, rows: list[Vote]) -> bool:
    """Whether the rows follow 候选人名册, whose order another rule looks at."""
    people = records.candidates_of(rows[0].village) if rows else ()
    listed = [one.name for one in people if rows and one.post == rows[0].post]
    return [vote.name for vote in rows] == listed
