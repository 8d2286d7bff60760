"""A register row becomes a notice: facts looked up, words filled in, nothing guessed.

In come the row, the township's records, the kinds and what has been issued; out comes the
notice, or the findings that say why there is none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from gongshi.calendars.register import period_of
from gongshi.compose import problems
from gongshi.compose.escape import BlankError
from gongshi.compose.kinds import NEVER, Kind
from gongshi.compose.scene import Scene
from gongshi.compose.telling import digest, tell_facts
from gongshi.compose.templates import Headings, line_template, tidy
from gongshi.compose.translated import translated
from gongshi.model.finding import Finding
from gongshi.model.notice import Notice, Published
from gongshi.model.place import Place
from gongshi.model.records import VOID, Entry, Records

#: The fact that makes a kind a correction.
CORRECTION = "更正"


@dataclass(frozen=True, slots=True)
class Composed:
    """A register row with its notice, or with the findings that prevent one."""

    entry: Entry
    notice: Notice | None
    findings: tuple[Finding, ...] = ()


def compose(
    entry: Entry,
    records: Records,
    kinds: Mapping[str, Kind],
    issued: tuple[Published, ...] = (),
) -> Composed:
    """The notice of a register row as its tables stand now; never raises for their contents.

    Numbers and villages are those that reading let pass; a row of a village that is not in
    the records has no notice and, here, no finding.
    """
    numbers = {one.notice.number: one.notice for one in issued}
    return _compose(entry, records, kinds, numbers, frozenset())


def _compose(
    entry: Entry,
    records: Records,
    kinds: Mapping[str, Kind],
    issued: Mapping[str, Notice],
    trail: frozenset[str],
) -> Composed:
    """``trail`` holds the numbers of the corrections that asked for this notice."""
    if entry.status == VOID:
        return Composed(entry, None)
    kind, village = kinds.get(entry.kind), records.village(entry.village)
    findings = _kind(entry, kind, kinds, records)
    if findings or kind is None or village is None:
        return Composed(entry, None, tuple(findings))
    original, notes = None, list[Finding]()
    if CORRECTION in kind.needs:
        original = issued.get(entry.corrects)
        if original is None:
            target = records.entry(entry.corrects)
            if target and entry.number not in trail:
                trail |= {entry.number}
                original = _compose(target, records, kinds, issued, trail).notice
            notes = [_not_issued(entry)] if original else []
    return _written(kind, Scene(entry, village, records, original), notes)


def _written(kind: Kind, scene: Scene, notes: list[Finding]) -> Composed:
    entry = scene.entry
    facts, missing = tell_facts(kind, scene)
    if missing:
        return Composed(entry, None, tuple(missing))
    file = "notice.md.j2"
    try:
        notice = _notice(kind, scene, facts)
        file = f"notice.{scene.records.township.language}.md.j2"
        notice, found = translated(kind, scene, notice, facts)
        return Composed(entry, notice, (*notes, *found))
    except Exception as error:  # a kind's words are code; whatever they do wrong is a finding
        place = Place(kind.place.file.replace("kind.yml", file))
        return Composed(entry, None, (problems.BAD_TEMPLATE.at(place, _short(entry, error)),))


def _not_issued(entry: Entry) -> Finding:
    message = f"第{entry.number}号{entry.kind}：更正对象第{entry.corrects}号还没有签发"
    return problems.TARGET_WAITS.at(entry.place("corrects"), message, village=entry.village)


def _kind(
    entry: Entry, kind: Kind | None, kinds: Mapping[str, Kind], records: Records
) -> list[Finding]:
    place, body = entry.place("kind"), records.term.profile.body
    if kind is None:
        near = get_close_matches(entry.kind, list(kinds), n=1, cutoff=0.5)
        hint = f"，是不是“{near[0]}”" if near else f"，现有{'、'.join(kinds)}"
        message = f"没有公告种类“{entry.kind}”{hint}"
        return [problems.UNKNOWN_KIND.at(place, message, village=entry.village)]
    if body not in kind.bodies:
        message = f"“{kind.name}”不用于{body}的选举"
        return [problems.WRONG_BODY.at(place, message, village=entry.village)]
    if entry.corrects and CORRECTION not in kind.needs:
        place, message = entry.place("corrects"), f"“{kind.name}”不能填更正对象，只有更正公告才填"
        return [problems.BAD_TARGET.at(place, message, village=entry.village)]
    return []


def _notice(kind: Kind, scene: Scene, facts: dict[str, object]) -> Notice:
    entry, body = scene.entry, scene.body
    headings = Headings()
    text = kind.body.render(facts, section=headings.section, part=headings.part)
    if entry.posted is None:
        raise BlankError("登记簿没有写发布日期")
    period = None
    if kind.publicity != NEVER:
        period = period_of(entry, scene.profile.counting, scene.records.county.calendar)
    return Notice(
        number=entry.number,
        kind=kind.id,
        kind_title=kind.name,
        title=line_template(kind.titles[body]).render(facts),
        township=scene.records.township.full_name,
        term=scene.records.term.slug,
        village=scene.village.name,
        village_path=scene.village.path,
        document_number=entry.document_number,
        issuer=line_template(kind.issuers[body]).render(facts),
        dated=entry.posted,
        approver=entry.approver,
        approved=entry.approved,
        publicity=period,
        corrects=entry.corrects,
        facts=digest(facts),
        body=tidy(text),
    )


def _short(entry: Entry, error: Exception) -> str:
    """What the template tripped over, on one line."""
    text = str(error).splitlines()[0] if str(error) else type(error).__name__
    return f"第{entry.number}号{entry.kind}写不出来（{text}）"
