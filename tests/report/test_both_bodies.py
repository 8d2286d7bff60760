"""一肩挑 and 交叉任职 from the two elections of a village, where both are in the tables."""

from __future__ import annotations

from dataclasses import replace

import worlds
from gongshi.model.records import Records
from gongshi.report.both_bodies import beside
from gongshi.report.report import scope_of
from gongshi.report.roster import scope
from gongshi.rules.both_posts import same_year
from summaries import column, figure, township


def party() -> Records:
    """Two villages of two: 村民0号 and 村民2号 are 书记."""
    base = township(4, [2, 2])
    posts = ["书记", "委员", "书记", "委员"]
    people = tuple(
        replace(one, post=post) for one, post in zip(base.candidates, posts, strict=True)
    )
    return replace(base, candidates=people)


def committee(*names: str, village: str = "村1") -> Records:
    """Those elected into the committee of a village, the first one as 主任."""
    posts = ["主任", *["委员"] * (len(names) - 1)]
    people = tuple(
        worlds.candidate(village=village, name=name, post=post, stage="当选")
        for name, post in zip(names, posts, strict=True)
    )
    base = township(0, [len(names)])
    profile = worlds.profile(body="村民委员会")
    term = replace(base.term, slug="2026-cwh", profile=profile)
    return replace(base, term=term, candidates=people)


def test_the_results_of_both_bodies_tell_who_holds_two_posts() -> None:
    whole = beside(scope(party()), [scope(committee("村民0号", "旁人"))])
    assert figure(whole, "一肩挑").words() == "一肩挑1个，占两个组织都已选出的村（社区）1个的100.0%"
    cross = figure(whole, "交叉任职")
    assert (cross.value, cross.base) == (1, 2)
    assert cross.base_name == "两个组织都已选出的村（社区）的委员总数"


def test_the_committees_own_figures_look_at_the_party() -> None:
    whole = beside(scope(committee("村民0号", "村民1号")), [scope(party())])
    assert figure(whole, "一肩挑").words() == "一肩挑1个，占完成选举的村（社区）1个的100.0%"
    full = figure(whole, "交叉任职", "全部交叉任职的村（社区）")
    assert full.value == 1


def test_the_same_name_in_another_village_is_another_person() -> None:
    whole = beside(scope(party()), [scope(committee("村民2号", "村民3号"))])
    assert figure(whole, "一肩挑").value == 0


def test_a_roll_that_keeps_the_column_counts_every_village() -> None:
    base = party()
    typed = column({"": 2, "村民委员会主任": 1, "会计": 1})
    people = tuple(
        replace(one, concurrent=text) for one, text in zip(base.candidates, typed, strict=True)
    )
    whole = beside(scope(replace(base, candidates=people)), [scope(committee("村民0号", "旁人"))])
    assert figure(whole, "一肩挑").words() == "一肩挑2个，占完成选举的村（社区）2个的100.0%"


def test_only_the_other_bodys_term_of_the_same_year_counts() -> None:
    now, other = party(), committee("村民0号")
    old = replace(other, term=replace(other.term, slug="2021-cwh"))
    now = replace(now, term=replace(now.term, slug="2026"))
    assert same_year((old, now, other), now) == (other,)
    assert figure(scope_of(now, (old, now, other)), "一肩挑").value == 1
