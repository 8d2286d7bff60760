"""``.ics`` files as a calendar program reads them, and as RFC 5545 asks for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import icalendar

import boards
import worlds
from gongshi.model.profile import Number
from gongshi.site.calendars import calendar_files
from gongshi.site.content import SiteContent, TermContent


def files(content: SiteContent) -> dict[str, bytes]:
    return dict(calendar_files(content))


def read(data: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    return list(calendar.walk("VEVENT"))


def days(data: bytes) -> list[tuple[str, date]]:
    return [(str(event["SUMMARY"]), event.start) for event in read(data)]


def committees(content: SiteContent) -> SiteContent:
    """The same township under a law with fifteen days on the board."""
    (term,) = content.terms
    numbers = {"公开栏天数": Number(15, worlds.ARTICLE)}
    own = replace(term.records.term, profile=worlds.profile(numbers=numbers))
    records = replace(term.records, term=own)
    return replace(content, terms=(TermContent(records, term.published),))


def test_a_notice_has_the_days_of_its_publicity() -> None:
    found = files(boards.board())
    assert days(found["2026/dongcun/1/1.ics"]) == [
        ("公示开始：东村候选人公示", date(2026, 11, 2)),
        ("公示截止：东村候选人公示", date(2026, 11, 6)),
    ]


def test_an_announced_election_is_a_day_with_its_hour_and_place() -> None:
    (event,) = read(files(boards.board())["2026/dongcun/2/2.ics"])
    assert (event.start, event.end) == (date(2026, 11, 16), date(2026, 11, 17))
    assert event["SUMMARY"] == "东村选举大会"
    assert event["LOCATION"] == "东村党群服务中心"


def test_a_sheet_may_come_down_on_the_fifteenth_day_after_posting() -> None:
    found = days(files(committees(boards.board()))["2026/dongcun/1/1.ics"])
    assert ("公开栏张贴期满：东村候选人公示", date(2026, 11, 17)) in found


def test_a_draft_is_in_no_calendar_and_a_notice_without_days_has_no_file() -> None:
    found = files(boards.board())
    assert not any("/5/" in name or "/4/" in name for name in found)
    assert "东村选举结果公告" not in found["calendar.ics"].decode()


def test_the_townships_calendar_holds_every_event_once_in_the_order_of_days() -> None:
    found = files(committees(boards.board()))
    every = read(found.pop("calendar.ics"))
    single = [event for data in found.values() for event in read(data)]
    assert sorted(str(e["UID"]) for e in every) == sorted(str(e["UID"]) for e in single)
    assert len({str(event["UID"]) for event in every}) == len(every)
    assert [event.start for event in every] == sorted(event.start for event in every)


def test_a_last_day_that_may_change_is_tentative_and_says_the_latest() -> None:
    open_end = replace(boards.period(), latest=date(2026, 11, 12))
    found = files(boards.board(boards.issued(publicity=open_end)))
    _, end = read(found["2026/dongcun/1/1.ics"])
    assert end["STATUS"] == "TENTATIVE"
    assert end["SUMMARY"] == "公示截止（暂定）：东村候选人公示"
    assert "最晚2026年11月12日" in end["DESCRIPTION"]


def test_identities_outlive_a_new_address_and_stamps_are_the_day_of_issue() -> None:
    one, other = (
        read(files(replace(content, county=replace(content.county, url=url)))["calendar.ics"])
        for content, url in ((boards.board(), "https://a.example/"), (boards.board(), ""))
    )
    assert [str(event["UID"]) for event in one] == [str(event["UID"]) for event in other]
    assert {event.stamp.date() for event in one} <= {date(2026, 11, 2), date(2026, 11, 3)}
    assert one[0]["URL"] == "https://a.example/tiny/2026/dongcun/1/"
    assert "URL" not in other[0]


def test_lines_end_as_the_standard_asks_and_hold_seventy_five_octets_at_most() -> None:
    title = "关于东村，西村；南村\\北村候选人的公示𬱖" * 6
    data = files(boards.board(boards.issued(title=title)))["2026/dongcun/1/1.ics"]
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    assert all(str(event["DESCRIPTION"]) == title for event in read(data))


def test_no_title_becomes_a_line_of_its_own() -> None:
    title = "公示\r\nEND:VEVENT\nBEGIN:VALARM"
    found = read(files(boards.board(boards.issued(title=title)))["2026/dongcun/1/1.ics"])
    assert [str(event["DESCRIPTION"]).splitlines() for event in found] == [
        ["公示", "END:VEVENT", "BEGIN:VALARM"],
        ["公示", "END:VEVENT", "BEGIN:VALARM"],
    ]
    assert not [event for event in found if event.subcomponents]


def test_equal_sites_have_equal_calendars() -> None:
    assert files(boards.board()) == files(boards.board())
