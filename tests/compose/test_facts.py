"""What a notice states comes from the tables, and what is missing is said, not left blank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

import worlds
from bilingual import in_english
from elections import committee, composed, entry, kinds, meeting, party, records, term
from gongshi.compose.compose import Composed, compose
from gongshi.compose.telling import digest
from gongshi.model.days import Calendar, Paper
from gongshi.model.finding import Severity
from gongshi.model.notice import Notice
from gongshi.model.profile import Number, Words
from gongshi.model.records import Records, YearMonth


def notice(world: Records, kind: str = "候选人公示", **changes: Any) -> Notice:
    one = composed(world, kind, **changes)
    assert one.notice is not None, one.findings
    return one.notice


def refusal(world: Records, kind: str = "候选人公示", **changes: Any) -> tuple[str, str]:
    """The rule and the message of the only finding."""
    one = composed(world, kind, **changes)
    assert one.notice is None
    (finding,) = one.findings
    return finding.rule, finding.message


def people(*changes: dict[str, Any]) -> Records:
    """The party world with the first candidates changed."""
    world = party()
    listed = list(world.candidates)
    for number, change in enumerate(changes):
        listed[number] = replace(listed[number], **change)
    return replace(world, candidates=tuple(listed))


def lines(one: Notice, start: str) -> list[str]:
    return [line for line in one.body.split("\n") if line.startswith(start)]


class TestCandidates:
    def test_candidates_of_a_post_are_in_the_order_of_strokes_with_the_note(self) -> None:
        (line,) = lines(notice(party()), "委员候选人预备人选")
        assert line.endswith("应选2名（按姓氏笔画为序）：王伟、李明（女）、张华（女，回族）。")

    def test_the_note_follows_the_profile(self) -> None:
        world = party(term=term("党组织", order="姓名笔画"))
        assert "（按姓名笔画为序）" in notice(world).body

    def test_a_single_candidate_has_no_order_to_speak_of(self) -> None:
        (line,) = lines(notice(party()), "书记候选人预备人选")
        assert line == "书记候选人预备人选1名，应选1名：丁一。"

    def test_posts_in_the_order_of_approval_keep_the_order_of_the_table(self) -> None:
        world = party(term=term("党组织", as_approved=("委员",)))
        (line,) = lines(notice(world), "委员候选人预备人选")
        assert line.endswith("（按批准顺序排列）：张华（女，回族）、李明（女）、王伟。")

    def test_those_who_stopped_at_an_early_stage_are_never_named(self) -> None:
        assert "丁一" not in notice(people({"stage": "考察对象"})).body

    def test_progress_to_the_next_stage_changes_no_word(self) -> None:
        assert notice(people({"stage": "当选"})) == notice(people({"stage": "预备人选"}))

    @pytest.mark.parametrize("review", ["不通过", "待审"])
    def test_who_has_not_passed_the_review_is_not_made_public(self, review: str) -> None:
        rule, message = refusal(people({"review": review}))
        assert rule == "C009"
        assert "丁一" in message

    @pytest.mark.parametrize(
        ("field", "column"),
        [
            ("sex", "性别"),
            ("ethnicity", "民族"),
            ("education", "学历"),
            ("current_post", "现任职务"),
        ],
    )
    def test_an_empty_cell_is_named_never_left_blank(self, field: str, column: str) -> None:
        world = people({field: ""})
        one = composed(world)
        assert one.notice is None
        (finding,) = one.findings
        assert finding.message == f"第1号候选人公示：候选人名册没有写丁一的{column}"
        assert finding.place == world.candidates[0].place(field)

    @pytest.mark.parametrize("field", ["born", "joined"])
    def test_a_month_that_is_not_there_is_named(self, field: str) -> None:
        assert refusal(people({field: None}))[0] == "C003"

    def test_a_committee_does_not_ask_who_is_in_the_party(self) -> None:
        assert notice(committee("居民委员会"))

    def test_markup_in_a_name_stays_text(self) -> None:
        hostile = "王|伟*{{7*7}}<b>"
        body = notice(people({"name": hostile})).body
        assert "王\\|伟\\*{{7\\*7}}\\<b\\>" in body
        assert "49" not in body


class TestPeriod:
    def test_the_period_tells_its_days_and_how_they_are_counted(self) -> None:
        assert (
            "公示时间为2026年11月2日至2026年11月9日，共5个工作日（张贴当日不计算在内）。"
            in notice(party()).body
        )

    def test_counting_from_the_day_itself_is_said(self) -> None:
        body = notice(party(term=term("党组织", counting="当日"))).body
        assert "2026年11月2日至2026年11月6日，共5个工作日（张贴当日计算在内）" in body

    def test_calendar_days_are_given_with_their_working_days(self) -> None:
        body = notice(party(), days=15, working=False).body
        assert "2026年11月2日至2026年11月17日，共15日（其中11个工作日）（" in body

    def test_a_period_into_an_unannounced_year_ends_provisionally(self) -> None:
        one = notice(party(), posted=date(2026, 12, 28), start=date(2026, 12, 28))
        assert one.publicity is not None
        assert one.publicity.provisional
        assert "截止日期暂定为" in one.body
        assert "最迟为" in one.body

    def test_the_papers_that_say_what_a_working_day_is_are_cited(self) -> None:
        body = notice(party()).body
        assert "工作日按《国务院办公厅关于2026年部分节假日安排的通知》计算。" in body
        over = notice(party(), posted=date(2026, 12, 28), start=date(2026, 12, 28)).body
        assert "2026年部分节假日安排的通知》计算。" in over
        assert "2027年部分节假日" not in over

    def test_a_countys_own_paper_counts_and_is_cited(self) -> None:
        paper = Paper(2026, "省政府放假通知", frozenset({date(2026, 11, 5)}), frozenset())
        world = party()
        world = replace(world, county=replace(world.county, calendar=Calendar((paper,))))
        body = notice(world).body
        assert "2026年11月2日至2026年11月10日，共5个工作日" in body
        assert "工作日按省政府放假通知计算。" in body

    def test_the_days_on_the_board_stand_beside_the_working_days(self) -> None:
        numbers = {"公开栏天数": Number(15, worlds.ARTICLE)}
        body = notice(party(term=term("党组织", numbers=numbers))).body
        assert "本公示在公开栏张贴不少于15日，到2026年11月17日。" in body
        assert "公开栏张贴" not in notice(party()).body

    def test_no_length_is_a_finding_at_the_register(self) -> None:
        one = composed(party(), days=None, start=None)
        (finding,) = one.findings
        assert (finding.rule, finding.place.sheet) == ("C003", "公告登记簿")

    def test_a_kind_without_a_clock_has_none(self) -> None:
        assert notice(party(), "选举公告", days=5).publicity is None


class TestElectionAndConditions:
    def test_conditions_of_posts_that_are_not_filled_are_left_out(self) -> None:
        body = notice(party(), "任职条件和职数公示").body
        assert "（一）书记" in body
        assert "副书记" not in body
        assert "（三）不得推荐的情形" in body

    def test_seats_are_counted_as_offices_write_them(self) -> None:
        body = notice(party(), "任职条件和职数公示").body
        assert "东村党支部委员会设书记1名、委员2名，共3名。" in body

    def test_conditions_may_have_a_period(self) -> None:
        body = notice(party(), "任职条件和职数公示", start=date(2026, 11, 2), days=5).body
        assert "、公示时间\n\n公示时间为2026年11月2日至" in body

    @pytest.mark.parametrize(
        ("field", "column"), [("day", "日期"), ("time", "时间"), ("venue", "地点")]
    )
    def test_time_and_place_are_needed(self, field: str, column: str) -> None:
        world = party(meetings=(meeting(**{field: None if field == "day" else ""}),))
        assert column in refusal(world, "选举公告")[1]

    def test_a_law_for_villages_is_not_cited_for_a_community(self) -> None:
        world = party("党委")
        seat = replace(world.villages[0], category="三类社区")
        body = notice(replace(world, villages=(seat,))).body
        assert "农村" not in body
        assert "支部工作条例" not in body

    def test_an_organisation_of_unknown_form_cannot_be_named(self) -> None:
        assert "组织形式" in refusal(party(""))[1]

    @pytest.mark.parametrize("field", ["organiser", "phone", "hours", "address"])
    def test_where_to_object_is_needed(self, field: str) -> None:
        world = party()
        world = replace(world, contacts=replace(world.contacts, **{field: ""}))
        assert refusal(world)[0] == "C003"


class TestResult:
    def table(self, world: Records) -> list[str]:
        return lines(notice(world, "选举结果公告"), "| 委员")

    def test_rows_are_in_the_order_of_votes(self) -> None:
        names = [row.split(" | ")[1] for row in self.table(party())]
        assert names == ["王伟", "李明", "张华"]

    def test_those_who_did_not_win_are_told(self) -> None:
        assert self.table(party())[-1].endswith("| 1 | 9 | 0 | 未当选 |")

    def test_without_a_quorum_there_is_no_result(self) -> None:
        world = party(meetings=(meeting(present=7, issued=7, collected=7, valid=7),))
        rule, message = refusal(world, "选举结果公告")
        assert rule == "C008"
        assert "选举无效" in message

    def test_exactly_four_fifths_is_a_quorum_where_the_rule_says_not_less(self) -> None:
        eight = {"present": 8, "issued": 8, "collected": 8, "valid": 8}
        votes = tuple(replace(v, in_favour=8, against=0) for v in party().votes[:3])
        assert notice(party(meetings=(meeting(**eight),), votes=votes), "选举结果公告")

    def test_more_ballots_back_than_issued_is_no_result(self) -> None:
        world = party(meetings=(meeting(issued=9),))
        assert refusal(world, "选举结果公告")[0] == "C008"

    def test_a_tie_at_the_last_seat_is_not_decided(self) -> None:
        votes = tuple(replace(v, in_favour=9) for v in party().votes)
        rule, message = refusal(party(votes=votes), "选举结果公告")
        assert rule == "C008"
        assert "王伟" in message

    def test_a_tie_decided_in_a_second_round_is_a_result_of_two_rounds(self) -> None:
        first = tuple(replace(v, in_favour=9 if v.post == "委员" else 10) for v in party().votes)
        again = [
            replace(first[row], round=2, in_favour=yes, against=10 - yes)
            for row, yes in ((1, 8), (2, 7), (3, 3))
        ]
        meetings = (meeting(), meeting(round=2))
        one = notice(party(meetings=meetings, votes=(*first, *again)), "选举结果公告")
        assert "### （二）第二轮投票" in one.body
        assert "委员2名（按得票多少为序）：王伟、李明（女）。" in one.body

    def test_seats_that_nobody_won_are_told(self) -> None:
        votes = tuple(
            replace(v, in_favour=3, against=7) if v.name == "李明" else v for v in party().votes
        )
        body = notice(party(votes=votes), "选举结果公告").body
        assert "尚未选出的名额：委员1名，按照有关规定另行选举。" in body

    def test_a_meeting_without_counts_is_no_result(self) -> None:
        world = party(meetings=(meeting(present=None, collected=None),))
        assert refusal(world, "选举结果公告")[0] == "C003"

    def test_an_unapproved_row_that_cannot_be_written_yet_only_informs(self) -> None:
        world = party(meetings=(meeting(present=None, collected=None),))
        (finding,) = composed(world, "选举结果公告", status="草稿").findings
        assert finding.severity is Severity.NOTE

    def test_an_approved_one_is_an_error(self) -> None:
        world = party(meetings=(meeting(present=None, collected=None),))
        (finding,) = composed(world, "选举结果公告").findings
        assert finding.severity is Severity.ERROR

    def test_staff_that_the_table_does_not_name_are_not_mentioned(self) -> None:
        bare = worlds.meeting()
        assert "会议工作人员" not in notice(party(meetings=(bare,)), "选举结果公告").body

    def test_only_those_elected_are_appointed(self) -> None:
        body = notice(party(), "任职公示").body
        assert "王伟" in body
        assert "张华" not in body


class TestCorrection:
    def row(self, world: Records, **changes: Any) -> Composed:
        first, second = entry(world, "候选人公示"), entry(world, "更正公告", **changes)
        return compose(second, replace(world, register=(first, second)), kinds())

    def test_it_names_the_notice_its_day_and_number(self) -> None:
        body = notice(party(), "更正公告").body
        assert body.startswith(
            "2026年11月2日发布的《中共青禾县东镇东村支部委员会换届选举候选人预备人选公示》"
            "（东党发〔2026〕1号，公告编号：第1号）部分内容有误，现更正如下："
        )

    def test_a_full_stop_typed_by_the_clerk_is_not_doubled(self) -> None:
        assert "。。" not in notice(party(), "更正公告", correction="学历应为“大专”。").body

    def test_a_correction_of_a_correction_takes_single_marks(self) -> None:
        world = party()
        rows = (
            entry(world, "候选人公示"),
            entry(world, "更正公告"),
            entry(world, "更正公告", number="3", corrects="2"),
        )
        one = compose(rows[2], replace(world, register=rows), kinds())
        assert one.notice is not None
        assert one.notice.title == (
            "关于《关于〈中共青禾县东镇东村支部委员会换届选举候选人预备人选公示〉的更正公告》的更正公告"
        )

    @pytest.mark.parametrize("changes", [{"corrects": "2"}, {"corrects": "9"}, {"corrects": ""}])
    def test_it_must_name_another_notice(self, changes: dict[str, str]) -> None:
        (finding,) = self.row(party(), **changes).findings
        assert finding.rule == "C006"

    def test_it_must_say_what_is_right(self) -> None:
        (finding,) = self.row(party(), correction="").findings
        assert finding.rule == "C006"

    def test_only_a_correction_may_name_another_notice(self) -> None:
        assert refusal(party(), corrects="5")[0] == "C006"

    def test_two_corrections_of_each_other_end(self) -> None:
        world = party()
        rows = (entry(world, "更正公告"), entry(world, "更正公告", number="1", corrects="2"))
        assert compose(rows[0], replace(world, register=rows), kinds()).notice is None


class TestKindsOfRows:
    def test_an_unknown_kind_gets_a_suggestion(self) -> None:
        rule, message = refusal(party(), "候选人公布")
        assert rule == "C001"
        assert "是不是“候选人公示”" in message

    def test_a_void_row_is_passed_over(self) -> None:
        assert composed(party(), status="作废") == Composed(
            entry(party(), "候选人公示", status="作废"), None
        )

    def test_no_day_of_posting_is_a_finding(self) -> None:
        assert "发布日期" in refusal(party(), posted=None)[1]

    def test_all_that_is_missing_is_told_at_once(self) -> None:
        world = party(candidates=())
        world = replace(world, contacts=replace(world.contacts, phone=""))
        assert len(composed(world).findings) == 2

    def test_facts_have_the_same_digest_whatever_their_order(self) -> None:
        assert digest({"a": (1, 2), "b": "王"}) == digest({"b": "王", "a": [1, 2]})

    @pytest.mark.parametrize("body", ["党组织", "居民委员会"])
    def test_composing_twice_gives_the_same_bytes(self, body: str) -> None:
        assert notice(records(body)) == notice(records(body))

    def test_a_change_of_a_birth_month_changes_the_facts(self) -> None:
        other = people({"born": YearMonth(1985, 7)})
        assert notice(party()).facts != notice(other).facts


class TestSecretariesAmongTheMembers:
    """Where 书记 has to be elected 委员 too, 委员职数 includes him."""

    def world(self, *seats: tuple[str, int]) -> Records:
        base = party()
        lists = {"书记兼选委员": Words(("须同时当选委员",), worlds.ARTICLE)}
        rules = replace(base.term.profile, lists=lists)
        village = replace(base.villages[0], seats=dict(seats))
        return replace(base, term=replace(base.term, profile=rules), villages=(village,))

    def test_seats_are_counted_once(self) -> None:
        world = self.world(("书记", 1), ("委员", 3))
        body = notice(world, "任职条件和职数公示").body
        assert "设委员3名（其中书记1名），共3名。" in body
        assert "共4名" not in body
        (english,) = notice(in_english(world), "任职条件和职数公示").translations
        assert "Member: 3, of which Secretary: 1." in english.body

    def test_a_candidate_for_secretary_stands_among_the_members_and_once_in_the_table(self) -> None:
        one = notice(self.world(("书记", 1), ("委员", 3)))
        (line,) = lines(one, "委员候选人预备人选")
        assert line.startswith("委员候选人预备人选4名，应选3名")
        assert "丁一" in line
        assert one.body.count("| 丁一 |") == 1

    def test_one_who_stands_for_both_in_the_table_is_named_once(self) -> None:
        world = self.world(("书记", 1), ("委员", 3))
        again = replace(world.candidates[0], post="委员")
        (line,) = lines(notice(replace(world, candidates=(*world.candidates, again))), "委员候选人")
        assert line.count("丁一") == 1


def test_who_holds_no_post_is_not_introduced_as_holding_one() -> None:
    world = people(
        {"current_post": "无", "resume": "2005年参加工作。"}, *({"resume": "务农。"},) * 3
    )
    one = notice(world, "候选人介绍", start=None, days=None)
    assert "现任无" not in one.body
    assert "男，汉族，1985年6月生，大专，2010年7月入党。" in one.body
    (english,) = notice(in_english(world), "候选人介绍", start=None, days=None).translations
    assert "male, Han, born June 1985, junior college, joined the Party July 2010." in english.body
