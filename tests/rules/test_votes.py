from dataclasses import replace
from datetime import date

import pytest

from gongshi.rules import check_records
from worlds import candidate, meeting, records, vote

TODAY = date(2026, 11, 21)


def found(rule, **changes):
    findings = check_records(records(**changes), TODAY)
    return [finding for finding in findings if finding.rule == rule]


def messages(township, rule):
    """What a rule says of the township on the day of the tests."""
    return [one.message for one in check_records(township, TODAY) if one.rule == rule]


def test_the_smallest_right_township_has_no_findings():
    assert check_records(records(), TODAY) == []


@pytest.mark.parametrize(
    ("rule", "good", "bad", "field"),
    [
        ("V001", {"collected": 9, "valid": 9}, {"collected": 11, "valid": 11}, "collected"),
        ("V002", {"valid": 9, "invalid": 1}, {"valid": 9, "invalid": 0}, "valid"),
        ("V004", {"due": 12}, {"due": 9}, "present"),
        ("V005", {"issued": 10}, {"issued": 11}, "issued"),
        ("V006", {"invalid": 0}, {"invalid": None}, "invalid"),
        ("V007", {"day": date(2026, 11, 21)}, {"day": date(2026, 11, 22)}, "day"),
    ],
)
def test_the_counts_of_a_meeting_must_fit(rule, good, bad, field):
    assert found(rule, meetings=(meeting(**good),)) == []
    (finding,) = found(rule, meetings=(meeting(**bad),))
    assert finding.place == meeting().place(field)
    assert finding.village == "东村"
    assert not finding.message.endswith("。")


def test_a_meeting_that_has_not_been_held_needs_no_counts():
    empty = dict.fromkeys(("present", "issued", "collected", "valid", "invalid"))
    planned = meeting(day=date(2026, 12, 1), **empty)
    assert check_records(records(meetings=(planned,), votes=()), TODAY) == []


def test_nobody_has_more_votes_than_there_are_valid_ballots():
    votes = [vote(2, post="书记", name="丁一", in_favour=9, against=1, abstain=0)]
    assert found("V003", votes=(*votes, *records().votes[1:])) == []
    votes = [vote(2, post="书记", name="丁一", in_favour=9, against=1, abstain=1)]
    (finding,) = found("V003", votes=(*votes, *records().votes[1:]))
    assert "共11票，多于有效票10张" in finding.message


def test_fewer_votes_than_valid_ballots_are_right_where_another_was_written_in():
    votes = (vote(2, post="书记", name="丁一", in_favour=8, against=1), *records().votes[1:])
    assert found("V003", votes=votes) == []


def test_a_candidate_without_votes_at_a_held_meeting_is_reported():
    (finding,) = found("V008", votes=records().votes[:-1])
    assert "张华（委员）" in finding.message
    assert found("V008", votes=()) == []
    second = meeting(round=2), vote(6, name="张华", round=2)
    assert found("V008", meetings=(meeting(), second[0]), votes=(*records().votes, second[1])) == []


@pytest.mark.parametrize(("present", "enough"), [(8, True), (7, False)])
def test_a_party_meeting_needs_not_less_than_four_fifths(present, enough):
    counts = dict.fromkeys(("present", "issued", "collected", "valid"), present)
    votes = tuple(vote(2, post=v.post, name=v.name, in_favour=present) for v in records().votes)
    findings = found("Q001", meetings=(meeting(due=10, **counts),), votes=votes)
    assert bool(findings) is not enough
    assert not findings or findings[0].message.endswith("不少于应到的五分之四要8人")


def test_candidates_beside_those_of_the_meeting_do_not_count_for_it():
    other = candidate(9, village="西村", name="赵六")
    assert found("V008", candidates=(*records().candidates, other)) == []


@pytest.mark.parametrize("wrong", [{"collected": 11, "valid": 11}, {"present": 7}])
def test_a_void_round_that_was_held_again_stops_nothing(wrong):
    void = meeting(**{**dict.fromkeys(("issued", "collected", "valid"), 7), **wrong})
    again = tuple(replace(vote, round=2) for vote in records().votes)
    codes = {"V001", "Q001"}
    world = records(meetings=(void, meeting(round=2)), votes=again)
    assert not codes & {finding.rule for finding in check_records(world, TODAY)}
    world = records(meetings=(void,), votes=())
    assert codes & {finding.rule for finding in check_records(world, TODAY)}
