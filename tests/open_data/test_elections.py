"""The report of results is one of NIST SP 1500-100 version 2."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

import pytest

import worlds
from gongshi.open_data.elections import report
from open_data.test_canonical import validator
from open_data.test_public import result


def made() -> dict[str, Any]:
    return json.loads(report(worlds.records(), [result()]))


def test_it_is_valid_with_results_and_without() -> None:
    schema = validator("nist-sp-1500-100-v2.json")
    schema.validate(made())
    schema.validate(json.loads(report(worlds.records(), [])))


def test_votes_and_winners_are_those_of_the_notice() -> None:
    election = made()["Election"][0]
    contests = {one["Name"]: one for one in election["Contest"]}
    secretary = contests["东村（一）第一轮书记"]
    counts = secretary["BallotSelection"][0]["VoteCounts"]
    assert [(one["Count"], one.get("OtherType")) for one in counts] == [
        (9, None),
        (1, "反对"),
        (0, "弃权"),
    ]
    winners = [one for one in election["Candidate"] if "PostElectionStatus" in one]
    assert [one["BallotName"]["Text"][0]["Content"] for one in winners] == ["丁䶮"]


def test_every_reference_leads_to_something() -> None:
    whole = made()
    election = whole["Election"][0]
    known = {one["@id"] for one in [*whole["GpUnit"], *election["Candidate"]]}
    for contest in election["Contest"]:
        assert contest["ElectoralDistrictId"] in known
        for selection in contest["BallotSelection"]:
            assert set(selection["CandidateIds"]) <= known


def test_ballots_are_given_where_one_round_was_held() -> None:
    body = result().notice.body.replace("### （一）第一轮\n\n", "")
    whole = json.loads(report(worlds.records(), [result(body=body)]))
    (counts,) = whole["Election"][0]["Contest"][0]["SummaryCounts"]
    assert (counts["BallotsCast"], counts["BallotsRejected"]) == (10, 0)


@pytest.mark.parametrize("name", ["Format", "GeneratedDate", "Status", "VendorApplicationId"])
def test_the_schema_sees_what_is_missing(name: str) -> None:
    spoilt = deepcopy(made())
    del spoilt[name]
    assert not validator("nist-sp-1500-100-v2.json").is_valid(spoilt)
