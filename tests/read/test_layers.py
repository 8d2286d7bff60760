"""National, province, county, township, term: each layer over the one above, each with a basis."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

import projects
from gongshi.model.profile import Profile
from gongshi.read.numbers import layer, number_rows, origin
from gongshi.read.profiles import items, profile_names
from gongshi.read.project import read_project
from gongshi.read.township import read_township

OWN = "notices/profiles/qinghe.yml"
COUNTY = "notices/county.yml"
TOWNSHIP = "notices/tiny/township.yml"
PROFILE = "标题: 青禾县的规则\n上级: {above}\n"
ITEM = "  {name}: {{值: {value}, 依据: {basis}}}\n"


def adjusted(name: str, value: str, basis: str = "青禾县方案第三条", body: str = "") -> str:
    indent = "  " if body else ""
    head = "规则调整:\n" + (f"  {body}:\n" if body else "")
    return head + indent + ITEM.format(name=name, value=value, basis=basis)


def read(root: Path) -> tuple[Profile | None, list[tuple[str, str]]]:
    project, findings = read_project(root)
    reading = read_township(project, "tiny")
    found = [(one.rule, str(one.place)) for one in [*findings, *reading.findings]]
    found = [one for one in found if one[0] not in {"T026"}]
    return (reading.terms[0].term.profile if reading.terms else None), found


def used(tmp_path: Path, **files: str) -> Profile:
    names = {"county": COUNTY, "township": TOWNSHIP, "own": OWN, "term": "term.yml"}
    start = {"county": projects.COUNTY, "township": projects.TOWNSHIP, "own": ""}
    start["term"] = files.pop("start", projects.TERM)
    given = {names[key]: start[key] + text for key, text in files.items()}
    profile, found = read(projects.project(tmp_path, {"term.yml": start["term"], **given}))
    assert found == []
    assert profile is not None
    return profile


def test_each_layer_lies_over_the_one_above(tmp_path: Path) -> None:
    name = "候选人公示天数"
    layers = {
        "own": PROFILE.format(above="party-2020") + adjusted(name, "6"),
        "county": adjusted(name, "7", body="党组织"),
        "township": adjusted(name, "8", body="党组织"),
        "term": adjusted(name, "9"),
    }
    start = projects.TERM.replace("party-2020", "qinghe")
    for number, key in enumerate(layers, start=6):
        some = dict(list(layers.items())[: number - 5])
        profile = used(tmp_path / key, start=start, **some)
        assert profile.publicity["候选人公示"].value == number
        assert profile.base == "party-2020"
        (row,) = [row for row in number_rows(profile) if row.name == "候选人公示"]
        override = origin(row, profile)
        assert override is not None
        told = {"own": "本项目的规则", "county": "县", "township": "乡镇", "term": "本届"}
        assert layer(override.place) == told[key]
        assert override.place.cell.isdecimal()


def test_a_county_changes_only_the_body_that_it_names(tmp_path: Path) -> None:
    profile = used(tmp_path, county=adjusted("到会比例", "超过2/3", body="村民委员会"))
    assert profile.quorum.fraction == Fraction(4, 5)
    assert profile.overridden == {}


@pytest.mark.parametrize(
    ("file", "text", "rule"),
    [
        (COUNTY, adjusted("到会比例", "超过2/3", basis="", body="党组织"), "Y082"),
        (TOWNSHIP, adjusted("到会比例", "超过2/3", basis="", body="居民委员会"), "Y082"),
        (OWN, PROFILE.format(above="party-2020") + adjusted("到会比例", "超过1", ""), "Y082"),
        (COUNTY, adjusted("到会率", "超过2/3", body="党组织"), "Y081"),
        (TOWNSHIP, adjusted("到会比例", "多数", body="党组织"), "Y083"),
        (COUNTY, adjusted("到会比例", "超过2/3", body="党支部"), "Y004"),
        (COUNTY, "规则调整: 无\n", "Y006"),
        (OWN, "上级: party-2020\n", "Y005"),
        (OWN, "标题: 青禾县的规则\n", "Y005"),
        (OWN, PROFILE.format(above="party-2019"), "Y080"),
        (OWN, PROFILE.format(above="qinghe"), "Y084"),
        (OWN, PROFILE.format(above="party-2020") + "机构: 党组织\n", "Y004"),
        (OWN, "- 标题\n", "Y006"),
        (OWN, "标题: &a 甲\n上级: *a\n", "Y002"),
        ("notices/profiles/party-2020.yml", PROFILE.format(above="villagers-2026"), "Y084"),
        ("notices/profiles/青禾.yml", PROFILE.format(above="villagers-2026"), "Y084"),
    ],
)
def test_what_is_wrong_with_a_layer_is_told_once_with_its_file(
    file: str, text: str, rule: str, tmp_path: Path
) -> None:
    start = {COUNTY: projects.COUNTY, TOWNSHIP: projects.TOWNSHIP}
    _, found = read(projects.project(tmp_path, {file: start.get(file, "") + text}))
    assert [one[0] for one in found] == [rule]
    assert found[0][1].startswith(file)


def test_profiles_that_stand_on_each_other_are_refused(tmp_path: Path) -> None:
    files = {
        "notices/profiles/jia.yml": PROFILE.format(above="yi"),
        "notices/profiles/yi.yml": PROFILE.format(above="jia"),
        "term.yml": projects.TERM.replace("party-2020", "jia"),
    }
    profile, found = read(projects.project(tmp_path, files))
    assert profile is None
    assert {rule for rule, _ in found} == {"Y084"}


@pytest.mark.parametrize(
    ("name", "value", "get", "expected"),
    [
        ("筹备组人数", "3名", lambda p: p.numbers["筹备组人数"].value, 3),
        ("另行选举当选", "超过1/2", lambda p: p.shares["另行选举当选"].base, "投票人数"),
        ("另行选举当选", "不少于实到的1/3", lambda p: p.shares["另行选举当选"].base, "实到"),
        ("联审部门", "公安、信访", lambda p: p.lists["联审部门"].words, ("公安", "信访")),
        ("联审部门", "[公安, 信访]", lambda p: p.lists["联审部门"].words, ("公安", "信访")),
    ],
)
def test_numbers_shares_and_lists_are_set_by_name(name, value, get, expected, tmp_path) -> None:
    assert get(used(tmp_path, term=adjusted(name, value))) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("筹备组人数", "三"),
        ("筹备组人数", "3/4"),
        ("另行选举当选", "多数"),
        ("另行选举当选", "超过全县的1/2"),
        ("联审部门", "公安、、信访"),
        ("联审部门", "[公安, [信访]]"),
    ],
)
def test_what_cannot_be_read_as_number_share_or_list_is_refused(name, value, tmp_path) -> None:
    text = projects.TERM + adjusted(name, value)
    profile, found = read(projects.project(tmp_path, {"term.yml": text}))
    assert profile is None
    assert {rule for rule, _ in found} <= {"Y083", "Y006"}


def test_every_name_of_an_item_has_one_meaning() -> None:
    from gongshi.read import local_items, profiles

    seen: dict[str, str] = {}
    whole = profiles._whole_profiles()
    for kind in ("numbers", "shares", "lists"):
        for profile in whole:
            for name in getattr(profile, kind):
                assert seen.setdefault(name, kind) == kind
    assert not set(seen) & set(profiles.OVERRIDES)
    for name, item in local_items.local_items().items():
        changed = item.apply(whole[0], item.example.partition("，")[0].split("、")[0], "依据")
        kinds = [kind for kind in ("numbers", "shares", "lists") if name in getattr(changed, kind)]
        assert seen.setdefault(name, kinds[-1]) in kinds
    assert all(item.example for item in items().values())


@pytest.mark.parametrize("name", profile_names())
def test_every_row_of_a_profile_has_value_article_and_group(name: str, tmp_path: Path) -> None:
    profile = used(tmp_path, start=projects.TERM.replace("party-2020", name))
    rows = number_rows(profile)
    assert len(rows) > 10
    assert all(row.value and row.article for row in rows)
    changed = {item for row in rows if origin(row, profile) for item in row.items}
    assert set(profile.overridden) <= changed


def test_every_number_that_the_program_asks_for_can_be_set() -> None:
    import gongshi

    known = items()
    asked: set[str] = set()
    for path in Path(gongshi.__file__).parent.rglob("*.py"):
        text = path.read_text("utf-8")
        asked |= set(re.findall(r"\.(?:numbers|shares|lists)(?:\.get\(|\[)\"([^\"]+)\"", text))
        asked |= set(re.findall(r"\bsetting\([\w.]+, \"([^\"]+)\"\)", text))
    assert len(asked) > 20
    assert asked - set(known) == set()


def test_the_example_province_differs_where_provinces_do(tmp_path: Path) -> None:
    start = projects.TERM.replace("party-2020", "example-province-villagers")
    profile = used(tmp_path, start=start)
    days = ("候选人公示提前天数", "另行选举期限", "委托办理提前天数", "委托公布提前天数")
    assert [profile.numbers[name].value for name in days] == [7, 15, 3, 2]
    assert profile.as_approved == ("主任", "副主任", "委员")
    assert all("示例省" in profile.numbers[name].article for name in days)


def test_a_limit_that_is_replaced_is_no_longer_told(tmp_path: Path) -> None:
    profile = used(tmp_path, term=adjusted("年龄上限", "60周岁"))
    rows = {row.name: row.value for row in number_rows(profile) if row.group == "人选"}
    assert rows == {"所有人选年龄上限": "不超过60周岁", "所有人选学历下限": "初中"}
