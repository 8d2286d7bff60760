"""The paragraphs of a summary: one sentence a measure, every share with its base."""

from __future__ import annotations

from collections.abc import Sequence

from gongshi.report.figures import Statistic
from gongshi.report.people_measures import younger_and_better_schooled
from gongshi.report.roster import Scope

#: What the office's summary puts into one paragraph each.
_PARAGRAPHS = (
    ("S01A", "S15", "S13", "S05", "S14", "S02", "S11", "S03", "S12", "S04"),
    ("S06", "S16", "S07", "S08", "S34", "S28", "S09", "S10", "S24", "S25", "S25A", "S21"),
    ("S36", "S17", "S17A", "S26", "S18", "S19", "S20", "S22", "S23", "S27"),
    ("S29", "S29A", "S30", "S30A", "S32"),
)


def paragraphs(scope: Scope, statistics: Sequence[Statistic]) -> tuple[str, ...]:
    """The text of a summary of the scope, as offices hand it in."""
    told = {one.id: one for one in statistics}
    parts = [opening(scope)]
    for ids in _PARAGRAPHS:
        text = "".join(_sentence(told[id_]) for id_ in ids if id_ in told)
        if text:
            parts.append(text)
    return tuple(parts)


def opening(scope: Scope) -> str:
    """How many villages there are, how many have elected, and how many persons."""
    every, done, members = len(scope.organs), len(scope.done), len(scope.members)
    if not done:
        return f"据统计，{scope.title}{every}个村（社区）都还没有完成选举。"
    state = "全部完成选举" if every == done else f"已有{done}个完成选举"
    return f"据统计，{scope.title}{every}个村（社区）{state}，共选举产生{members}人。"


def _sentence(one: Statistic) -> str:
    if one.id == "S04" and younger_and_better_schooled(one.figures):
        return f"{one.words().removesuffix('。')}，年龄、学历实现“一降一升”。"
    return one.words()
