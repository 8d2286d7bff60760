"""The papers of 云溪镇 as a clerk keeps them: read as they are, nothing changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gongshi.model.place import Place
from gongshi.model.records import Records, YearMonth
from gongshi.read.project import find_project, read_project
from gongshi.read.township import Reading, read_township

ROOT = Path(__file__).parents[2]
BOOK = "notices/yunxi/2026/换届工作台账.xlsx"


@pytest.fixture(scope="module")
def reading() -> Reading:
    project, findings = read_project(ROOT)
    assert findings == []
    return read_township(project, "yunxi")


@pytest.fixture(scope="module")
def term(reading: Reading) -> Records:
    return next(term for term in reading.terms if term.term.slug == "2026")


def test_nothing_is_found_wrong(reading: Reading) -> None:
    assert reading.findings == ()


def test_every_row_is_read(term: Records) -> None:
    counts = [len(table) for table in (term.villages, term.candidates, term.register)]
    assert counts == [4, 29, 34]
    assert (len(term.meetings), len(term.votes)) == (6, 41)


def test_rare_and_spread_names_come_out_as_they_are(term: Records) -> None:
    names = {person.name for person in term.candidates}
    assert {"丁䶮", "𬱖家瑞", "张㛃", "王伟", "阿依古丽·买买提", "欧阳晓燕"} <= names


def test_a_merged_village_covers_its_rows(term: Records) -> None:
    own = {village.name: len(term.candidates_of(village.name)) for village in term.villages}
    assert own == {"青禾村": 6, "石桥村": 8, "柳河湾村": 4, "云溪社区": 11}


def test_every_value_keeps_its_cell(term: Records) -> None:
    wang = next(person for person in term.candidates if person.name == "王伟")
    assert wang.place("name") == Place(BOOK, "候选人名册", "C12")
    assert wang.place("village") == Place(BOOK, "候选人名册", "B11")
    assert wang.place("standing") == Place(BOOK, "候选人名册", "K12")


def test_a_candidate_is_read_by_the_kinds_of_its_columns(term: Records) -> None:
    bai = term.candidates[0]
    assert (bai.post, bai.post_text) == ("书记", "书记候选人预备人选")
    assert (bai.born, bai.joined) == (YearMonth(1983, 10), YearMonth(2004, 6))
    assert (bai.dissent, bai.review, bai.standing) == (2, "通过", "新任")
    assert {person.ethnicity for person in term.candidates} >= {"汉族", "回族"}
    assert "汉" not in {person.ethnicity for person in term.candidates}


def test_seats_and_people_of_a_village_are_numbers(term: Records) -> None:
    bridge = term.village("石桥村")
    assert bridge is not None
    assert (bridge.path, bridge.due, bridge.voters) == ("shiqiaocun", 79, 2640)
    assert bridge.seats == {"书记": 1, "副书记": 1, "委员": 5}
    assert bridge.place("seats.委员") == Place(BOOK, "村社名册", "L5")


def test_a_meeting_has_its_staff(term: Records) -> None:
    meeting = term.meeting_of("青禾村")
    assert meeting is not None
    assert (meeting.day, meeting.scrutineers) == (date(2026, 11, 16), ("张燕", "蔡思"))
    assert (meeting.chief_scrutineer, meeting.guide) == ("叶华斌", "顾建平")


def test_the_register_is_read_from_gb18030(term: Records) -> None:
    entry = term.entry("5")
    assert entry is not None
    assert (entry.days, entry.working, entry.document_number) == (5, True, "云溪党发〔2026〕30号")
    assert entry.place("days") == Place("notices/yunxi/2026/公告登记簿.csv", "", "F6")
    assert term.entry("9").days is None  # type: ignore[union-attr]


def test_contacts_are_read_with_their_lines(term: Records) -> None:
    assert term.contacts.phone == "0838-6120001"
    assert term.contacts.place("phone") == Place("notices/yunxi/2026/联系方式.yml", "", "4")


def test_the_project_is_found_from_any_folder_below() -> None:
    assert find_project(ROOT / "notices" / "yunxi" / "2026") == ROOT
    assert find_project(Path("/")) is None
