"""Two languages: the Chinese text is untouched, and nothing in the other one is invented."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import elections
import every_kind
import townships
import worlds
from bilingual import TODAY, english, in_english, said, translation, uyghur
from elections import committee, entry, kinds, party
from gongshi.check import check_township
from gongshi.compose import spelled
from gongshi.compose.compose import compose
from gongshi.compose.scene import Scene
from gongshi.compose.speech import Speech
from gongshi.compose.vocabulary import VocabularyError, vocabulary
from gongshi.life import shown
from gongshi.model.notice import Published
from gongshi.model.profile import Number
from gongshi.model.records import Records
from gongshi.read.project import read_project
from gongshi.render.document import parse
from gongshi.render.text import to_text
from gongshi.rules.texts import texts

THEMES = Path(__file__).parents[2] / "themes" / "notices"
HAN = re.compile(r"[\u4e00-\u9fff]+")


@pytest.mark.parametrize(("kind", "body"), every_kind.CASES)
def test_every_kind_says_in_english_all_but_the_offices_own_words(kind: str, body: str) -> None:
    found = english(kind, body)
    one = translation(found)
    own = "".join(text.value for text in texts(every_kind.world(kind, body)))
    own += every_kind.ARTICLE + found.entry.document_number + found.entry.correction
    own += worlds.entry().document_number + "".join(
        text.value for text in texts(elections.records(body))
    )
    left = HAN.findall(f"{one.title}{one.issuer}{one.dated}{one.body}")
    assert [words for words in left if words not in own] == []
    assert to_text(parse(one.body))
    assert "{" not in one.body


@pytest.mark.parametrize(("kind", "body"), every_kind.CASES)
def test_the_english_has_capitals_and_marks_where_english_has_them(kind: str, body: str) -> None:
    text = translation(english(kind, body)).body
    headings = re.findall(r"^#+ (?:\d+\.|\(\d+\)) (.)", text, re.MULTILINE)
    assert [first for first in headings if first.islower()] == []
    assert re.findall(r": \d+: | ,|,[A-Za-z]|  ", text) == []


@pytest.mark.parametrize(("kind", "body"), every_kind.CASES)
def test_the_chinese_text_does_not_change_by_a_byte(kind: str, body: str) -> None:
    plain, both = every_kind.composed(kind, body).notice, english(kind, body).notice
    assert plain is not None
    assert both is not None
    assert (both.title, both.issuer, both.body) == (plain.title, plain.issuer, plain.body)
    assert plain.translations == ()


def test_a_candidates_notice_reads_as_a_translator_would_write_it() -> None:
    one = said(in_english(party()), "候选人公示").translations[0]
    place = "Dong Village, Dong Town, Qinghe County"
    assert (one.lang, one.direction, one.dated) == ("en", "ltr", "2 November 2026")
    assert one.title == (
        "Public Notice of the Proposed Candidates for the Election of the "
        f"CPC Branch Committee of {place}"
    )
    assert one.issuer == "CPC Committee of Dong Town"
    assert "Wang Wei, Li Ming (female) and Zhang Hua (female, Hui)." in one.body
    assert "| Ding Yi | male | Han | June 1985 | junior college | July 2010 |" in one.body
    assert "runs from 2 November 2026 to 9 November 2026: 5 working days" in one.body


def test_a_result_gives_every_count_and_the_law_in_english() -> None:
    body = said(in_english(committee("村民委员会")), "选举结果公告").translations[0].body
    law = "the Organic Law of the Villagers' Committees of the People's Republic of China"
    assert f"Article 18 of {law}" in body
    assert "more than half of the persons registered to take part in the election" in body
    assert "| Member | Zhang Hua | 2 | 8 | 0 | not elected |" in body
    assert "Chief scrutineer: Qian Ming" in body


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("王伟", "Wang Wei"),
        ("欧阳晓燕", "Ouyang Xiaoyan"),
        ("曾建国", "Zeng Jianguo"),
        ("单雄", "Shan Xiong"),
        ("李西安", "Li Xi'an"),
        ("吕布", "Lü Bu"),
        ("阿依古丽·买买提", "Ayiguli Maimaiti"),
        ("丁", "Ding"),
    ],
)
def test_names_are_spelled_surname_first_by_the_national_standard(name: str, letters: str) -> None:
    assert spelled.person(name) == letters


def test_a_name_of_the_table_and_a_word_of_the_office_win_over_pinyin() -> None:
    base = party()
    people = (replace(base.candidates[0], other_name="Yi DING"), *base.candidates[1:])
    village = replace(base.villages[0], other_name="East Village")
    world = in_english(
        replace(base, candidates=people, villages=(village,)),
        said={"镇政府大门左侧举报信箱": "Report box left of the gate", "王伟": "Wayne Wang"},
    )
    one = said(world, "候选人公示").translations[0]
    assert "| Yi DING |" in one.body
    assert "Wayne Wang" in one.body
    assert "Report box left of the gate" in one.body
    assert one.title.endswith("East Village, Dong Town, Qinghe County")


def test_the_offices_own_text_in_the_language_stands_for_its_chinese_text() -> None:
    base = in_english(party())
    own = {"议程.en": {"": ("Votes are cast.",)}}
    world = replace(base, term=replace(base.term, texts={**base.term.texts, **own}))
    notice = said(world, "选举公告")
    assert "1. Votes are cast." in notice.translations[0].body
    assert "1. 清点人数。" in notice.body
    assert "1. 清点人数。" in said(base, "选举公告").translations[0].body


def test_names_with_markup_stay_text_in_both_languages() -> None:
    base = party()
    evil = "<b>*王*</b>|[x](y)"
    people = (replace(base.candidates[0], name=evil), *base.candidates[1:])
    notice = said(in_english(replace(base, candidates=people)), "候选人公示")
    for body in notice.bodies:
        text = to_text(parse(body))
        assert "<b>*" in text
        assert "[x](y)" in text


def test_another_name_is_another_fact() -> None:
    base = party()
    people = (replace(base.candidates[0], other_name="Ding I"), *base.candidates[1:])
    one = said(in_english(base), "候选人公示")
    other = said(in_english(replace(base, candidates=people)), "候选人公示")
    assert one.facts != other.facts
    assert said(base, "候选人公示").facts == said(replace(base), "候选人公示").facts


def test_a_correction_names_the_english_title_of_what_it_corrects() -> None:
    one = translation(english("更正公告", "党组织"))
    assert one.title.startswith("Correction to “Public Notice of the Proposed Candidates")


def test_a_notice_that_is_over_or_withdrawn_shows_no_translation_either() -> None:
    notice = said(in_english(party()), "候选人公示")
    row = entry(party(), "候选人公示")
    issued = Published(notice=notice, digest="ab")
    late = notice.dated.replace(year=notice.dated.year + 5)
    over = shown(issued, row, Number(30, "示例"), late)
    gone = shown(issued, replace(row, withdrawn=late), None, late)
    assert over.is_tombstone
    assert gone.is_tombstone
    assert over.notice.translations == gone.notice.translations == ()


def test_a_language_without_words_is_told_and_the_chinese_notice_stands() -> None:
    base = party()
    row = entry(base, "候选人公示")
    world = replace(base, township=replace(base.township, language="bo"), register=(row,))
    found = compose(row, world, kinds())
    assert found.notice is not None
    assert found.notice.translations == ()
    assert [one.rule for one in found.findings] == ["C040"]


def test_a_name_that_nobody_gave_is_not_made_up(tmp_path: Path) -> None:
    notice, findings = uyghur(tmp_path)
    (found,) = findings
    assert (found.rule, found.place.cell) == ("C041", "L3")
    assert "王伟" in notice.translations[0].body
    assert notice.translations[0].direction == "rtl"


def test_a_voter_without_a_column_is_told_at_the_row_of_the_register(tmp_path: Path) -> None:
    root = townships.overlay("C041-name-not-given", tmp_path)
    template = root / "themes/notices/thanks/notice.ug.md.j2"
    template.write_text("{{ '赵六、钱七' | people }}", "utf-8")
    project, _ = read_project(root)
    (found,) = check_township(project, "tiny", TODAY).findings
    assert (found.rule, found.place.cell) == ("C041", "C2")
    assert "赵六、钱七" in found.message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("方向: rtl", "方向: up", "只能写ltr"),
        ("方向: rtl", "方位: rtl", "不认识的键“方位”"),
        ("名称: ", "# ", "缺少“名称”"),
        ("{x} كومىتېتى", "{x2} كومىتېتى", "空位不一样"),
        ('["{n}. {title}", "({n}) {title}"]', '["{n}. {title}"]', "两级"),
        ("中共{x}委员会", "中共{q}委员会", "空位写错了"),
    ],
)
def test_a_vocabulary_that_is_wrong_is_told(tmp_path: Path, old: str, new: str, says: str) -> None:
    root = townships.overlay("C041-name-not-given", tmp_path)
    file = root / "themes/notices/words.ug.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    project, _ = read_project(root)
    found = [one for one in check_township(project, "tiny", TODAY).findings
             if one.rule == "C002"]  # fmt: skip
    assert says in found[0].message
    assert found[0].place.file == "themes/notices/words.ug.yml"


def test_a_language_without_a_vocabulary_has_no_words() -> None:
    with pytest.raises(VocabularyError):
        vocabulary((THEMES,), "xx")


@pytest.mark.parametrize(
    ("chinese", "words"),
    [
        ("1个工作日", "1 working day"),
        ("15日（其中11个工作日）", "15 days (11 of them working days)"),
        ("不少于应到会有选举权的党员人数的五分之四",
         "no fewer than 4/5 of the Party members with the right to vote who are due to attend"),
        ("超过应到会有选举权的党员人数的85%",
         "more than 85% of the Party members with the right to vote who are due to attend"),
        ("书记1名、委员4名", "Secretary: 1 and Member: 4"),
        ("第二轮投票（就不足的名额另行选举）",
         "Round 2 of voting (another election for the seats not filled)"),
        ("第十二村民小组", "Villagers' Group 12"),
        ("修通全村道路", "修通全村道路"),
        ("张三、李四受处分", "张三、李四受处分"),
    ],
)  # fmt: skip
def test_a_fact_is_said_whole_or_not_at_all(chinese: str, words: str) -> None:
    assert str(_speech(party()).say(chinese)) == words


def _speech(base: Records) -> Speech:
    scene = Scene(entry(base, "候选人公示"), base.villages[0], in_english(base))
    return Speech(vocabulary((THEMES,), "en"), scene)
