"""Papers: each is made, stays on its sheet, says every name, and refuses to guess."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import papers as sheets
import worlds
from gongshi.model.decisions import Decision
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


@pytest.mark.parametrize("many", [2, 7, 60])
def test_a_ballot_takes_one_page(many: int) -> None:
    people_of = people(many, LONG)
    assert count(pdf("ballot", full(candidates=people_of, meetings=(), votes=()))) == 1
    assert count(pdf("nomination", full(candidates=people_of, meetings=(), votes=()))) == 1


def test_a_short_ballot_is_printed_twice_on_a_sheet() -> None:
    assert text(pdf("ballot")).count("东村党支部委员会换届选举选票") == 2
    assert text(pdf("ballot-large")).count("东村党支部委员会换届选举选票") == 1


def test_names_on_a_ballot_stand_in_stroke_order_post_by_post() -> None:
    said = text(pdf("ballot-large"))
    places = [said.index(name) for name in ("丁一", "王伟", "李明", "张华")]
    assert places == sorted(places)
    assert "书记（应选1名）" in said
    assert "委员（应选2名）" in said


def test_a_ballot_has_no_number_but_those_of_its_words() -> None:
    digits = [c for c in text(pdf("ballot-large")) if c.isdigit()]
    assert sorted(set(digits)) == ["1", "2"]


def test_others_may_be_written_in_unless_the_profile_forbids_it() -> None:
    from gongshi.model.profile import Words

    base = full()
    forbids = replace(base.term.profile, lists={"另选他人": Words(("不允许",), worlds.ARTICLE)})
    assert "另选他人" in text(pdf("ballot"))
    assert "另选他人" not in text(
        pdf("ballot", replace(base, term=replace(base.term, profile=forbids)))
    )


def both(mode: str) -> object:
    """The village where 书记 has to be elected 委员 too: by the profile, or by 间接选举."""
    from gongshi.model.profile import Words

    base = full(meetings=(), votes=())
    lists = {} if mode else {"书记兼选委员": Words(("须同时当选委员",), worlds.ARTICLE)}
    rules = replace(base.term.profile, lists=lists)
    villages = (replace(base.villages[0], mode=mode),)
    return replace(base, term=replace(base.term, profile=rules), villages=villages)


def test_who_must_be_a_member_too_stands_in_both_columns_and_the_ballot_says_so() -> None:
    said = text(pdf("ballot-large", both("")))
    assert said.count("丁一") == 2
    assert "选为书记的人，要同时在委员栏选他，否则选票无效" in said
    assert "书记（应选1名）" in said
    assert "要同时推荐为委员" in text(pdf("nomination", both("")))
    assert "要同时" not in text(pdf("ballot-large"))


def test_members_who_elect_only_the_committee_vote_on_no_secretary() -> None:
    said = text(pdf("ballot-large", both("间接选举")))
    assert "书记（应选" not in said
    assert said.count("丁一") == 1
    assert "委员（应选2名）" in said


def decided(matter: str, **changes: object) -> object:
    """The village before its vote, with a decision about it."""
    told = Decision(village="东村", matter=matter, body="镇党委", decided=date(2026, 11, 10))
    ahead = replace(worlds.meeting(), present=None, collected=None)
    return full(decisions=(replace(told, **changes),), meetings=(ahead,), votes=())


@pytest.mark.parametrize(
    ("matter", "changes", "rule"),
    [
        ("终止选举", {}, "C010"),
        ("延期选举", {"day": date(2026, 12, 8)}, "C013"),
        ("取消候选人资格", {"name": "王伟", "post": "委员"}, "C011"),
    ],
)
@pytest.mark.parametrize("paper", ["ballot", "household-notice", "host-script"])
def test_no_paper_calls_to_a_vote_that_was_decided_otherwise(
    paper: str, matter: str, changes: dict[str, object], rule: str
) -> None:
    data, findings = made(paper, decided(matter, **changes))
    assert data == b""
    assert {one.rule for one in findings} == {rule}


def test_papers_of_a_vote_that_was_held_are_made_whatever_was_decided_since() -> None:
    told = Decision(village="东村", matter="选举无效", body="镇党委", decided=date(2026, 12, 1))
    assert count(pdf("count-record", full(decisions=(told,)))) >= 1


def test_a_coloured_ballot_names_its_colour() -> None:
    assert "粉红票" in text(pdf("ballot", colour=("粉红", "#f9cfd8")))


def test_after_a_tie_only_the_tied_stand_on_the_ballot() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟", in_favour=10),
        worlds.vote(4, name="李明", in_favour=8, against=2),
        worlds.vote(5, name="张华", in_favour=8, against=2),
    )
    second = replace(worlds.meeting(round=2), collected=None, issued=None)
    said = text(pdf("ballot", full(votes=votes, meetings=(worlds.meeting(), second))))
    assert "李明" in said
    assert "张华" in said
    assert "第2轮投票" in said
    assert "王伟" not in said
    assert "另选他人" not in said


def test_a_second_round_without_the_first_ones_votes_is_refused() -> None:
    rounds = (worlds.meeting(), worlds.meeting(round=2))
    _, findings = made("ballot", full(votes=(), meetings=rounds))
    assert [found.rule for found in findings] == ["C003"]
    assert "第1轮" in findings[0].message


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


def test_a_void_round_counts_for_nothing() -> None:
    void = worlds.meeting(present=7, issued=7, collected=7, valid=7)
    second = replace(worlds.meeting(round=2), collected=None, issued=None, present=None)
    records = full(votes=(), meetings=(void, second))
    said = text(pdf("ballot-large", records))
    assert all(name in said for name in ("丁一", "王伟", "李明", "张华"))
    first = pdf("host-script", records, number=1)
    assert "这次选举无效，改期重新选举" in text(first)
    assert "当选为" not in text(first)
    assert "我宣布，东村" in "".join(
        line.strip()
        for page in sheets.pages(first)
        for line in page.get_textpage().get_text_bounded().splitlines()
        if line.strip().startswith("我宣布，")
    )
    assert "本次选举无效" in text(pdf("count-record", records, number=1))


def test_a_further_round_elects_by_its_own_share() -> None:
    base = full()
    share = Share(Fraction(1, 3), True, "投票人数", worlds.ARTICLE)
    profile = replace(base.term.profile, shares={"另行选举当选": share})
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟"),
        worlds.vote(4, name="李明", in_favour=3, against=7),
        worlds.vote(5, name="张华", in_favour=2, against=8),
    )
    second = replace(worlds.meeting(round=2), collected=None, issued=None, valid=None)
    term = replace(base.term, profile=profile)
    records = replace(base, term=term, votes=votes, meetings=(worlds.meeting(), second))
    said = text(pdf("host-script", records))
    assert "第2轮投票" in said
    assert "应选委员1名" in said
    assert "另行选举以得票多的当选，但赞成票应当不少于" in said
    assert "始得当选" not in said
    assert "李明" in said
    assert "王伟得赞成票" not in said


def test_the_report_tells_every_round_that_was_held() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="王伟"),
        worlds.vote(4, name="李明", in_favour=3, against=7),
        worlds.vote(5, name="李明", in_favour=9, against=1, round=2),
    )
    coming = replace(worlds.meeting(round=3), collected=None)
    meetings = (worlds.meeting(), worlds.meeting(round=2), coming)
    said = text(pdf("result-report", full(votes=votes, meetings=meetings)))
    assert "第1轮" in said
    assert "第2轮" in said
    assert "第3轮" not in said
    assert "丁一（书记）、王伟（委员）、李明（委员）" in said


def test_a_report_puts_the_most_votes_first_and_says_who_was_not_elected() -> None:
    votes = (
        worlds.vote(2, post="书记", name="丁一"),
        worlds.vote(3, name="张华", in_favour=2, against=8),
        worlds.vote(4, name="王伟", in_favour=8, against=2),
        worlds.vote(5, name="李明", in_favour=9, against=1),
    )
    said = text(pdf("result-report", full(votes=votes)))
    assert re.search("委员李明9.*委员王伟8.*委员张华280未当选", said)


def test_voters_struck_off_the_roll_take_no_ballot() -> None:
    base = full()
    quorum = replace(base.term.profile.quorum, base="登记选民")
    profile = replace(base.term.profile, body="村民委员会", quorum=quorum)
    voters = (
        Voter(village="东村", name="赵钱"),
        Voter(village="东村", name="孙离", change="删除"),
    )
    records = replace(base, term=replace(base.term, profile=profile), voters=voters)
    assert "赵钱" in text(pdf("issue-register", records))
    assert "孙离" not in text(pdf("issue-register", records))


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
