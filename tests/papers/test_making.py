"""Papers: each is made, stays on its sheet, says every name, and refuses to guess."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import papers as sheets
import worlds
from gongshi.model.profile import Number, Share
from gongshi.model.records import Records
from gongshi.model.working import Voter
from gongshi.papers import PaperError, load_papers
from gongshi.papers.pictures import picture
from gongshi.render.press import MissingGlyphError
from paperwork import count, crossed, full, known, made, outside, overlapping, pdf, people, text

EVERY = sorted(known()[0])
NAMED = [
    *("ballot", "ballot-large", "nomination", "count-record", "host-script", "pledge-candidate"),
    *("pledge-register", "request-candidates", "speech-outline"),
]
LONG = (*sheets.NAMES, "苏", "热孜万古丽阿卜杜克热木麦麦提依明提尔江艾合")


@pytest.fixture
def photos(tmp_path: Path) -> Path:
    """A term's folder with one picture that lies on its side and knows where it was taken."""
    (tmp_path / "photos").mkdir()
    image = Image.new("RGB", (400, 300), "white")
    image.paste("red", (0, 0, 400, 60))
    exif = image.getexif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET-PLACE"
    image.save(tmp_path / "photos" / "箱.png", exif=exif)
    return tmp_path


def suited(name: str) -> Records:
    """The Party's election, or one by all voters for a paper that is only for these."""
    base = full()
    if "党组织" in known()[0][name].bodies:
        return base
    rules = base.term.profile
    quorum = replace(rules.quorum, base="登记选民")
    numbers = {"每人接受委托": Number(3, worlds.ARTICLE)}
    rules = replace(rules, body="村民委员会", quorum=quorum, numbers=numbers)
    return replace(base, term=replace(base.term, profile=rules))


@pytest.mark.parametrize("name", EVERY)
def test_every_paper_is_made_and_stays_on_its_sheet(name: str, photos: Path) -> None:
    data = pdf(name, suited(name), folder=photos)
    assert count(data) >= 1
    assert outside(data) == []
    assert all(sheets.fonts(data).values())


@pytest.mark.parametrize("name", EVERY)
def test_the_same_records_give_the_same_bytes(name: str, photos: Path) -> None:
    records = suited(name)
    assert pdf(name, records, folder=photos) == pdf(name, records, folder=photos)


@pytest.mark.parametrize("many", [2, 7, 60])
@pytest.mark.parametrize("name", NAMED)
def test_names_of_any_length_stay_whole_and_apart(name: str, many: int) -> None:
    data = pdf(name, full(candidates=people(many, LONG), meetings=(), votes=()))
    assert outside(data) == []
    assert overlapping(data) == []
    assert crossed(data) == []
    said = text(data)
    assert all(person.name in said for person in people(many, LONG))


def test_before_the_meeting_the_script_has_gaps_and_after_it_figures() -> None:
    waiting = full(meetings=(replace(worlds.meeting(), present=None, issued=None, collected=None),))
    assert "实到10人" in text(pdf("host-script"))
    assert "丁一得赞成票10张" in text(pdf("host-script"))
    assert "丁一当选为东村党支部委员会书记" in text(pdf("host-script"))
    assert "实到人" in text(pdf("host-script", replace(waiting, votes=())))


def test_the_script_says_the_quorum_of_the_profile() -> None:
    base = full()
    quorum = Share(Fraction(2, 3), False, "应到", worlds.ARTICLE)
    other = replace(
        base, term=replace(base.term, profile=replace(base.term.profile, quorum=quorum))
    )
    assert "至少8人" in text(pdf("host-script"))
    assert "至少7人" in text(pdf("host-script", other))


def test_the_register_has_a_row_for_everybody_due() -> None:
    said = text(pdf("issue-register", full(meetings=(worlds.meeting(due=55),))))
    assert "应领票55人" in said
    assert "545556" not in said


def test_where_voters_vote_the_register_and_the_slips_name_them() -> None:
    base = full()
    profile = replace(
        base.term.profile,
        body="村民委员会",
        quorum=replace(base.term.profile.quorum, base="登记选民"),
    )
    voters = tuple(
        Voter(village="东村", name=LONG[n % len(LONG)], group=f"第{n % 3 + 1}小组")
        for n in range(40)
    )
    records = replace(base, term=replace(base.term, profile=profile), voters=voters)
    slips = pdf("household-notice", records)
    assert count(slips) == 10
    assert outside(slips) == []
    assert all(voter.name in text(slips) for voter in voters)
    register = pdf("issue-register", records)
    assert all(voter.name in text(register) for voter in voters)
    assert overlapping(register) == []
    assert crossed(register) == []
    assert "委托投票" in text(slips)
    assert "受托票" in text(register)


def test_where_nobody_may_vote_for_another_no_form_asks_for_it() -> None:
    assert "委托" not in text(pdf("household-notice"))
    assert "受托票" not in text(pdf("issue-register"))


@pytest.mark.parametrize("many", [2, 7, 60])
def test_a_ballot_takes_one_page(many: int) -> None:
    people_of = people(many, LONG)
    assert count(pdf("ballot", full(candidates=people_of, meetings=(), votes=()))) == 1
    assert count(pdf("nomination", full(candidates=people_of, meetings=(), votes=()))) == 1


def test_every_candidate_has_a_pledge_of_his_own() -> None:
    assert count(pdf("pledge-candidate")) == 4
    assert count(pdf("pledge-post")) == 3


def test_long_names_do_not_squeeze_the_other_columns_of_a_letter() -> None:
    data = pdf("request-candidates", full(candidates=people(60, LONG), votes=()))
    assert count(data) <= 5


def test_a_letter_never_has_its_signature_on_a_page_of_its_own() -> None:
    for many in range(2, 26):
        data = pdf("request-candidates", full(candidates=people(many, LONG), votes=()))
        last = list(sheets.pages(data))[-1]
        assert last is not None
        words = [
            sheets.squeezed(page.get_textpage().get_text_bounded()) for page in sheets.pages(data)
        ]
        assert "妥否，请批示" in words[-1]


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("ballot", {"candidates": ()}),
        ("handover", {"handovers": ()}),
        ("pledge-post", {"votes": ()}),
        ("posting-list", {"spots": ()}),
        ("badges", {"meetings": ()}),
        ("speech-outline", {"term": replace(worlds.records().term, texts={})}),
        ("banner", {"term": replace(worlds.records().term, texts={})}),
        ("panels", {}),
    ],
)
def test_what_is_missing_is_a_finding_with_its_place(name: str, changes: dict[str, object]) -> None:
    data, findings = made(name, full(**changes))
    assert data == b""
    assert {found.rule for found in findings} == {"C003"}


def test_a_party_letter_is_not_for_a_residents_committee() -> None:
    base = full()
    profile = replace(base.term.profile, body="居民委员会")
    _, findings = made(
        "request-candidates", replace(base, term=replace(base.term, profile=profile))
    )
    assert [found.rule for found in findings] == ["C004"]


def test_a_character_no_font_has_is_refused() -> None:
    with pytest.raises(MissingGlyphError, match="U\\+E000"):
        made("ballot", full(candidates=people(3, ("丁一", "王\ue000"))))


def test_a_name_is_never_markup() -> None:
    names = ("丁一", "#panic()", "$x$*粗*", "</text>|a|", "{{ 7*7 }}")
    said = text(pdf("ballot-large", full(candidates=people(5, names), votes=(), meetings=())))
    assert all(sheets.squeezed(name) in said for name in names)
    script = text(pdf("host-script", full(candidates=people(5, names), votes=(), meetings=())))
    assert all(sheets.squeezed(name) in script for name in names)


@pytest.mark.parametrize(
    ("width", "height", "pages"),
    [(6000, 700, 2), (5000, 700, 1), (5001, 700, 2), (4000, 600, 1), (100, 100, 1)],
)
def test_a_banner_is_as_long_as_was_asked_for(width: int, height: int, pages: int) -> None:
    data = pdf("banner", size=(float(width), float(height)))
    assert count(data) == 2 * pages
    widths = [page.get_width() * 25.4 / 72 for page in sheets.pages(data)]
    assert sum(widths[:pages]) == pytest.approx(width, abs=0.5)
    assert max(widths) <= 5000.5
    assert outside(data) == []
    said = re.sub("第.块共.块", "", text(data))
    assert "严肃换届纪律，营造风清气正的换届环境！" in said


def test_the_longest_banner_has_no_page_that_pdf_cannot_hold() -> None:
    widths = [p.get_width() * 25.4 / 72 for p in sheets.pages(pdf("banner", size=(10000.0, 900.0)))]
    assert max(widths) <= 5000.5


def test_cards_and_badges_have_the_size_they_say() -> None:
    assert text(pdf("cards")).count("换届纪律要牢记") == 10
    assert text(pdf("badges")).count("东村换届选举") == 6


def test_a_picture_is_turned_upright_and_loses_what_it_knows(photos: Path) -> None:
    found = picture((photos / "photos" / "箱.png").read_bytes())
    assert (found["width"], found["height"]) == (300, 400)
    assert b"SECRET-PLACE" not in bytes(found["jpeg"])
    clean = Image.open(BytesIO(bytes(found["jpeg"])))
    assert dict(clean.getexif()) == {}
    assert b"SECRET-PLACE" not in pdf("panels", folder=photos)


@pytest.mark.parametrize(
    "line", ["没有冒号", "../箱.png：上一层", "无.png：没有的图", "文.png：不是图"]
)
def test_a_picture_that_cannot_be_used_is_a_finding(line: str, photos: Path) -> None:
    (photos / "photos" / "文.png").write_bytes(b"no picture")
    base = full()
    texts = {**base.term.texts, "宣传画": {"": (line,)}}
    _, findings = made("panels", replace(base, term=replace(base.term, texts=texts)), folder=photos)
    assert [found.rule for found in findings] == ["C003"]


def test_a_wrong_paper_is_told_by_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "extra"
    folder.mkdir()
    (folder / "paper.yml").write_text("名称: 甲\n须要: []\n", "utf-8")
    with pytest.raises(PaperError, match=r"extra/paper\.yml.*须要"):
        load_papers([tmp_path])


def test_the_request_and_its_reply_name_the_meeting_and_the_candidates() -> None:
    asked, answered = text(pdf("request-candidates")), text(pdf("candidates-reply"))
    assert "召开党员大会，差额1名，以无记名投票方式进行选举" in asked
    assert "委员候选人预备人选：王伟、李明、张华。" in answered
    assert "应选书记1名、委员2名" in answered
    assert "同意你们于2026年11月16日召开党员大会" in answered


def test_a_form_for_proxies_is_made_only_where_voters_may_have_them() -> None:
    base = full()
    said = text(pdf("proxy-form", suited("proxy-form")))
    assert said.count("委托投票书") == 2
    assert said.count("每人接受的委托不超过3份") == 2
    for body in ("居民委员会", "党组织"):
        other = replace(base.term.profile, body=body)
        _, findings = made("proxy-form", replace(base, term=replace(base.term, profile=other)))
        assert [found.rule for found in findings] == ["C004"]
