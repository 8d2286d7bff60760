from dataclasses import replace
from datetime import date as day

import pytest

from gongshi.model.profile import Number
from gongshi.model.records import YearMonth
from gongshi.rules.teams import (
    chairs_committee,
    in_committee,
    in_party,
    lacking,
    leads_party,
    teams,
)
from people import PLAN, allowed, changed, everybody, lists, numbers, shares, told
from worlds import candidate, records, village, vote

#: Without votes nobody is elected: the four candidates are the team.
POOL = {"votes": ()}


def test_the_team_is_those_elected_and_before_that_the_candidates():
    (team,) = teams(records())
    assert team.elected
    assert [one.name for one in team.people] == ["丁一", "王伟", "李明"]
    (pool,) = teams(records(**POOL))
    assert not pool.elected
    assert len(pool.people) == 4
    (marked,) = teams(records(candidates=everybody(stage="当选"), votes=()))
    assert len(marked.people) == 4
    (seatless,) = teams(records(candidates=everybody(stage="当选"), villages=(village(seats={}),)))
    assert not seatless.elected


def test_those_who_failed_the_review_or_were_replaced_are_in_no_team():
    people = changed(王伟={"review": "不通过"}, 张华={"replaces": "李明"})
    (team,) = teams(records(candidates=people, votes=()))
    assert [one.name for one in team.people] == ["丁一", "张华"]


def test_a_winner_who_is_not_in_the_list_leaves_the_team_open():
    votes = (*records().votes[:2], vote(6, name="另选的人", in_favour=9, against=1))
    (team,) = teams(records(votes=votes))
    assert not team.elected


@pytest.mark.parametrize(("women", "fine"), [(0, False), (1, True), (2, True)])
def test_a_team_has_the_women_the_plan_asks_for(women, fine):
    names = ["王伟", "李明"][:women]
    people = changed(**{name: {"sex": "女"} for name in names})
    found = told("S020", numbers(班子妇女人数=1), candidates=people)
    assert (found == []) is fine
    assert all(one.severity.value == "warning" for one in found)


def test_an_elected_committee_without_a_woman_is_an_error_and_candidates_are_not():
    law = {"women": Number(1, "《示例法》第八条")}
    (finding,) = told("S020", law)
    assert finding.severity.value == "error"
    assert "第八条" in finding.message
    assert told("S020", law, **POOL) == []
    assert told("S020", law, candidates=changed(李明={"sex": "女"})) == []
    assert told("S020", law, candidates=changed(李明={"sex": ""})) == []


@pytest.mark.parametrize(
    ("stage", "needed", "fine"), [("预备人选", 1, True), ("预备人选", 2, False)]
)
def test_each_stage_has_its_women(stage, needed, fine):
    people = changed(丁一={"sex": "女"}, 王伟={"sex": "女", "stage": "初步人选"})
    law = numbers(**{f"{stage}妇女人数": needed})
    assert (told("S021", law, candidates=people, **POOL) == []) is fine
    assert told("S021", numbers(初步人选妇女人数=2), candidates=people, **POOL) == []
    assert len(told("S021", numbers(初步人选妇女人数=3), candidates=people, **POOL)) == 1


@pytest.mark.parametrize(("share", "fine"), [((1, 4), True), ((26, 100), False), ((0, 1), True)])
def test_the_share_of_women_is_counted_exactly(share, fine):
    people = changed(丁一={"sex": "女"})
    assert (told("S022", shares(妇女成员比例=share), candidates=people, **POOL) == []) is fine


def test_women_who_head_committees_are_a_share_of_heads():
    people = changed(丁一={"post": "主任"})
    (finding,) = told("S022", shares(妇女主任比例=(1, 10)), candidates=people, **POOL)
    assert "全镇主任中妇女：1名中只有0名" in finding.message


@pytest.mark.parametrize(("month", "fine"), [(12, True), (11, False)])
def test_young_is_the_age_on_the_election_day(month, fine):
    people = changed(王伟={"born": YearMonth(1990, month)}, 李明={"born": YearMonth(1980, 1)})
    law = numbers(年轻干部年龄=35, 年轻干部人数=1)
    assert (told("S023", law, candidates=people) == []) is fine


@pytest.mark.parametrize(("born", "fine"), [((1971, 12), True), ((1971, 11), False)])
def test_not_too_many_are_old_once_elected(born, fine):
    people = changed(丁一={"born": YearMonth(1960, 1)}, 王伟={"born": YearMonth(*born)})
    law = numbers(大龄干部年龄=55, 大龄干部人数=1)
    assert (told("S024", law, candidates=people) == []) is fine
    assert told("S024", law, candidates=people, **POOL) == []


@pytest.mark.parametrize(
    ("change", "fine"),
    [({"concurrent": "村妇联主席"}, True), ({"current_post": "妇代会主任"}, True), ({}, False)],
)
def test_the_head_of_the_womens_federation_sits_in_the_team(change, fine):
    people = changed(王伟=change)
    assert (told("S025", shares(妇联主席进班子比例=(1, 1)), candidates=people) == []) is fine


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("书记优秀农民工比例", {"category": "优秀农民工"}, {"category": "致富带头人"}),
        ("书记致富带头人比例", {"category": "致富带头人"}, {"category": "优秀农民工"}),
        ("书记大专以上比例", {"education": "大专（在读）"}, {"education": "高中"}),
        ("书记年轻比例", {"born": YearMonth(1980, 12)}, {"born": YearMonth(1980, 11)}),
    ],
)
def test_the_secretaries_are_who_the_plan_wants(name, good, bad):
    law = {**numbers(书记年轻年龄=45), **shares(**{name: (3, 10)})}
    assert told("S026", law, candidates=changed(丁一=good)) == []
    (finding,) = told("S026", law, candidates=changed(丁一=bad))
    assert "不低于30%，至少1名" in finding.message


@pytest.mark.parametrize(
    ("concurrent", "chairs", "sits"),
    [
        ("村民委员会主任", True, True),
        ("东村村委会主任、经济合作社社长", True, True),
        ("主任", True, True),
        ("社区居民委员会主任", True, True),
        ("村民委员会副主任", False, True),
        ("村民委员会委员", False, True),
        ("村务监督委员会主任", False, False),
        ("妇联主席", False, False),
        ("村会计", False, False),
        ("", False, False),
    ],
)
def test_who_chairs_the_committee_is_read_from_the_concurrent_posts(concurrent, chairs, sits):
    person = candidate(concurrent=concurrent)
    assert chairs_committee(person) is chairs
    assert in_committee(person) is sits


@pytest.mark.parametrize(
    ("concurrent", "leads", "sits"),
    [
        ("党支部书记", True, True),
        ("东村党总支书记", True, True),
        ("书记", True, True),
        ("党支部副书记", False, True),
        ("党委委员", False, True),
        ("团支部书记", False, False),
    ],
)
def test_who_leads_the_party_body_is_read_from_the_concurrent_posts(concurrent, leads, sits):
    person = candidate(concurrent=concurrent)
    assert leads_party(person) is leads
    assert in_party(person) is sits


def test_every_secretary_chairs_where_the_plan_wants_it_everywhere():
    law = shares(一肩挑比例=(1, 1))
    assert told("S028", law, candidates=changed(丁一={"concurrent": "村民委员会主任"})) == []
    (finding,) = told("S028", law)
    assert "一肩挑：书记1名中只有0名" in finding.message
    people = changed(丁一={"post": "主任", "concurrent": "党支部书记"})
    law = {**law, "body": "村民委员会"}
    assert told("S028", law, candidates=people, **POOL) == []


@pytest.mark.parametrize(("count", "fine"), [(1, False), (2, True)])
def test_cross_appointment_is_reached_on_one_side_at_least(count, fine):
    names = ["王伟", "李明"][:count]
    people = changed(**{name: {"concurrent": "村民委员会委员"} for name in names})
    law = shares(交叉任职比例=(1, 2))
    assert (told("S027", law, candidates=people) == []) is fine
    assert told("S027", law) == []  # nothing shown in the table: nothing to say


def test_either_side_of_a_cross_appointment_suffices():
    row = {"post": "委员", "body": "村民委员会"}
    others = [candidate(7, name="丁一", **row), candidate(8, name="吴新", **row)]
    three = [candidate(9, name="郑安", **row), *others]
    party = everybody(body="党组织")
    law, none = shares(交叉任职比例=(1, 2)), {"votes": ()}
    assert told("S027", law, candidates=(*party, *others), **none) == []  # 1 of 2 there
    (finding,) = told("S027", law, candidates=(*party, *three), **none)
    assert "党组织4名中1名，村（居）委会3名中1名" in finding.message


def test_the_discipline_member_heads_supervision():
    law = shares(纪检委员兼监督主任比例=(1, 1))
    right = {"post_text": "纪检委员候选人", "concurrent": "村务监督委员会主任"}
    assert told("S029", law, candidates=changed(王伟=right)) == []
    assert told("S029", law, candidates=changed(王伟={**right, "concurrent": "会计"}))
    assert told("S029", law, candidates=changed(王伟={**right, "post_text": "委员"}))


def test_a_graduate_official_leads_somewhere():
    law = numbers(大学生村官主干人数=1)
    assert told("S030", law, candidates=changed(丁一={"category": "大学生村官"})) == []
    assert told("S030", law, candidates=changed(王伟={"category": "大学生村官"}))


@pytest.mark.parametrize(("fixed", "fine"), [(3, True), (4, False), (2, False)])
def test_the_seats_are_those_of_the_class(fixed, fine):
    home = (village(category="三类村"),)
    assert (told("S031", numbers(三类村职数=fixed), villages=home) == []) is fine
    assert told("S031", numbers(二类村职数=fixed), villages=home) == []


def test_more_seats_need_every_approval_and_then_are_only_noted():
    law = {
        **lists(增加职数审批=("镇党委", "区委组织部")),
        "seats": {"": (1, 2, PLAN)},
    }
    town = allowed("东镇党委", day(2026, 10, 20), matter="职数", name="")
    district = allowed("青禾区委组织部", day(2026, 10, 25), matter="职数", name="")
    assert [one.rule for one in told("S002", law)] == ["S002"]
    (missing,) = told("S032", law, exemptions=(town,))
    assert missing.message == "东村职数3名，多于规定的2名，缺区委组织部的批准"
    assert told("S002", law, exemptions=(town,)) == []
    (shown,) = told("S032", law, exemptions=(town, district))
    assert shown.severity.value == "note"
    committee = {**law, "body": "村民委员会"}
    assert told("S002", committee, exemptions=(town, district))
    enough = {**law, "seats": {"": (1, 3, PLAN)}}
    assert told("S032", enough, exemptions=(town,)) == []


def test_members_without_work_are_mentioned_where_work_is_listed():
    law = lists(光委员=("不提倡",))
    assert told("S033", law) == []
    (finding,) = told("S033", law, candidates=changed(王伟={"concurrent": "会计"}))
    assert "李明" in finding.message


@pytest.mark.parametrize(("share", "fine"), [((1, 3), True), ((2, 5), False)])
def test_the_backbone_of_the_teams_is_an_aim(share, fine):
    young = {"born": YearMonth(1980, 12), "education": "高中"}
    people = changed(丁一=young, 王伟={"born": YearMonth(1970, 1)})
    people = tuple(replace(one, education="初中") if one.name == "李明" else one for one in people)
    people = tuple(
        replace(one, born=YearMonth(1980, 11)) if one.name == "李明" else one for one in people
    )
    law = {**numbers(骨干年龄=45), **shares(骨干年龄比例=share)}
    assert (told("S034", law, candidates=people) == []) is fine
    assert told("S034", shares(骨干学历比例=(2, 3)), candidates=people) == []
    assert told("S034", shares(骨干学历比例=(3, 4)), candidates=people)


@pytest.mark.parametrize(("count", "end"), [(6, "东村六"), (7, "东村六等7人")])
def test_only_the_first_six_names_are_listed(count, end):
    people = [candidate(name=name) for name in "一二三四五六七"[:count]]
    assert lacking(people, lambda _: False).endswith(end)
