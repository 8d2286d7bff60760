"""Whether what was issued is still what the tables say.

Every issued notice is composed again and compared.  Better wording in a later version of
the program is no disagreement: only facts count, and only as far as the text shows them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from gongshi.compose.compose import Composed
from gongshi.compose.wording import chinese_date
from gongshi.issue.chain import FOLDER, file_name
from gongshi.issue.problems import DISAGREES, REPLACED
from gongshi.model.finding import Finding
from gongshi.model.notice import Notice, Publicity, Published
from gongshi.model.place import Place
from gongshi.model.records import VOID, Entry, Records

_LONGEST = 60


def disagreements(
    records: Records, composed: Iterable[Composed], issued: tuple[Published, ...]
) -> list[Finding]:
    """A finding for each issued notice that the tables no longer bear out.

    A number that now belongs to another kind or village, or to no row, is an error; other
    differences are warnings, and none once a correction of the notice has been issued.
    """
    now = {one.entry.number: one for one in composed}
    findings: list[Finding] = []
    for one in issued:
        findings += _one(records, one, now.get(one.notice.number))
    return findings


def _one(records: Records, published: Published, now: Composed | None) -> Iterator[Finding]:
    notice = published.notice
    if now is None:
        name = file_name(notice.number, notice.kind)
        folder = f"notices/{records.township.slug}/{records.term.slug}/{FOLDER}"
        message = f"登记簿里没有已签发的第{notice.number}号《{notice.title}》"
        yield REPLACED.at(Place(f"{folder}/{name}"), message)
        return
    entry, number = now.entry, now.entry.number
    if (entry.kind, entry.village) != (notice.kind_title, notice.village):
        was, row = f"{notice.village}{notice.kind_title}", f"{entry.village}{entry.kind}"
        message = f"第{number}号已作为“{was}”签发，登记簿现在是“{row}”"
        yield REPLACED.at(entry.place("number"), message, village=entry.village)
    elif not published.corrected_by and (difference := _difference(notice, entry, now)):
        message = f"第{number}号《{notice.title}》与台账不一致：{difference}"
        yield DISAGREES.at(entry.place("number"), message, village=entry.village)


def _difference(notice: Notice, entry: Entry, now: Composed) -> str:
    """The first thing that differs, in words; empty if nothing does."""
    if entry.status == VOID:
        return "登记簿里已作废"
    if now.notice is None:
        reasons = [
            finding.message.partition("：")[2] or finding.message for finding in now.findings
        ]
        return f"现在写不出这份公告（{'；'.join(reasons)}）"
    for name, old, new in _fields(notice, now.notice):
        if old != new:
            return f"{name}签发时是“{old}”，现在是“{new}”"
    if notice.facts == now.notice.facts:
        return ""
    return _first_line(_whole(notice), _whole(now.notice))


def _whole(notice: Notice) -> str:
    """The text in every language, with the titles of the translations."""
    said = (f"{one.title}\n{one.issuer}\n{one.body}" for one in notice.translations)
    return "\n".join((notice.body, *said))


def _fields(old: Notice, new: Notice) -> Iterator[tuple[str, str, str]]:
    """What stands beside the text; wording counts only where the facts differ."""
    yield "文号", old.document_number or "无", new.document_number or "无"
    yield "发布日期", chinese_date(old.dated), chinese_date(new.dated)
    yield "审批人", old.approver, new.approver
    yield "公示期", _period(old.publicity), _period(new.publicity)
    if old.facts != new.facts:
        yield "标题", old.title, new.title
        yield "落款", old.issuer, new.issuer


def _period(period: Publicity | None) -> str:
    if period is None:
        return "无"
    until = f"{chinese_date(period.end)}{'（暂定）' if period.provisional else ''}"
    return f"{chinese_date(period.start)}至{until}"


def _first_line(old: str, new: str) -> str:
    for before, after in zip_longest(old.split("\n"), new.split("\n"), fillvalue=""):
        if before != after:
            return f"签发时是“{_shown(before, after)}”，现在是“{_shown(after, before)}”"
    return ""


def _shown(line: str, other: str) -> str:
    """The line from a little before the first difference, so that it can be seen."""
    same = next(
        (n for n, pair in enumerate(zip(line, other, strict=False)) if pair[0] != pair[1]),
        min(len(line), len(other)),
    )
    start = max(0, same - 20) if len(line) > _LONGEST else 0
    cut = line[start : start + _LONGEST]
    return f"{'…' if start else ''}{cut}{'…' if len(line) > start + _LONGEST else ''}"
