"""The life of a notice: its dated events, and what of it may still be shown on a day.

Nothing is deleted from ``issued/``: a withdrawn notice and one whose retention has run
out are replaced by a tombstone wherever they are shown, and stay whole in the record
(《个人信息保护法》第十九条、第四十七条: shown no longer than needed).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from gongshi.compose.escape import escape
from gongshi.compose.wording import chinese_date
from gongshi.model.notice import Notice, Published
from gongshi.model.profile import Number
from gongshi.model.records import Entry
from gongshi.render.document import (
    Block,
    DocumentError,
    Heading,
    Paragraph,
    Runs,
    Table,
    parse,
)
from gongshi.render.text import plain

if TYPE_CHECKING:
    from gongshi.check import CheckedTerm

#: The profile's number of days for which a notice with personal facts stays whole.
RETENTION = "公示保留天数"
#: The level of the headings that name one person each, where each has a section.
_PERSONS = 2
#: Columns of tables that say something of a person beyond name and post.
PERSONAL = frozenset(
    (
        *("性别", "民族", "出生年月", "年龄", "学历", "入党时间", "政治面貌", "现任职务", "简历"),
        "情形",
    )
)
#: A sentence that tells who somebody is: 男，汉族，1985年6月生.
_PERSON = re.compile(r"[男女]，\S{1,8}族，|\d{4}年\d{1,2}月(?:出)?生(?!效)")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a notice on a day, in the words that are shown."""

    day: date
    what: str


def events(one: Published, entry: Entry | None, others: Mapping[str, Notice]) -> tuple[Event, ...]:
    """The life of an issued notice in order; ``others`` are issued notices by number."""
    return tuple(sorted(_events(one, entry, others), key=lambda event: event.day))


def _events(one: Published, entry: Entry | None, others: Mapping[str, Notice]) -> Iterator[Event]:
    notice, period = one.notice, one.notice.publicity
    if notice.approved:
        yield Event(notice.approved, "审批")
    if entry and entry.second_approved:
        yield Event(entry.second_approved, "复审")
    if one.issued_on:
        yield Event(one.issued_on, "签发")
    if period:
        yield Event(period.start, "公示开始")
        yield Event(period.latest, "公示截止" if not period.provisional else "公示截止（最迟）")
    if correction := others.get(one.corrected_by):
        yield Event(correction.dated, f"更正（第{correction.number}号）")
    if one.withdrawn:
        yield Event(one.withdrawn, "撤回")
    if one.retired:
        yield Event(one.retired, "公示期满后只保留姓名和职务")


def public(term: CheckedTerm, *, drafts: bool = False) -> tuple[Published, ...]:
    """The notices of a term as they may be shown on the day it was checked.

    Never those that are sent up only: a list of persons still under review is no notice.
    """
    every = term.published if drafts else term.issued
    rows = {entry.number: entry for entry in term.records.register}
    shared = [one for one in every if one.notice.kind not in term.sent_up]
    return tuple(_now(term, one, rows.get(one.notice.number)) for one in shared)


def now(term: CheckedTerm, one: Published) -> Published:
    """A notice of the term as it may be shown on the day the term was checked."""
    return _now(term, one, term.records.entry(one.notice.number))


def _now(term: CheckedTerm, one: Published, entry: Entry | None) -> Published:
    return shown(one, entry, term.records.term.profile.numbers.get(RETENTION), term.today)


def shown(one: Published, entry: Entry | None, retention: Number | None, today: date) -> Published:
    """The notice as it may be shown on ``today``: whole, withdrawn, or names and posts only.

    ``entry`` is its row of the register, ``retention`` the days for which it stays whole.
    """
    if one.is_draft:
        return one
    if entry and entry.withdrawn and entry.withdrawn <= today:
        notice = _withdrawn(one.notice, entry.withdrawn, entry.withdrawal)
        return replace(one, notice=notice, withdrawn=entry.withdrawn)
    until = _last_day(one.notice) + timedelta(retention.value) if retention else date.max
    if today <= until:
        return one
    body = _names_and_posts(one.notice)
    if body is None:
        return one
    kept = replace(one.notice, body=body, translations=())
    return replace(one, notice=kept, retired=until + timedelta(1))


def _withdrawn(notice: Notice, day: date, reason: str) -> Notice:
    """What is left of it: its number, its kind and why it is gone."""
    said = f"这份公告已于{chinese_date(day)}撤回，原文不再公布。"
    if reason:
        said += f"\n\n撤回原因：{escape(reason)}"
    title = f"{notice.village}{notice.kind_title}（已撤回）"
    return replace(notice, title=title, body=said, publicity=None, translations=())


def _last_day(notice: Notice) -> date:
    return notice.publicity.latest if notice.publicity else notice.dated


def _names_and_posts(notice: Notice) -> str | None:
    """Tables and headings of persons without what is personal; none where there is none of it."""
    try:
        blocks = parse(notice.body).blocks
    except DocumentError:
        return None
    tables = [block for block in blocks if isinstance(block, Table) and _is_personal(block)]
    told = any(_tells(block, notice) for block in blocks)
    if not tables and not told:
        return None
    head = "公示期已满，这里只保留姓名和职务；公告原文存入档案。"
    named = (block for block in blocks if isinstance(block, Heading) and block.level == _PERSONS)
    lines = [escape(plain(block.runs)) for block in named] if told else []
    return "\n\n".join((head, *lines, *map(_reduced, tables)))


def _tells(block: Block, notice: Notice) -> bool:
    """Whether a paragraph says who somebody is, or corrects what was said of that."""
    if not isinstance(block, Paragraph):
        return False
    text = plain(block.runs)
    corrected = bool(notice.corrects) and any(name in text for name in PERSONAL)
    return corrected or bool(_PERSON.search(text))


def _is_personal(table: Table) -> bool:
    return not PERSONAL.isdisjoint(map(_heading, table.header))


def _heading(cell: Runs) -> str:
    return plain(cell).replace(" ", "").replace("\u3000", "").replace("\n", "")


def _reduced(table: Table) -> str:
    kept = [n for n, cell in enumerate(table.header) if _heading(cell) not in PERSONAL]
    rows = [table.header, *table.rows]
    lines = ["| " + " | ".join(_cell(row[n]) for n in kept) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(kept))
    return "\n".join(lines)


def _cell(runs: Runs) -> str:
    text = plain(runs)
    return escape(text) if text.strip() else " "
