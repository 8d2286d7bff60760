"""What the office has to do today, village by village: post, take down, chase, decide.

It follows from the register, the meetings, the plan, the objections and the postings; the
day is an argument.  It is for the office and never goes on the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from gongshi.calendars.register import period_of
from gongshi.calendars.working_days import is_working_day
from gongshi.model.days import Calendar
from gongshi.model.records import VOID, Entry, Records
from gongshi.model.working import Posting
from gongshi.report.progress import State, missing_papers, progress, short
from gongshi.rules import process
from gongshi.rules.boards import hangs
from gongshi.rules.results import elects

POST, REMOVE, CHASE, DECIDE, MEET = "张贴", "取下", "催办", "决定", "会议"
VERBS = (POST, REMOVE, CHASE, DECIDE, MEET)

#: How long an ended notice is named where nobody writes down when it was taken off.
_REMIND = timedelta(days=3)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: ``verb`` is one of ``VERBS``; ``late`` when its day is over."""

    village: str
    verb: str
    text: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the notices' tasks are worked out from, each table looked through once."""

    records: Records
    today: date
    soon: date
    issued: frozenset[str]
    postings: Mapping[str, list[Posting]]
    waiting: frozenset[str]
    appointed: frozenset[str]


def tasks(records: Records, issued: frozenset[str], today: date) -> tuple[Task, ...]:
    """Everything to be done, by village in the order of the roll, then by verb.

    ``issued`` holds the numbers of the notices that are issued.
    """
    desk, over = _desk(records, issued, today), process.ended(records, today)
    found = [
        *_notices(desk),
        *_meetings(records, today, desk.soon),
        *_objections(records, today),
        *_steps(records, today, desk.soon),
        *_papers(records, today),
        *_reviews(records),
    ]
    found = [one for one in found if one.village not in over or one.verb in (POST, REMOVE)]
    order = {village.name: number for number, village in enumerate(records.villages)}
    last = len(order)
    return tuple(
        sorted(
            dict.fromkeys(found),
            key=lambda one: (order.get(one.village, last), VERBS.index(one.verb), not one.late),
        )
    )


def next_working_day(records: Records, today: date) -> date:
    """The day until which the office must look ahead: after Friday comes Monday."""
    day = today + _DAY
    while not _works(day, records.county.calendar):
        day += _DAY
    return day


def _works(day: date, calendar: Calendar) -> bool:
    announced = is_working_day(day, calendar)
    return day.weekday() < 5 if announced is None else announced


def _when(day: date, today: date) -> str:
    """今天, 明天 or the date."""
    return {0: "今天", 1: "明天"}.get((day - today).days, short(day))


def _desk(records: Records, issued: frozenset[str], today: date) -> _Desk:
    postings: dict[str, list[Posting]] = {}
    for one in records.postings:
        postings.setdefault(one.notice, []).append(one)
    done = process.done(records, today)
    return _Desk(
        records,
        today,
        next_working_day(records, today),
        issued,
        postings,
        frozenset(one.notice for one in records.objections if one.closed is None),
        frozenset(village for village, steps in done.items() if "审批任命" in steps),
    )


def _notices(desk: _Desk) -> Iterator[Task]:
    for entry in desk.records.register:
        if entry.withdrawn is not None and entry.withdrawn <= desk.today:
            yield from _remove(desk, entry, "已撤回", remind=False)
        elif entry.status != VOID and entry.posted is not None:
            yield from _to_post(desk, entry, entry.posted)
            yield from _period(desk, entry, entry.posted)


def _to_post(desk: _Desk, entry: Entry, posted: date) -> Iterator[Task]:
    """Approval and issue in time, the paper on the wall on its day, a record of each spot."""
    name, today = _name(entry), desk.today
    if posted > desk.soon:
        return
    if not entry.is_approved:
        state = entry.status or "没有状态"
        text = f"{name}定于{short(posted)}发布，登记簿还是{state}，催审批"
        yield Task(entry.village, CHASE, text, posted < today)
    elif entry.number not in desk.issued and posted <= today:
        yield Task(entry.village, POST, f"{name}已审，还没有签发", posted < today)
    if posted == today:
        yield from _spots(desk, entry, POST, "今天张贴")
    elif posted > today:
        yield Task(entry.village, POST, f"{name}{_when(posted, today)}张贴，先印好")


def _spots(desk: _Desk, entry: Entry, verb: str, what: str) -> Iterator[Task]:
    """One task for the spots that still lack the notice."""
    if not hangs(desk.records, entry):
        return
    done = {one.spot for one in desk.postings.get(entry.number, ())}
    spots = [one.name for one in desk.records.spots if one.village == entry.village]
    missing = [spot for spot in spots if spot not in done]
    if missing or not (spots or done):
        where = f"：{'、'.join(missing)}" if missing else ""
        yield Task(entry.village, verb, f"{_name(entry)}{what}{where}", verb == CHASE)


def _period(desk: _Desk, entry: Entry, posted: date) -> Iterator[Task]:
    """While it hangs, the spots without it; its last day, and what follows."""
    records, today = desk.records, desk.today
    if posted > today:
        return
    found = period_of(entry, records.term.profile.counting, records.county.calendar)
    last = found.latest if found else posted + _REMIND
    if (records.postings or records.spots) and posted < today <= last:
        yield from _spots(desk, entry, CHASE, "没有张贴记录")
    if found is None or found.working_days < 1:
        return
    if found.provisional and found.end <= today <= last:
        text = f"{_name(entry)}的放假安排还没有公布，最迟{short(last)}期满，先不要取下"
        yield Task(entry.village, DECIDE, text)
    elif last == today:
        yield Task(entry.village, DECIDE, f"{_name(entry)}今天期满，汇总意见，研究结论")
    elif last < today:
        yield from _remove(desk, entry, f"{short(last)}期满", remind=today <= last + _REMIND)
        yield from _after(desk, entry)


def _after(desk: _Desk, entry: Entry) -> Iterator[Task]:
    """任职公示 over, nothing open: the appointment can be approved."""
    if entry.kind != "任职公示" or entry.village in desk.appointed or entry.number in desk.waiting:
        return
    if "审批任命" in process.steps(desk.records.term.profile):
        yield Task(entry.village, DECIDE, f"{_name(entry)}期满，没有未办结的异议，办理审批任命")


def _remove(desk: _Desk, entry: Entry, why: str, *, remind: bool) -> Iterator[Task]:
    """Every spot where the notice still hangs, or a reminder where nobody writes it down."""
    own = desk.postings.get(entry.number, ())
    hanging = [one.spot for one in own if one.removed is None]
    if hanging:
        yield Task(entry.village, REMOVE, f"{_name(entry)}{why}：{'、'.join(hanging)}")
    elif remind and not own:
        yield Task(entry.village, REMOVE, f"{_name(entry)}{why}")


def _meetings(records: Records, today: date, soon: date) -> Iterator[Task]:
    published = {
        entry.village
        for entry in records.register
        if entry.kind == "选举结果公告" and entry.status != VOID
    }
    for meeting in records.meetings:
        if meeting.day is None or meeting.day > soon:
            continue
        electing = elects(meeting, records.term.profile)
        if not meeting.held and meeting.day >= today:
            when = _when(meeting.day, today)
            place = f"，{meeting.venue}" if meeting.venue else ""
            yield Task(meeting.village, MEET, f"{when}{meeting.time}{meeting.name}{place}")
        elif not meeting.held and electing:
            text = f"{short(meeting.day)}的{meeting.name}还没有填到会和票数"
            yield Task(meeting.village, CHASE, text, late=True)
        elif electing and meeting.village not in published:
            text = f"{meeting.name}已经计票，登记簿里没有选举结果公告"
            yield Task(meeting.village, CHASE, text, meeting.day < today)


def _objections(records: Records, today: date) -> Iterator[Task]:
    limit = records.term.profile.numbers.get("异议处理期限")
    for one in records.objections:
        if one.closed is not None or one.received > today:
            continue
        entry = records.entry(one.notice)
        kind, days = one.kind or "异议", (today - one.received).days
        text = f"第{one.number}号{kind}（{one.subject}）收到{days}天，还没有办结"
        due = one.received + timedelta(limit.value) if limit else None
        if due is not None:
            text += f"，期限{short(due)}"
        late = due is not None and today > due
        yield Task(entry.village if entry else "", DECIDE, text, late)


def _steps(records: Records, today: date, soon: date) -> Iterator[Task]:
    """Steps of the plan that are late, or end up to the next working day."""
    if not records.schedule:
        return
    for mark in progress(records, today).all(State.LATE, State.DUE):
        if mark.until is None or mark.until > soon:
            continue
        who = f"（{mark.responsible}）" if mark.responsible else ""
        due = f"{_when(mark.until, today)}到期"
        state = mark.words if mark.state is State.LATE else due
        yield Task(mark.village, CHASE, f"{mark.step}{state}{who}", mark.state is State.LATE)


def _papers(records: Records, today: date) -> Iterator[Task]:
    for village, names in missing_papers(records, today):
        yield Task(village, CHASE, f"资料清单缺：{'、'.join(names)}")


def _reviews(records: Records) -> Iterator[Task]:
    waiting: dict[str, int] = {}
    for person in records.candidates:
        if person.review == "待审":
            waiting[person.village] = waiting.get(person.village, 0) + 1
    for village, count in waiting.items():
        yield Task(village, DECIDE, f"{count}名人选的联审还没有结果")


def _name(entry: Entry) -> str:
    return f"第{entry.number}号{entry.kind}"
