"""日报 and 每周小结: what was done, what is late, what comes next, in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gongshi.calendars.register import period_of
from gongshi.compose.wording import chinese_date
from gongshi.model.records import Records
from gongshi.report.progress import Mark, Progress, State, progress, short
from gongshi.rules import process

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Diary:
    """A report on the days from ``first`` to ``day``: a title and paragraphs under headings."""

    title: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def text(self) -> str:
        """As plain text."""
        lines = [self.title]
        for heading, sentences in self.parts:
            lines += [heading, *(f"  {sentence}" for sentence in sentences)]
        return "\n".join(lines) + "\n"


def diary(records: Records, today: date, *, weekly: bool = False) -> Diary:
    """The report of the day, or of the week from Monday up to ``today``."""
    first = today - _DAY * today.weekday() if weekly else today
    found = progress(records, today)
    days = f"{short(first)}至{short(today)}" if first != today else chinese_date(today)
    title = f"{records.term.title}{'每周小结' if weekly else '日报'}（{days}）"
    ahead = today + _DAY * (7 if weekly else 1)
    parts = (
        ("一、总体进度", tuple(_overall(found))),
        (f"二、{'本周' if weekly else '今日'}完成", tuple(_done(records, found, first, today))),
        ("三、逾期未完成", tuple(_marks(found.all(State.LATE)))),
        (f"四、{'下周' if weekly else '明日'}安排", tuple(_ahead(records, found, today, ahead))),
        ("五、公示和异议", tuple(_publicity(records, first, today))),
    )
    return Diary(title, tuple((heading, lines or ("无。",)) for heading, lines in parts))


def _overall(found: Progress) -> Iterator[str]:
    done, late = len(found.all(State.DONE)), len(found.all(State.LATE))
    villages = len(found.records.villages)
    held = {
        meeting.village
        for village in found.records.villages
        for meeting in process.elections(found.records, village.name)
        if meeting.held and meeting.day and meeting.day <= found.day
    }
    over = process.ended(found.records, found.day)
    yield (
        f"{villages}个村（社区）共{found.planned}项步骤，已完成{done}项，逾期{late}项；"
        f"已召开选举大会的{len(held)}个" + (f"，终止选举的{len(over)}个。" if over else "。")
    )


def _done(records: Records, found: Progress, first: date, today: date) -> Iterator[str]:
    """What the log says was done in those days, then steps done that it does not name."""
    results = {(row.village, row.step, row.day): row.result for row in records.log}
    days = {key: key[2] for key in results}
    days |= {(m.village, m.step, m.done): m.done for m in found.all(State.DONE) if m.done}
    for key, day in sorted(days.items(), key=lambda item: (item[1], item[0][0])):
        if first <= day <= today:
            village, step, _ = key
            result = f"，{results[key].rstrip('。')}" if key in results else ""
            yield f"{short(day)} {village}：{step}{result}。"


def _marks(marks: Iterable[Mark]) -> Iterator[str]:
    for mark in marks:
        who = f"，责任人{mark.responsible}" if mark.responsible else ""
        until = f"，应于{short(mark.until)}完成" if mark.until else ""
        yield f"{mark.village}：{mark.step}{until}，{mark.words}{who}。"


def _ahead(records: Records, found: Progress, today: date, last: date) -> Iterator[str]:
    over = process.ended(records, today)
    for meeting in sorted(records.meetings, key=lambda one: (one.day or date.max, one.village)):
        if meeting.village in over or meeting.day is None:
            continue
        if today < meeting.day <= last:
            where = f"，{meeting.venue}" if meeting.venue else ""
            yield f"{short(meeting.day)}{meeting.time} {meeting.village}{meeting.name}{where}。"
    for mark in found.all(State.DUE, State.AHEAD):
        if mark.until is not None and today < mark.until <= last:
            yield f"{mark.village}：{mark.step}，{short(mark.until)}前完成。"


def _publicity(records: Records, first: date, today: date) -> Iterator[str]:
    running = 0
    for entry in records.register:
        if not entry.is_approved:
            continue
        period = period_of(entry, records.term.profile.counting, records.county.calendar)
        running += period is not None and period.start <= today <= period.latest
    received = sum(first <= one.received <= today for one in records.objections)
    waiting = sum(one.closed is None and one.received <= today for one in records.objections)
    yield f"正在公示{running}份；收到异议、举报、验票{received}件，未办结{waiting}件。"
