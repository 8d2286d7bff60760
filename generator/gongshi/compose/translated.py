"""The second language of a notice (双语): the same facts in words that people wrote.

The Chinese text is composed first and counts; nothing here can change a word of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from gongshi.compose import problems
from gongshi.compose.kinds import Kind, Wording
from gongshi.compose.scene import Scene
from gongshi.compose.speech import SaidHeadings, Speech
from gongshi.compose.telling import digest, tell_facts
from gongshi.compose.templates import said_line_template, tidy
from gongshi.compose.vocabulary import VocabularyError
from gongshi.compose.wording import chinese_date
from gongshi.model.finding import Finding
from gongshi.model.notice import Notice, Translation

_NAMED = 5


def translated(
    kind: Kind, scene: Scene, notice: Notice, facts: Mapping[str, object]
) -> tuple[Notice, list[Finding]]:
    """The notice with its text in the township's second language, if it asks for one.

    Findings: C040 where the kind has no words in it, C041 for names that it cannot say.
    """
    language = scene.records.township.language
    if not language:
        return notice, []
    wording = kind.said.get(language)
    if wording is None:
        return notice, [_no_wording(kind, scene, language)]
    scene = replace(scene, language=language)
    told, _ = tell_facts(kind, scene)
    try:
        speech = Speech(wording.words(), scene)
    except VocabularyError as error:
        return notice, [error.finding]
    text = _translation(wording, scene, notice, told, speech)
    proof = digest({**facts, f"facts.{language}": told, f"names.{language}": speech.used})
    notice = replace(notice, facts=proof, translations=(text,))
    return notice, _unnamed(scene, speech)


def _translation(
    wording: Wording,
    scene: Scene,
    notice: Notice,
    facts: Mapping[str, object],
    speech: Speech,
) -> Translation:
    headings, body = SaidHeadings(speech), scene.body
    calls = {"speech": speech, "section": headings.section, "part": headings.part}
    text = wording.template().render(facts, **calls)
    title, issuer = (
        said_line_template(each[body]).render(facts, **calls)
        for each in (wording.titles, wording.issuers)
    )
    return Translation(
        lang=speech.words.lang,
        direction=speech.words.direction,
        title=title,
        issuer=issuer,
        dated=str(speech.say(chinese_date(notice.dated))),
        body=tidy(text),
    )


def _no_wording(kind: Kind, scene: Scene, language: str) -> Finding:
    entry = scene.entry
    message = f"第{entry.number}号{kind.name}没有{language}的模板，只用中文公布"
    return problems.NO_WORDING.at(entry.place("kind"), message, village=entry.village)


def _unnamed(scene: Scene, speech: Speech) -> list[Finding]:
    """One finding for each cell that is empty, and one for all the names without a cell."""
    entry, rule, village = scene.entry, problems.NO_OTHER_NAME, scene.entry.village
    cells = {name: cell for name, cell in speech.missing.items() if cell is not None}
    found = [
        rule.at(cell, f"{name}没有另一文字名称，公告里只写中文", village=village)
        for name, cell in cells.items()
    ]
    if rest := [name for name, cell in speech.missing.items() if cell is None]:
        some = "、".join(rest[:_NAMED]) + (f"等{len(rest)}人" if len(rest) > _NAMED else "")
        message = f"第{entry.number}号{entry.kind}里的{some}没有另一文字的写法，只写中文"
        found.append(rule.at(entry.place("kind"), message, village=village))
    return found
