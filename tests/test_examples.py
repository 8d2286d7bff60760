"""The two example townships are what they claim to be, on the day of the examples."""

from __future__ import annotations

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from gongshi.check import Checked, check_township
from gongshi.issue.chain import load_issued
from gongshi.model.finding import errors
from gongshi.model.notice import Published
from gongshi.model.records import Records
from gongshi.read.project import Project, read_project
from gongshi.read.township import read_township

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 11, 21)
KINDS = ("任职条件和职数公示", "候选人公示", "选举公告", "选举结果公告", "任职公示", "更正公告")
TERMS = (("yunxi", "2021"), ("yunxi", "2026"), ("yunxi", "2026-cwh"), ("hetang", "2026"))
#: The clerk's own papers, which no one may touch.
PAPERS = {
    "换届工作台账.xlsx": "8ccfcd6df7e5ed4950693f3502f171bc477f46a4159e8a7cbde957a37f4f2131",
    "公告登记簿.csv": "6c57448e2f8362e5fb732f0f6e23119129f9f5acba957071ccb817c4306a055e",
    "联系方式.yml": "c54854a895a29317c8bf28cb6fe079f7720b099af75f309675be479843ab491f",
}


@cache
def project() -> Project:
    found, findings = read_project(ROOT)
    assert not findings
    return found


@cache
def checked(slug: str) -> Checked:
    return check_township(project(), slug, TODAY)


@cache
def term(slug: str, year: str) -> Records:
    terms = read_township(project(), slug).terms
    return next(records for records in terms if records.term.slug == year)


@cache
def issued(slug: str, year: str) -> tuple[Published, ...]:
    published, findings = load_issued(ROOT / "notices" / slug / year)
    assert not findings
    return published


def counts(records: Records) -> tuple[int, ...]:
    return tuple(
        len(table)
        for table in (
            records.villages,
            records.candidates,
            records.register,
            records.meetings,
            records.votes,
        )
    )


def test_the_papers_of_yunxi_are_as_the_clerk_left_them() -> None:
    folder = ROOT / "notices/yunxi/2026"
    found = {name: sha256((folder / name).read_bytes()).hexdigest() for name in PAPERS}
    assert found == PAPERS


def test_yunxi_reads_as_it_is() -> None:
    assert counts(term("yunxi", "2026")) == (4, 29, 34, 6, 41)


@pytest.mark.parametrize("name", ["丁䶮", "𬱖家瑞", "张㛃", "王伟", "阿依古丽·买买提", "欧阳晓燕"])
def test_a_name_of_yunxi_comes_out_whole(name: str) -> None:
    people = [person.name for person in term("yunxi", "2026").candidates]
    assert people.count(name) == 1


def test_a_merged_village_name_covers_its_rows() -> None:
    villages = [person.village for person in term("yunxi", "2026").candidates]
    assert [villages.count(v) for v in dict.fromkeys(villages)] == [6, 8, 4, 11]


def test_the_older_term_of_yunxi_is_a_full_set() -> None:
    records = term("yunxi", "2021")
    assert counts(records) == (4, 24, 27, 4, 24)
    assert len(issued("yunxi", "2021")) == 27


def test_the_villagers_committees_have_a_roll_of_a_thousand_and_more_rounds_than_one() -> None:
    records = term("yunxi", "2026-cwh")
    assert counts(records) == (3, 20, 37, 7, 16)
    voters = [one for one in records.voters if one.change != "删除"]
    assert len(voters) == records.villages[2].voters == 1102
    assert [meeting.round for meeting in records.meetings] == [1, 2, 3, 1, 2, 1, 1]


def test_hetang_reads_six_communities() -> None:
    records = term("hetang", "2026")
    assert counts(records) == (6, 55, 31, 6, 27)
    assert [village.name for village in records.villages][::5] == ["荷塘社区", "锦绣里社区"]


@pytest.mark.parametrize(
    "name", ["阿卜杜艾尼·麦提图尔荪", "沈㛃", "李䶮", "上官婉宁", "吉克阿支木", "刘一"]
)
def test_a_name_of_hetang_comes_out_whole(name: str) -> None:
    assert [person.name for person in term("hetang", "2026").candidates].count(name) == 1


@pytest.mark.parametrize("slug", ["yunxi", "hetang"])
def test_a_township_checks_without_errors_on_the_day_of_the_examples(slug: str) -> None:
    assert [finding.line() for finding in errors(checked(slug).findings)] == []


@pytest.mark.parametrize(("slug", "year"), TERMS)
def test_everything_approved_whose_day_has_come_is_issued(slug: str, year: str) -> None:
    due = {
        entry.number
        for entry in term(slug, year).register
        if entry.is_approved and entry.posted and entry.posted <= TODAY
    }
    assert {published.notice.number for published in issued(slug, year)} == due


@pytest.mark.parametrize(("slug", "year"), TERMS)
def test_every_notice_was_issued_on_the_day_it_was_posted(slug: str, year: str) -> None:
    records = term(slug, year)
    for published in issued(slug, year):
        entry = records.entry(published.notice.number)
        assert entry is not None
        assert published.issued_on == entry.posted == published.notice.dated


def test_yunxi_has_thirty_notices_out_and_four_drafts() -> None:
    assert len(issued("yunxi", "2026")) == 30
    drafts = [entry.kind for entry in term("yunxi", "2026").register if entry.status == "草稿"]
    assert drafts == ["任职公示"] * 4


def test_hetang_has_notices_that_are_not_due_yet() -> None:
    later = [e for e in term("hetang", "2026").register if e.posted and e.posted > TODAY]
    assert {entry.village for entry in later} >= {"东湖社区", "锦绣里社区"}
    assert any(entry.is_approved for entry in later)


@pytest.mark.parametrize(("when", "there"), [("running", True), ("over", True), ("none", True)])
def test_some_publicity_runs_and_some_is_over_on_the_day(when: str, there: bool) -> None:
    def state(published: Published) -> str:
        period = published.notice.publicity
        return "none" if period is None else "running" if period.end >= TODAY else "over"

    states = {state(published) for published in issued("hetang", "2026")}
    assert (when in states) is there


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_among_the_issued_notices_of_each_election(kind: str) -> None:
    assert kind in {p.notice.kind_title for p in issued("hetang", "2026")}
    assert kind in {p.notice.kind_title for p in issued("yunxi", "2021")}


@pytest.mark.parametrize(("slug", "year"), [("yunxi", "2021"), ("hetang", "2026")])
def test_one_notice_was_corrected_and_both_are_kept(slug: str, year: str) -> None:
    published = issued(slug, year)
    (correction,) = [p for p in published if p.notice.corrects]
    (wrong,) = [p for p in published if p.corrected_by]
    assert wrong.notice.number == correction.notice.corrects
    assert wrong.corrected_by == correction.notice.number


def test_the_corrected_notices_still_say_what_was_posted() -> None:
    (wrong,) = [p for p in issued("yunxi", "2021") if p.corrected_by]
    assert "1984年12月" in wrong.notice.body
    assert "1984.02" in (ROOT / "notices/yunxi/2021/候选人名册.csv").read_text("gb18030")


def test_every_kind_of_notice_is_registered_in_an_example() -> None:
    from gongshi.compose.kinds import load_kinds

    kinds, _ = load_kinds((ROOT / "themes/notices",))
    used = {entry.kind for slug, year in TERMS for entry in term(slug, year).register}
    assert set(kinds) <= used
