from dataclasses import replace
from datetime import date

import pytest

from gongshi.model.working import Proxy
from gongshi.rules.kin import degree, near_kin
from people import changed, cleared, everybody, kin, left_out, lists, numbers, officer, shares, told
from worlds import at, meeting, profile, records, village

NEAR = lists(近亲属=("配偶", "父母", "子女", "兄弟姐妹"))
APART = lists(近亲属=("配偶", "兄弟姐妹"), 监票计票回避=("候选人", "近亲属"))
COMMITTEE = lists(近亲属=("配偶", "兄弟姐妹"), 选举委员会回避=("候选人", "近亲属"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("妻子", "配偶"),
        ("父子", "子女"),
        ("哥哥", "兄弟姐妹"),
        ("姐弟", "兄弟姐妹"),
        ("外婆", "外祖父母"),
        ("女婿", "子女的配偶"),
        ("叔侄", "侄甥"),
        ("表兄", "堂表兄弟姐妹"),
        ("近亲属", "近亲属"),
        ("一家的", ""),
    ],
)
def test_the_words_of_clerks_are_known_as_degrees(typed, meant):
    assert degree(typed) == meant


def test_kinship_counts_both_ways_and_only_in_the_degrees_of_the_profile():
    rows = (kin("王伟", "妻子", "张华"), kin("王伟", "表弟", "李明"), kin("丁一", "近亲属", "吴新"))
    base = records(kinships=rows)
    township = replace(base, term=replace(base.term, profile=profile(**NEAR)))
    found = near_kin(township)
    assert [one.name for one in found["东村", "王伟"]] == ["张华"]
    assert [one.name for one in found["东村", "张华"]] == ["王伟"]
    assert [one.name for one in found["东村", "吴新"]] == ["丁一"]
    assert near_kin(base) == {}


@pytest.mark.parametrize(
    ("row", "severity"),
    [
        (kin("王伟", "弟弟", "李明"), "error"),
        (kin("李明", "哥哥", "王伟"), "error"),
        (kin("王伟", "表弟", "李明"), None),
        (kin("王伟", "弟弟", "张华"), None),  # not elected
        (kin("王伟", "弟弟", "周同"), None),  # not in the team
    ],
)
def test_near_kin_are_not_elected_into_one_committee(row, severity):
    law = {**NEAR, "body": "村民委员会"}
    found = told("F001", law, kinships=(row,))
    assert [one.severity.value for one in found] == ([severity] if severity else [])


def test_near_kin_may_still_part_while_they_only_stand_and_the_party_warns():
    row = kin("王伟", "弟弟", "李明")
    for law, votes in (({"body": "村民委员会"}, ()), ({}, records().votes)):
        (finding,) = told("F001", {**NEAR, **law}, kinships=(row,), votes=votes)
        assert finding.severity.value == "warning"
        assert finding.place == row.place("name")


def test_near_kin_in_two_bodies_or_after_one_has_left_are_fine():
    row = kin("王伟", "弟弟", "李明")
    for people in (changed(王伟={"body": "村民委员会"}), changed(王伟={"review": "不通过"})):
        assert told("F001", NEAR, kinships=(row,), candidates=people, votes=()) == []
    both_ways = (row, kin("李明", "哥哥", "王伟"))
    assert len(told("F001", NEAR, kinships=both_ways)) == 1


def test_a_relation_that_is_not_known_and_oneself_are_reported():
    (finding,) = told("F002", kinships=(kin("王伟", "一家的", "李明"),))
    assert "“一家的”认不出" in finding.message
    assert told("F002", kinships=(kin("王伟", "弟弟", "王伟"),))
    assert told("F002", kinships=(kin("王伟", "表弟", "李明"),)) == []


@pytest.mark.parametrize(
    ("body", "name", "rows", "reasons"),
    [
        ("村民选举委员会", "王伟", (), ["是候选人"]),
        ("选举委员会", "郑安", (kin("郑安", "妻子", "张华"),), ["是候选人张华的近亲属"]),
        ("选举委员会", "郑安", (kin("张华", "丈夫", "郑安"),), ["是候选人张华的近亲属"]),
        ("选举委员会", "郑安", (kin("郑安", "表妹", "张华"),), []),
        ("选举委员会", "郑安", (kin("郑安", "妻子", "吴新"),), []),
        ("村民代表", "王伟", (), []),
    ],
)
def test_candidates_and_their_kin_leave_the_election_committee(body, name, rows, reasons):
    found = told("F003", COMMITTEE, officers=(officer(body, name),), kinships=rows)
    assert len(found) == len(reasons)
    assert all(reason in one.message for reason, one in zip(reasons, found, strict=True))
    assert told("F003", officers=(officer(body, name),), kinships=rows) == []


@pytest.mark.parametrize("field", ["chief_scrutineer", "scrutineers", "counters", "callers"])
def test_no_candidate_and_no_kin_of_one_counts_votes(field):
    many = field != "chief_scrutineer"
    for name, rule in (("王伟", "M001"), ("周同", "M002")):
        counted = (meeting(**{field: (name,) if many else name}),)
        rows = (kin("周同", "妻子", "张华"),)
        (finding,) = told(rule, APART, meetings=counted, kinships=rows)
        assert finding.place == counted[0].place(field)
        assert told(rule, meetings=counted, kinships=rows) == []


def test_the_host_and_other_meetings_are_free_to_have_candidates():
    host = (meeting(host="王伟"),)
    other = (meeting(), meeting(name="推荐会", counters=("王伟",)))
    assert told("M001", APART, meetings=host) == []
    assert told("M001", APART, meetings=other) == []


@pytest.mark.parametrize(("guide", "fine"), [("郑安（镇党委委员）、周同", False), ("郑安", True)])
def test_the_guide_from_the_township_does_not_count(guide, fine):
    counted = (meeting(guide=guide, callers=("周同",)),)
    assert (told("M003", meetings=counted) == []) is fine


@pytest.mark.parametrize(("guide", "fine"), [("", False), ("郑安", True), ("郑安、周同", True)])
def test_a_guide_is_present_once_the_meeting_was_held(guide, fine):
    law = numbers(到会指导人数=1)
    assert (told("M004", law, meetings=(meeting(guide=guide),)) == []) is fine
    planned = (meeting(guide="", collected=None, present=None, issued=None),)
    assert told("M004", law, meetings=planned, votes=()) == []


@pytest.mark.parametrize(("size", "leaders", "count"), [(3, 1, 0), (2, 1, 1), (4, 1, 1), (3, 0, 1)])
def test_the_preparatory_group_has_three_members_and_one_leader(size, leaders, count):
    group = tuple(
        officer("筹备组", f"周{n}", post="组长" if n < leaders else "成员") for n in range(size)
    )
    law = numbers(筹备组人数=3, 筹备组组长人数=1)
    assert len(told("M005", law, officers=group)) == count


@pytest.mark.parametrize(("groups", "fine"), [(2, True), (3, False)])
def test_every_group_has_its_informant(groups, fine):
    people = tuple(officer("民情直报员", f"周{n}", group=f"第{n}组") for n in (1, 2))
    law, home = numbers(每组民情直报员人数=1), (village(groups=groups),)
    assert (told("M009", law, officers=people, villages=home) == []) is fine


@pytest.mark.parametrize(
    ("rule", "body", "name"),
    [("M005", "筹备组", "筹备组人数"), ("M009", "民情直报员", "每组民情直报员人数")],
)
def test_where_some_villages_list_their_officers_all_must(rule, body, name):
    law, homes = numbers(**{name: 1}), (village(groups=1), village(name="西村", groups=1))
    one = (officer(body, "周一", group="第一组"),)
    (finding,) = told(rule, law, officers=one, villages=homes)
    assert finding.village == "西村"
    assert told(rule, law, villages=homes) == []


DEPARTMENTS = lists(联审部门=("公安", "司法"))
CLEARED = tuple(
    cleared(name, department)
    for name in ("丁一", "王伟", "李明", "张华")
    for department in ("县公安局", "镇司法所")
)


def test_every_department_clears_everybody_from_the_examination_on():
    assert told("F004", DEPARTMENTS, clearances=CLEARED) == []
    (finding,) = told("F004", DEPARTMENTS, clearances=CLEARED[:-1])
    assert finding.message == "东村张华没有司法的联审意见"
    early = changed(张华={"stage": "初步人选"})
    assert told("F004", DEPARTMENTS, clearances=CLEARED[:-1], candidates=early) == []
    assert told("F004", DEPARTMENTS) == []


@pytest.mark.parametrize(
    ("change", "fine"),
    [
        ({}, False),
        ({"stage": "考察对象"}, False),
        ({"stage": "初步人选"}, True),
        ({"stage": "初步人选", "review": "通过"}, False),
        ({"review": "不通过"}, True),
    ],
)
def test_nobody_goes_on_against_a_department(change, fine):
    rows = (cleared("王伟", "县公安局", "有异议"),)
    assert (told("F005", clearances=rows, candidates=changed(王伟=change)) == []) is fine


@pytest.mark.parametrize(
    ("nominated", "reviewed", "examined", "fine"),
    [(10, 10, 10, True), (10, 9, 11, False), (10, 12, 11, False), (10, None, 9, False)],
)
def test_a_person_is_proposed_then_reviewed_then_examined(nominated, reviewed, examined, fine):
    days = {
        name: date(2026, 10, day) if day else None
        for name, day in (
            ("nominated_on", nominated),
            ("reviewed_on", reviewed),
            ("examined_on", examined),
        )
    }
    assert (told("F006", candidates=changed(王伟=days)) == []) is fine


@pytest.mark.parametrize(("day", "fine"), [(10, True), (11, False)])
def test_a_department_has_spoken_before_the_examination(day, fine):
    row = cleared("王伟", "县公安局", day=date(2026, 10, day))
    people = changed(王伟={"examined_on": date(2026, 10, 10)})
    assert (told("F006", candidates=people, clearances=(row,)) == []) is fine


@pytest.mark.parametrize(
    ("change", "fine"),
    [({}, False), ({"stage": "考察对象"}, True), ({"review": "不通过"}, True)],
)
def test_who_was_replaced_no_longer_stands(change, fine):
    people = changed(王伟=change, 李明={"replaces": "王伟"})
    assert (told("F007", candidates=people) == []) is fine


@pytest.mark.parametrize(("day", "fine"), [(15, True), (14, False), (None, False)])
def test_a_replacement_repeats_every_step_after_the_other(day, fine):
    old = dict.fromkeys(("nominated_on", "reviewed_on", "examined_on"), date(2026, 10, 14))
    new = dict.fromkeys(old, date(2026, 10, day) if day else None)
    people = changed(王伟=old, 李明={"replaces": "王伟", **new})
    found = told("F008", candidates=people)
    assert (found == []) is fine
    if found:
        assert found[0].message.count("；") == 2
    gone = changed(李明={"replaces": "郑安", **dict.fromkeys(old, date(2026, 10, 1))})
    assert told("F008", candidates=gone) == []


@pytest.mark.parametrize(
    ("name", "field"), [("纪律谈话比例", "talked_on"), ("承诺书签订比例", "pledged_on")]
)
def test_everybody_was_talked_to_and_has_pledged_by_the_election_day(name, field):
    law = shares(**{name: (1, 1)})
    last, late = date(2026, 11, 16), date(2026, 11, 17)
    everyone = everybody(stage="正式候选人", **{field: last})
    assert told("F009", law, candidates=everyone) == []
    one_late = (replace(everyone[0], **{field: late}), *everyone[1:])
    (finding,) = told("F009", law, candidates=one_late)
    assert "4名中只有3名" in finding.message
    assert told("F009", law)
    assert told("F009", law, candidates=everybody(stage="考察对象")) == []
    assert told("F009", law, candidates=everybody(stage="正式候选人", nomination="另选他人")) == []


@pytest.mark.parametrize(
    ("body", "numbers", "lacks"),
    [
        ("党组织", {"members": 10, "aware": 9}, False),
        ("党组织", {"members": 10, "aware": 8}, True),
        ("党组织", {"members": 10, "aware": 11}, True),
        ("党组织", {"members": 10}, False),
        ("村民委员会", {"voters": 10, "members": 3, "aware": 8}, True),
        ("村民委员会", {"voters": 10, "members": 3, "aware": 9}, False),
    ],
)
def test_enough_of_the_members_know_what_the_election_is_about(body, numbers, lacks):
    law = {**shares(知晓比例=(9, 10)), "body": body}
    found = told("F009", law, villages=(village(**numbers),))
    assert bool(found) is lacks
    assert all(one.place.cell == village().place("aware").cell for one in found)


@pytest.mark.parametrize(
    ("day", "severities"),
    [(date(2026, 11, 16), []), (date(2026, 11, 17), ["error"]), (None, ["warning"])],
)
def test_speeches_are_reviewed_before_they_are_given(day, severities):
    law = lists(演讲稿审核=("书记",))
    for stage in ("预备人选", "正式候选人"):
        people = changed(丁一={"stage": stage, "speech_on": day})
        found = told("F010", law, candidates=people)
        assert [one.severity.value for one in found] == severities


def conditions(**headings):
    term = records().term
    texts = {"任职条件": {name: tuple(lines) for name, lines in headings.items()}}
    return replace(term, texts=texts)


def test_the_conditions_name_who_may_not_be_proposed():
    law = profile(**lists(不得提名的情形=("开除", "刑事处罚")))
    for lines, fine in (
        (["被开除党籍的。", "受过刑事处罚的。"], True),
        (["被开除党籍的。"], False),
    ):
        term = replace(conditions(情形=lines), profile=law)
        assert (told_of(term, "F011") == []) is fine
    assert told_of(replace(records().term, profile=law), "F011") == []


def told_of(term, rule):
    from gongshi.rules import check_records

    found = check_records(replace(records(), term=term), date(2026, 11, 21))
    return [one for one in found if one.rule == rule]


def test_a_secretary_also_meets_the_conditions_of_a_member():
    right = conditions(委员=["公道正派。"], 书记=["具备委员的任职条件。"])
    assert told_of(right, "F012") == []
    assert told_of(conditions(委员=["公道正派。"], 书记=["熟悉党务。"]), "F012")
    assert told_of(conditions(书记=["熟悉党务。"]), "F012") == []


@pytest.mark.parametrize(("proxy", "fine"), [("王伟", False), ("周同", True)])
def test_no_candidate_votes_for_another(proxy, fine):
    row = at(Proxy(village="东村", principal="赵四", proxy=proxy), "委托投票")
    law = lists(受托人限制=("候选人",))
    assert (told("F013", law, proxies=(row,)) == []) is fine
    assert told("F013", proxies=(row,)) == []


def test_what_the_rules_say_never_repeats_a_private_number():
    typed = "弟弟13800138000，身份证110101199003078515"
    for rule, changes in (
        ("F002", {"kinships": (kin("王伟", typed, "李明"),)}),
        (
            "M007",
            {"law": lists(没有选举权情形=("预备党员",)), "uncounted": (left_out("赵四", typed),)},
        ),
    ):
        (finding,) = told(rule, **changes)
        assert "138****8000" in finding.message
        assert "13800138000" not in finding.message
        assert "110101199003078515" not in finding.message


def test_ballots_out_of_order_are_noted_with_the_right_order():
    first, *members = records().votes
    assert told("N004") == []
    mixed = (first, members[1], members[0], members[2])
    (finding,) = told("N004", votes=mixed)
    assert finding.message == "东村委员的选票按姓氏笔画应为：王伟、李明、张华"
    assert finding.severity.value == "note"
    by_votes = sorted(members, key=lambda one: -one.in_favour)
    assert told("N004", votes=(first, *by_votes)) == []
    listed = changed()
    listed = (listed[0], listed[2], listed[1], listed[3])
    assert told("N004", votes=mixed, candidates=listed) == []


@pytest.mark.parametrize(
    ("examiner", "lacks"),
    [
        ("县委组织部、镇党委", ""),
        ("中共青禾县委组织部会同中共云溪镇委员会", ""),
        ("云溪镇党委", "县委组织部"),
        ("", "县委组织部、镇党委"),
    ],
)
def test_secretaries_are_examined_by_both_offices(examiner, lacks):
    law = lists(书记考察单位=("县委组织部", "镇党委"), 考察单位=("镇党委",))
    day = date(2026, 10, 26)
    people = everybody(examined_on=day, examiner="镇党委")
    people = (replace(people[0], examiner=examiner), *people[1:])
    found = told("Q029", law, candidates=people)
    assert [f"没有{lacks}（" in one.message for one in found] == [True] * bool(lacks)
    assert told("Q029", law, candidates=everybody(examined_on=day)) == []
