from fractions import Fraction

import pytest

from gongshi.model.place import Place
from gongshi.model.profile import Override, Share
from gongshi.read.overrides import OVERRIDES, schooling_level, share
from gongshi.read.profiles import Layers, load_profile, profile_names

LINE = Place("notices/tiny/2026/term.yml", "", "2")
PAPER = "青禾县换届方案第三条"


def loaded(name="party-2020", **items):
    overrides = {item: Override(value, PAPER, LINE) for item, value in items.items()}
    profile, findings = load_profile(name, LINE, Layers(term=overrides))
    assert findings == []
    assert profile is not None
    return profile


def refused(item, value, article=PAPER):
    profile, findings = load_profile(
        "party-2020", LINE, Layers(term={item: Override(value, article, LINE)})
    )
    assert profile is None
    (finding,) = findings
    assert finding.place == LINE
    return finding


def test_whole_profiles_and_examples_of_layers_come_with_the_program():
    whole = [name for name in profile_names() if not loaded(name).base]
    assert whole == ["party-2020", "residents-2026", "villagers-2026"]
    assert len(profile_names()) > len(whole)


@pytest.mark.parametrize("name", profile_names())
def test_every_number_of_a_profile_has_its_article(name):
    profile = loaded(name)
    articles = [
        profile.quorum.article,
        profile.majority.article,
        profile.counting_article,
        profile.order_article,
        *(share.article for share in profile.margin.values()),
        *(article for _, _, article in profile.seats.values()),
        *(number.article for number in profile.publicity.values()),
        *(limit.article for limit in profile.limits),
        *((profile.women.article,) if profile.women else ()),
    ]
    assert all(articles)
    assert all("《" in law for law in profile.laws.values())


@pytest.mark.parametrize("name", ["villagers-2026", "residents-2026"])
def test_the_laws_of_2026_are_cited_with_their_version(name):
    profile = loaded(name)
    assert all("2026年1月1日起施行" in law for law in profile.laws.values())
    assert "2025年修" in profile.quorum.article


def test_the_party_quorum_is_not_less_than_four_fifths():
    quorum = loaded().quorum
    assert quorum.words() == "不少于应到的五分之四"
    assert quorum.reached(80, 100)
    assert not quorum.reached(79, 100)


def test_residents_representatives_must_be_more_than_two_thirds():
    quorum = loaded("residents-2026").quorum
    assert quorum.words() == "超过居民代表的三分之二"
    assert not quorum.reached(40, 60)
    assert quorum.reached(41, 60)


def test_an_unknown_profile_is_refused_with_the_known_ones():
    profile, findings = load_profile("party2020", LINE)
    assert profile is None
    assert [finding.rule for finding in findings] == ["Y080"]
    assert "party-2020" in findings[0].message


def test_a_profile_name_is_never_a_path():
    assert load_profile("../profiles/party-2020", LINE)[0] is None


def test_an_override_takes_the_numbers_place_and_brings_its_citation():
    profile = loaded(到会比例="超过五分之四")
    assert not profile.quorum.inclusive
    assert profile.quorum.article == PAPER
    assert profile.overridden["到会比例"] == Override("超过五分之四", PAPER, LINE)


def test_an_override_of_something_else_is_refused_with_a_guess():
    finding = refused("到会率", "超过4/5")
    assert finding.rule == "Y081"
    assert "到会比例" in finding.message


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ("到会比例", "大多数"),
        ("到会比例", "超过6/5"),
        ("到会比例", "超过100%"),
        ("到会比例", "超过4/0"),
        ("到会基数", "实到"),
        ("当选基数", "全体"),
        ("差额比例", "20"),
        ("候选人公示天数", "0"),
        ("候选人公示天数", "一周"),
        ("党支部职数", "5-3"),
        ("年龄上限", "五十五"),
        ("学历下限", "有文化"),
        ("公示起算", "第三天"),
        ("姓名排序", "拼音"),
        ("照名册次序", "主任、组长"),
        ("平票", "抓阄"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_with_an_example(item, value):
    finding = refused(item, value)
    assert finding.rule == "Y083"
    assert finding.help.startswith("写法如：")


@pytest.mark.parametrize(
    ("item", "value", "get", "expected"),
    [
        ("到会基数", "登记选民", lambda p: p.quorum.base, "登记选民"),
        ("当选比例", "超过半数", lambda p: p.majority.fraction, Fraction(1, 2)),
        ("当选基数", "实到", lambda p: p.majority.base, "实到"),
        ("差额比例", "不低于30%", lambda p: p.margin["委员"].least(5), 2),
        ("候选人公示天数", "7个工作日", lambda p: p.publicity["候选人公示"].value, 7),
        ("任职公示天数", "7", lambda p: p.publicity["任职公示"].value, 7),
        ("任职条件和职数公示天数", "3", lambda p: p.publicity["任职条件和职数公示"].value, 3),
        ("党支部职数", "3-5", lambda p: p.seats["党支部"][:2], (3, 5)),
        ("党总支职数", "5", lambda p: p.seats["党总支"][:2], (5, 5)),
        ("党委职数", "5至9", lambda p: p.seats["党委"][:2], (5, 9)),
        ("委员会职数", "5-7", lambda p: p.seats[""][:2], (5, 7)),
        ("年龄上限", "60周岁", lambda p: p.limits[-1].oldest, 60),
        ("学历下限", "高中", lambda p: p.limits[-1].schooling, "高中"),
        ("新任书记年龄上限", "45", lambda p: p.limits[-1].standing, "新任"),
        ("新任书记学历下限", "大专", lambda p: p.limits[-1].posts, ("书记", "主任")),
        ("连任书记年龄上限", "50岁", lambda p: p.limits[-1].oldest, 50),
        ("连任书记学历下限", "初中", lambda p: p.limits[-1].standing, "连任"),
        ("公示起算", "当日", lambda p: p.counting, "当日"),
        ("姓名排序", "姓名笔画", lambda p: p.order, "姓名笔画"),
        ("照名册次序", "主任、委员", lambda p: p.as_approved, ("主任", "委员")),
        ("平票", "抽签", lambda p: p.lists["平票"].one, "抽签"),
    ],
)
def test_each_item_changes_its_own_number(item, value, get, expected):
    assert get(loaded(**{item: value})) == expected


def test_every_item_that_may_be_changed_shows_an_example():
    assert all(item.example for item in OVERRIDES.values())


def test_a_share_is_written_as_a_fraction_a_percentage_or_in_words():
    assert share("不少于4/5") == share("不低于80%") == share("不少于五分之四")
    assert share("超过半数") == (Fraction(1, 2), False)
    assert share("不少于19/20") == share("不少于95%")
    assert share("超过66.7%") == (Fraction(667, 1000), False)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("不少于80%", "不少于应到的五分之四"),
        ("不少于85%", "不少于应到的85%"),
        ("超过12/13", "超过应到的12/13"),
        ("超过66.7%", "超过应到的66.7%"),
        ("超过50%", "超过应到的半数"),
        ("不少于100%", "不少于应到的100%"),
        ("不少于0", "不作要求"),
    ],
)
def test_every_share_that_can_be_typed_can_be_said(typed, words):
    assert Share(*share(typed), "应到", "方案").words() == words


@pytest.mark.parametrize("article", ["", " ", "无", "略", "—"])
def test_an_override_that_cites_nothing_is_refused(article):
    assert refused("到会比例", "超过4/5", article).rule == "Y082"


def test_schooling_levels_rise_and_students_count_as_their_level():
    rising = ["小学", "初中", "中专", "大专（在读）", "大学", "研究生"]
    assert [schooling_level(text) for text in rising] == [0, 1, 2, 3, 4, 5]
    assert schooling_level("不详") is None
