"""The real figures of summaries that were handed in, and where they contradict themselves."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

import worlds
from gongshi.model.profile import Number, Share, Words
from gongshi.report.compare import differences
from gongshi.report.measures import statistics
from gongshi.report.roster import scope
from summaries import born, column, figure, reported, township

# A district of eleven communities: 53 members.

FIFTY_THREE = township(
    53,
    [5] * 9 + [4] * 2,
    {
        "sex": {"男": 36, "女": 17},
        "ethnicity": {"汉族": 32, "回": 20, "满族": 1},
        "education": {"大学": 29, "大专": 20, "高中": 4},
    },
)


@pytest.mark.parametrize(
    ("title", "label", "count", "percent"),
    [
        ("性别结构", "男", 36, "67.9%"),
        ("性别结构", "女", 17, "32.1%"),
        ("民族结构", "汉族", 32, "60.4%"),
        ("民族结构", "回族", 20, "37.7%"),
        ("民族结构", "满族", 1, "1.9%"),
        ("学历结构", "大专及以上", 49, "92.5%"),
    ],
)
def test_the_structure_of_53_members(title: str, label: str, count: int, percent: str) -> None:
    found = figure(FIFTY_THREE, title, label)
    assert (found.value, found.percent) == (count, percent)
    assert found.base_words == "委员总数53人"


def test_a_share_is_told_with_its_base() -> None:
    words = figure(FIFTY_THREE, "学历结构", "大专及以上").words()
    assert words == "大专及以上49人，占委员总数53人的92.5%"


def test_eleven_organisations_are_two_committees_and_nine_branches() -> None:
    forms = column({"党委": 2, "党支部": 9})
    villages = tuple(
        replace(village, organisation=form)
        for village, form in zip(FIFTY_THREE.villages, forms, strict=True)
    )
    (one,) = statistics(scope(replace(FIFTY_THREE, villages=villages)), ["S01A"])
    assert one.words() == "按组织形式分，党委2个，占组织总数11个的18.2%；党支部9个，占81.8%。"


def test_seven_communities_have_13_reserved_seats() -> None:
    given = {"村1": 3, "村2": 2, "村3": 2, "村4": 2, "村5": 2, "村6": 1, "村7": 1}
    people = []
    for one in FIFTY_THREE.candidates:
        left = given.get(one.village, 0)
        given[one.village] = left - 1
        people.append(replace(one, nomination="席位制推选") if left > 0 else one)
    world = replace(FIFTY_THREE, candidates=tuple(people))
    assert figure(world, "席位制", "席位制成员").value == 13
    found = figure(world, "席位制", "设席位制的村（社区）")
    assert (found.value, found.base) == (7, 11)


def test_nine_of_eleven_organisations_elected_directly() -> None:
    modes = column({"直接选举": 9, "间接选举": 2})
    villages = tuple(
        replace(village, mode=mode)
        for village, mode in zip(FIFTY_THREE.villages, modes, strict=True)
    )
    found = figure(replace(FIFTY_THREE, villages=villages), "选举方式", "直接选举")
    assert found.words() == "直接选举9个，占组织总数11个的81.8%"


def test_seventy_candidates_for_53_seats_are_a_margin_of_32_percent() -> None:
    losers = tuple(
        worlds.candidate(village="村1", name=f"落选{n}", stage="正式候选人") for n in range(17)
    )
    world = replace(FIFTY_THREE, candidates=(*FIFTY_THREE.candidates, *losers))
    found = figure(world, "差额比例", "差额")
    assert found.words() == "差额17人，占当选人数53人的32.1%"
    assert found.share == Fraction(70 - 53, 53)


def test_attendance_of_those_due_and_of_all_members_are_two_figures() -> None:
    village = worlds.village(members=600)
    meeting = worlds.meeting(due=575, present=552, issued=552, collected=552, valid=552)
    world = worlds.records(villages=(village,), meetings=(meeting,))
    assert figure(world, "到会").words() == "实到552人，占应到会党员575人的96.0%"
    whole = figure(world, "到会", "参加选举的党员")
    assert whole.words() == "参加选举的党员552人，占党员总数600人的92.0%"


def test_recommendation_meetings_have_their_own_bases() -> None:
    village = worlds.village(members=595, representatives=394)
    meetings = (
        worlds.meeting(name="党员推荐会", due=520, present=430),
        worlds.meeting(name="村民代表推荐会", due=394, present=323),
    )
    world = worlds.records(villages=(village,), meetings=meetings)
    members = figure(world, "推荐参加率", "参加推荐的党员")
    others = figure(world, "推荐参加率", "参加推荐的村（居）民代表")
    assert (members.base, members.percent) == (595, "72.3%")
    assert (others.base, others.percent) == (394, "82.0%")


# A town of 17 villages: 61 members, and a paper whose parts do not add up.

SIXTY_ONE = township(
    61,
    [4] * 10 + [3] * 7,
    {
        "sex": {"男": 54, "女": 7},
        "post": {"书记": 17, "副书记": 9, "委员": 35},
        "education": {"大专": 9, "高中": 26, "初中": 26},
        "born": {born(30): 2, born(40): 20, born(50): 25, born(56): 14},
    },
    term=worlds.records().term,
)
WITH_BANDS = replace(
    SIXTY_ONE,
    term=replace(
        SIXTY_ONE.term,
        profile=worlds.profile(
            lists={"统计年龄段": Words(("26-35", "36-45", "46-54", "55岁以上"), "方案")}
        ),
    ),
)


def typed(world: object, *rows: tuple[str, str, str]) -> list[str]:
    found = differences(reported(rows), statistics(scope(world)))  # type: ignore[arg-type]
    return [f"{finding.rule} {finding.message}" for finding in found]


def test_54_men_and_7_women_are_89_and_11_percent() -> None:
    rows = [("性别结构", "男", "89%"), ("性别结构", "女", "11%")]
    assert typed(SIXTY_ONE, *rows, ("性别结构", "男", "54名"), ("性别结构", "女", "7")) == []


def test_17_and_9_and_39_are_65_and_not_61() -> None:
    found = typed(
        SIXTY_ONE,
        ("当选人数", "", "61"),
        ("职务结构", "书记", "17名"),
        ("职务结构", "副书记", "9名"),
        ("职务结构", "委员", "39名"),
    )
    assert found == [
        "B001 职务结构“委员”填39名，按表格应为35人",
        "B002 职务结构各项17＋9＋39＝65，不等于填的当选人数61",
    ]


def test_2_and_20_and_25_and_15_are_62_and_not_61() -> None:
    parts = zip(("26-35", "36-45", "46-54", "55岁以上"), (2, 20, 25, 15), strict=True)
    found = typed(WITH_BANDS, *(("年龄结构", band, str(count)) for band, count in parts))
    assert found == [
        "B001 年龄结构“55岁以上”填15，按表格应为14人",
        "B002 年龄结构各项2＋20＋25＋15＝62，不等于委员总数61",
    ]


def test_14_percent_that_was_cut_off_should_be_15() -> None:
    rows = ("大专及以上", "14%"), ("高中或中专", "43%"), ("初中及以下", "43%")
    found = typed(SIXTY_ONE, *(("学历结构", part, value) for part, value in rows))
    assert found == ["B001 学历结构“大专及以上”填14%，按表格应为15%（9÷61）"]


def test_15_of_17_secretaries_and_31_of_61_members_stay() -> None:
    posts = column({"书记": 17, "委员": 44})
    standings = column({"连任": 15, "新任": 2}) + column({"连任": 16, "新任": 28})
    people = tuple(
        replace(one, post=post, standing=standing)
        for one, post, standing in zip(SIXTY_ONE.candidates, posts, standings, strict=True)
    )
    world = replace(SIXTY_ONE, candidates=people)
    assert figure(world, "书记新任连任", "连任").percent == "88.2%"
    assert figure(world, "新任连任", "连任").words() == "连任31人，占委员总数61人的50.8%"


# A town of 42 villages: 138 members.

SIZES = [3] * 31 + [4] * 10 + [5]
ONE_THIRTY_EIGHT = township(
    138,
    SIZES,
    {"concurrent": {"村民委员会委员": 118}, "education": {"高中": 95, "初中": 43}},
)


def test_31_and_10_and_1_villages_have_3_29_posts_on_average() -> None:
    assert figure(ONE_THIRTY_EIGHT, "职数", "3职").value == 31
    assert figure(ONE_THIRTY_EIGHT, "职数", "4职").value == 10
    assert figure(ONE_THIRTY_EIGHT, "职数", "5职").value == 1
    mean = figure(ONE_THIRTY_EIGHT, "职数", "平均职数")
    assert mean.words() == "平均职数3.29职（按村（社区）42个计算）"
    assert typed(ONE_THIRTY_EIGHT, ("职数", "平均职数", "3、28")) == [
        "B001 职数“平均职数”填3、28，按表格应为3.29职（按村（社区）42个计算）"
    ]


def test_118_of_138_are_85_5_percent_and_not_92_2() -> None:
    found = figure(ONE_THIRTY_EIGHT, "交叉任职", "交叉任职")
    assert found.words() == "交叉任职118人，占委员总数138人的85.5%"
    assert typed(ONE_THIRTY_EIGHT, ("交叉任职", "交叉任职", "92、2%")) == [
        "B001 交叉任职“交叉任职”填92、2%，按表格应为85.5%（118÷138）"
    ]


def test_39_of_42_villages_have_one_person_in_both_posts() -> None:
    world = township(42, [1] * 42, {"concurrent": {"村民委员会主任": 39, "会计": 3}})
    people = tuple(replace(one, post="书记") for one in world.candidates)
    found = figure(replace(world, candidates=people), "一肩挑")
    assert found.words() == "一肩挑39个，占完成选举的村（社区）42个的92.9%"


def test_42_posts_fewer_than_last_term() -> None:
    old = scope(township(180, [4] * 36 + [6] * 6))
    now = replace(scope(ONE_THIRTY_EIGHT), before=old)
    (one,) = statistics(now, ["S25"])
    assert one.words() == "职数138个；总职数比上届减少42个。"
    profile = worlds.profile(numbers={"每职年补贴": Number(4750, "县财政文件")})
    (paid,) = statistics(replace(now, profile=profile), ["S25A"])
    assert paid.words() == "预计每年减轻负担19.95万元。"
    assert statistics(now, ["S25A"]) == ()


def test_three_of_133_whom_only_one_side_recommended_are_2_3_percent() -> None:
    organ = scope(township(1)).organs[0]
    opinions = ((True, False),) * 3 + ((True, True),) * 130
    world = replace(scope(township(1)), organs=(replace(organ, opinions=opinions),))
    assert figure(world, "推荐意见").percent == "2.3%"
    world = replace(scope(township(1)), organs=(replace(organ, opinions=opinions[:3] * 46),))
    assert figure(world, "推荐意见").base == 138


def test_32_of_42_villages_have_every_member_in_both_bodies() -> None:
    world = scope(township(42, [1] * 42, {"concurrent": {"村民委员会委员": 32, "会计": 10}}))
    found = figure(world, "交叉任职", "全部交叉任职的村（社区）")
    assert found.words() == "全部交叉任职的村（社区）32个，占完成选举的村（社区）42个的76.2%"


def test_28201_of_32526_voters_are_86_7_percent() -> None:
    share = Share(Fraction(1, 2), False, "登记选民", worlds.ARTICLE)
    profile = worlds.profile(body="村民委员会", quorum=share)
    counts = {"present": 28201, "issued": 28201, "collected": 28190, "valid": 28190}
    world = worlds.records(
        term=replace(worlds.records().term, profile=profile),
        villages=(worlds.village(voters=32526, due=None),),
        meetings=(worlds.meeting(due=32526, **counts),),
    )
    assert figure(world, "投票率").words() == "参加投票28201人，占登记选民32526人的86.7%"


# A township congress: 89 delegates of 111 candidates.

EIGHTY_NINE = township(
    89,
    columns={
        "category": {"各级领导干部": 29, "生产和工作第一线": 23, "先进人物": 37},
        "education": {"大专": 52, "高中": 37},
        "sex": {"女": 15, "男": 74},
    },
)


@pytest.mark.parametrize(
    ("title", "label", "percent"),
    [
        ("人员类别", "各级领导干部", "32.6%"),
        ("人员类别", "生产和工作第一线", "25.8%"),
        ("人员类别", "先进人物", "41.6%"),
        ("学历结构", "大专及以上", "58.4%"),
        ("性别结构", "女", "16.9%"),
    ],
)
def test_the_mix_of_89_delegates(title: str, label: str, percent: str) -> None:
    found = figure(EIGHTY_NINE, title, label)
    assert (found.percent, found.base) == (percent, 89)


def test_16_8_percent_that_was_cut_off_should_be_16_9() -> None:
    found = typed(EIGHTY_NINE, ("女性", "女性", "16.8%"), ("人员类别", "先进人物", "41.6%"))
    assert found == ["B001 女性“女性”填16.8%，按表格应为16.9%（15÷89）"]


@pytest.mark.parametrize("world", [FIFTY_THREE, SIXTY_ONE, ONE_THIRTY_EIGHT, EIGHTY_NINE])
def test_the_parts_of_every_whole_add_up(world: object) -> None:
    assert [one.title for one in statistics(scope(world)) if one.gap] == []  # type: ignore[arg-type]
