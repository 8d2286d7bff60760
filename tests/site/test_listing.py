"""``notices.json``: the notices as data."""

from __future__ import annotations

import json

import boards
from gongshi.site.listing import notices_json


def listed() -> dict[str, dict[str, object]]:
    listing = json.loads(notices_json(boards.board()))
    return {notice["number"]: notice for notice in listing["notices"]}


def test_a_notice_gives_its_facts_its_page_and_its_check_code() -> None:
    one = listed()["1"]
    published = boards.issued()
    assert one["page"] == "2026/dongcun/1/"
    assert one["check_code"] == published.check_code
    assert one["sha256"] == published.digest
    assert one["publicity"] == {
        "start": "2026-11-02",
        "end": "2026-11-06",
        "latest": "2026-11-06",
        "working_days": 5,
        "provisional": False,
    }


def test_a_poster_gives_its_size_and_its_sum() -> None:
    posters = listed()["1"]["posters"]
    assert isinstance(posters, list)
    assert posters[0]["file"] == "2026/dongcun/1/a3-red.pdf"
    assert (posters[0]["bytes"], posters[0]["width_mm"]) == (86_400, 297)
    assert posters[0]["sha256"] == boards.poster().sha256


def test_a_correction_and_the_corrected_name_each_other() -> None:
    notices = listed()
    assert notices["3"]["status"] == {"state": "corrected", "corrects": None, "corrected_by": "4"}
    assert notices["4"]["status"] == {"state": "plain", "corrects": "3", "corrected_by": None}


def test_a_draft_has_neither_code_nor_sum() -> None:
    draft = listed()["5"]
    assert (draft["check_code"], draft["sha256"], draft["issued_on"]) == (None, None, None)
