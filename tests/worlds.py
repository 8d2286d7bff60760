"""The smallest township that is right, from keyword arguments: change one thing and look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from gongshi.model.place import Place
from gongshi.model.profile import Profile, Share
from gongshi.model.records import (
    Candidate,
    Contacts,
    County,
    Entry,
    Meeting,
    Records,
    Term,
    Township,
    Village,
    Vote,
    YearMonth,
)

ARTICLE = "《示例条例》第一条"


def at(record: Any, table: str, row: int = 2) -> Any:
    """The same record with a place for every field, column by column."""
    from openpyxl.utils import get_column_letter

    names = [name for name in record.__dataclass_fields__ if name != "places"]
    places = {
        name: Place("notices/tiny/2026/台账.xlsx", table, f"{get_column_letter(n)}{row}")
        for n, name in enumerate(names, start=1)
    }
    return replace(record, places=places)


def profile(**changes: Any) -> Profile:
    """A party profile with the common numbers."""
    share = Share(Fraction(1, 5), True, "职数", ARTICLE)
    base = Profile(
        id="tiny",
        title="示例规则",
        body="党组织",
        laws={"条例": "《示例条例》"},
        quorum=Share(Fraction(4, 5), True, "应到", ARTICLE),
        majority=Share(Fraction(1, 2), False, "实到", ARTICLE),
        margin={"委员": share},
    )
    return replace(base, **changes)


def village(**changes: Any) -> Village:
    """东村: one secretary, two members to elect, ten electors."""
    base = Village(name="东村", path="dongcun", due=10, seats={"书记": 1, "副书记": 0, "委员": 2})
    return at(replace(base, **changes), "村社名册")


def candidate(row: int = 2, **changes: Any) -> Candidate:
    """A candidate of 东村 with every field that notices print."""
    base = Candidate(
        village="东村",
        name="王伟",
        post="委员",
        post_text="委员候选人预备人选",
        sex="男",
        ethnicity="汉族",
        born=YearMonth(1985, 6),
        education="大专",
        joined=YearMonth(2010, 7),
        current_post="村民小组长",
        stage="预备人选",
        standing="新任",
    )
    return at(replace(base, **changes), "候选人名册", row)


def meeting(**changes: Any) -> Meeting:
    """The election meeting of 东村: all ten came, ten ballots, ten valid."""
    base = Meeting(
        village="东村",
        name="选举大会",
        day=date(2026, 11, 16),
        venue="东村党群服务中心",
        due=10,
        present=10,
        issued=10,
        collected=10,
        valid=10,
        invalid=0,
    )
    return at(replace(base, **changes), "会议情况")


def vote(row: int = 2, **changes: Any) -> Vote:
    """Ten votes in favour of 王伟."""
    base = Vote(
        village="东村",
        meeting="选举大会",
        post="委员",
        name="王伟",
        in_favour=10,
        against=0,
        abstain=0,
    )
    return at(replace(base, **changes), "得票情况", row)


def entry(row: int = 2, **changes: Any) -> Entry:
    """A candidates' notice of 东村, approved, five working days from 2026-11-02."""
    base = Entry(
        number="1",
        village="东村",
        kind="候选人公示",
        posted=date(2026, 11, 2),
        start=date(2026, 11, 2),
        days=5,
        document_number="东党发〔2026〕1号",
        approver="镇党委书记",
        approved=date(2026, 11, 1),
        status="已审",
    )
    return at(replace(base, **changes), "公告登记簿", row)


def records(**changes: Any) -> Records:
    """One village, four candidates, one meeting, their votes and one register row."""
    people = ("书记", "丁一"), ("委员", "王伟"), ("委员", "李明"), ("委员", "张华")
    base = Records(
        county=County(name="青禾县", url="https://gongshi.example/"),
        township=Township(slug="tiny", name="东镇", full_name="青禾县东镇"),
        term=Term(slug="2026", title="东镇2026年村党组织换届选举", profile=profile()),
        contacts=Contacts(
            township="青禾县东镇",
            organiser="中共东镇委员会",
            phone="0838-6120001",
            mailbox="镇政府大门左侧举报信箱",
            hours="工作日 8:30—12:00，14:30—18:00",
            address="青禾县东镇人民路1号",
        ),
        villages=(village(),),
        candidates=tuple(
            candidate(row, name=name, post=post, post_text=f"{post}候选人预备人选")
            for row, (post, name) in enumerate(people, start=2)
        ),
        meetings=(meeting(),),
        votes=(
            vote(2, post="书记", name="丁一"),
            vote(3, name="王伟"),
            vote(4, name="李明", in_favour=9, against=1),
            vote(5, name="张华", in_favour=1, against=9),
        ),
        register=(entry(),),
    )
    return replace(base, **changes)
