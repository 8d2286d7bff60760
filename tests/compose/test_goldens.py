"""Every kind for every body, as it would be signed: read the files in tests/golden."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from elections import committee, party
from elections import composed as candidates
from every_kind import CASES, composed
from gongshi.issue.frozen import freeze, thaw
from gongshi.render.document import parse

GOLDEN = Path(__file__).parents[1] / "golden"
ENDS = (
    *("特此公示。", "特此公告。", "特此公布。", "特此通知。", "特此通告。"),
    *("特此通报。", "特此说明。"),
    *("特此报告。", "特此告知。", "此复。", "敬礼！"),
)


@pytest.mark.parametrize(("kind", "body"), CASES)
def test_the_notice_reads_as_it_always_did(kind: str, body: str) -> None:
    one = composed(kind, body)
    assert one.notice is not None, one.findings
    path = GOLDEN / f"{one.notice.kind}-{body}.md"
    if os.environ.get("WRITE_GOLDEN"):
        path.write_bytes(freeze(one.notice))
    assert freeze(one.notice).decode() == path.read_text("utf-8")


@pytest.mark.parametrize(("kind", "body"), CASES)
def test_a_notice_has_no_slips_of_the_pen(kind: str, body: str) -> None:
    notice = composed(kind, body).notice
    assert notice is not None
    text = f"{notice.title}\n{notice.body}"
    assert not re.search(r"[，、；：。]{2,}|（）|None|名名|《《|》》|\{|  ", text)
    assert not re.search(r"(?<!\d)0名|年0|月0|20\d\d-\d\d", text)
    assert notice.body.endswith(ENDS)
    assert not re.search(r"[。，]$", notice.title)


@pytest.mark.parametrize(("kind", "body"), CASES)
def test_a_notice_uses_only_what_page_and_poster_can_draw(kind: str, body: str) -> None:
    notice = composed(kind, body).notice
    assert notice is not None
    assert parse(notice.body).blocks
    assert thaw(freeze(notice)) == notice


@pytest.mark.parametrize(
    ("organisation", "title"),
    [
        ("党支部", "中共青禾县东镇东村支部委员会换届选举候选人预备人选公示"),
        ("党总支", "中共青禾县东镇东村总支部委员会换届选举候选人预备人选公示"),
        ("党委", "中共青禾县东镇东村委员会换届选举候选人预备人选公示"),
    ],
)
def test_the_title_has_the_full_name_of_the_organisation(organisation: str, title: str) -> None:
    notice = candidates(party(organisation)).notice
    assert notice is not None
    assert notice.title == title


def test_a_residents_committee_speaks_through_its_election_committee() -> None:
    notice = candidates(committee("居民委员会")).notice
    assert notice is not None
    assert notice.issuer == "青禾县东镇东社区居民选举委员会"
    assert "入党时间" not in notice.body
