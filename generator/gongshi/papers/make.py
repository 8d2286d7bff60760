"""One paper made: facts looked up, words filled in, set by the press, or findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gongshi.compose.problems import BAD_TEMPLATE, MISSING_FACT, WRONG_BODY
from gongshi.compose.scene import MissingError
from gongshi.compose.templates import body_environment
from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.papers import job, words
from gongshi.papers.facts import FACTS
from gongshi.papers.paper import Paper, Stationery
from gongshi.papers.subject import Subject
from gongshi.render.press import Press
from gongshi.render.titles import title_lines

_HELP = {
    MISSING_FACT.id: "在台账或者term.yml里补上，再做一次。",
    WRONG_BODY.id: "不用做；规则写错了的，改term.yml。",
}
#: What to do where a decision stands against a paper.
_DECIDED = "按处理决定改好台账再做；选举已经终止、还没有重新组织的，不用做。"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """The size in mm, and a tint of the paper: its name and its colour, or two empty texts."""

    size: tuple[float, float]
    colour: tuple[str, str] = ("", "")


def make(
    paper: Paper, subject: Subject, wish: Wish, stationery: Stationery, press: Press
) -> tuple[bytes, list[Finding]]:
    """The PDF, or nothing and what is missing; equal bytes for equal records.

    Raises ``MissingGlyphError`` for a character no font has, ``SheetError`` for a
    paper.typ that cannot be used.
    """
    facts, findings = _facts(paper, subject)
    if findings:
        return b"", findings
    try:
        data = _data(paper, subject, wish, {**_common(subject), **facts}, stationery.whole)
    except Exception as error:  # a paper's words are code; whatever they do wrong is a finding
        return b"", [_broken(paper, error)]
    data["fonts"] = press.known(stationery.fonts)
    printed = "\n".join(job.texts_in(data))
    if paper.settings.get("缺字") == "画框":
        data["absent"] = press.absent(printed)
        printed = printed.translate(dict.fromkeys(map(ord, data["absent"])))
    return press.set_paper(paper.source, data, printed), []


def _facts(paper: Paper, subject: Subject) -> tuple[dict[str, object], list[Finding]]:
    """The facts by variable; all that are missing are told at once."""
    place = subject.records.term.place("slug")
    if subject.profile.body not in paper.bodies:
        message = f"“{paper.name}”不用于{subject.profile.body}的选举"
        return {}, [WRONG_BODY.at(place, message, help="换一种用纸，或者核对term.yml的规则。")]
    told: dict[str, object] = {"texts": {}}
    findings: dict[Finding, None] = {}
    for name in paper.needs:
        variable, tell = FACTS[name]
        try:
            told[variable] = tell(subject)
        except* MissingError as several:
            findings |= dict.fromkeys(_missing(paper, subject, one) for one in _each(several))
    for name, headings in paper.texts.items():
        try:
            told["texts"] = {**_mapping(told["texts"]), name: _text(subject, name, headings)}
        except MissingError as error:
            findings[_missing(paper, subject, error)] = None
    return told, list(findings)


def _each(group: BaseExceptionGroup[MissingError]) -> Iterator[MissingError]:
    """The errors of a group, also of a group inside it."""
    for one in group.exceptions:
        if isinstance(one, BaseExceptionGroup):
            yield from _each(one)
        else:
            yield one


def _mapping(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, Mapping) else {}


def _text(subject: Subject, name: str, headings: tuple[str, ...]) -> list[dict[str, Any]]:
    """A text of term.yml in parts: all of them, or the first of the wanted headings there is.

    ``甲/乙`` asks for 甲 and takes 乙 where term.yml has no 甲.
    """
    every = subject.records.term.texts
    found = next((every[one] for one in name.split("/") if every.get(one)), {})
    if not headings:
        parts = [{"heading": one, "lines": list(lines)} for one, lines in found.items() if lines]
    else:
        picked = next((found[one] for one in (*headings, "") if found.get(one)), ())
        parts = [{"heading": "", "lines": list(picked)}] if picked else []
    if not parts:
        under = f"（{headings[0]}）" if headings else ""
        message = f"term.yml没有写{name.replace('/', '或者')}{under}"
        raise MissingError(message, subject.records.term.place("texts"))
    return parts


def _missing(paper: Paper, subject: Subject, error: MissingError) -> Finding:
    village = subject.maybe_village
    place = error.place or (village.place("name") if village else None) or Place("")
    if not place.file:
        place = subject.records.term.place("texts")
    where = village.name if village else ""
    help = _HELP.get(error.rule.id, _DECIDED)
    return error.rule.at(place, f"{paper.name}：{error.message}", help=help, village=where)


def _broken(paper: Paper, error: Exception) -> Finding:
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    place = Place(f"themes/papers/{paper.id}/paper.md.j2")
    return BAD_TEMPLATE.at(place, f"{paper.name}写不出来（{text}）", help="改正这种用纸的模板。")


def _data(
    paper: Paper, subject: Subject, wish: Wish, facts: dict[str, object], whole: tuple[str, ...]
) -> dict[str, Any]:
    title = words.line(paper.title, facts)
    limit = float(paper.settings.get("标题每行", 19))
    village = subject.maybe_village.name if subject.maybe_village else ""
    return {
        "paper": list(wish.size),
        "name": paper.name,
        "settings": job.plain(paper.settings),
        "title": title,
        "title_lines": title_lines(title, limit, filter(None, (*whole, village))),
        "signed": words.line(paper.signed, facts),
        "colour": {"name": wish.colour[0], "rgb": wish.colour[1]},
        "copies": _copies(paper, facts),
        **job.plain(facts),
    }


def _common(subject: Subject) -> dict[str, object]:
    """What every paper may name."""
    records, village = subject.records, subject.maybe_village
    return {
        "township": records.township.full_name,
        "county": records.county.name,
        "office": f"中共{records.township.full_name}委员会"
        if records.township.kind != "街道"
        else f"中共{records.township.full_name}工作委员会",
        "government": records.township.full_name
        + ("办事处" if records.township.kind == "街道" else "人民政府"),
        "village": village.name if village else "",
        "term_title": records.term.title,
        "body": subject.profile.body,
        "of_party": subject.of_party,
        "proxies": subject.profile.quorum.base == "登记选民",
        "gathering": subject.gathering,
    }


def _copies(paper: Paper, facts: Mapping[str, object]) -> list[dict[str, Any]]:
    """The paper's words, once or once for each person that it is made for."""
    if paper.words is None:
        return []
    template = body_environment((paper.source.parent,)).get_template(paper.words.name)
    people: Any = facts[paper.each] if paper.each else [None]
    return [
        {"one": job.plain(one), "blocks": job.blocks(words.body(template, {**facts, "one": one}))}
        for one in people
    ]
