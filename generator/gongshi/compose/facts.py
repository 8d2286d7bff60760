"""The closed list of facts that a notice may state.

A kind names the facts it needs by their Chinese names; its template sees them under the
English ones.  Each is a pure function of one :class:`Scene`; what it cannot tell it
raises as :class:`MissingError`, so that a notice never has a blank.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from gongshi.calendars.register import period_of
from gongshi.compose.outcomes import elected, result
from gongshi.compose.people import candidates
from gongshi.compose.problems import BAD_TARGET, TARGET_WAITS
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import (
    PARTY,
    chinese_date,
    committee,
    electors,
    law_applies,
    short_committee,
    weekday,
)
from gongshi.model.notice import Publicity
from gongshi.model.records import POSTS
from gongshi.rules.results import base_of


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact: ``variable`` is its name in templates, ``note`` says what it holds."""

    variable: str
    tell: Callable[[Scene], object]
    note: str


@dataclass(frozen=True, slots=True)
class Election:
    """What is elected and by whom, in the words of the notice."""

    body: str
    title: str
    village: str
    committee: str
    short: str
    board: str
    electors: str
    meeting: str
    public: str

    @property
    def of_party(self) -> bool:
        """Whether it is a Party organisation's election."""
        return self.body == PARTY


@dataclass(frozen=True, slots=True)
class Seats:
    """The posts to be filled and how many of each."""

    posts: tuple[tuple[str, int], ...]

    @property
    def words(self) -> str:
        """``书记1名、委员4名``."""
        return "、".join(f"{post}{count}名" for post, count in self.posts)

    @property
    def total(self) -> int:
        """All seats together."""
        return sum(count for _, count in self.posts)


@dataclass(frozen=True, slots=True)
class Period:
    """A publicity period in words; ``length`` is ``5个工作日`` or ``15日（…）``."""

    first: str
    last: str
    latest: str
    length: str
    counting: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class Channels:
    """Where objections go; ``lines`` are the labelled ways to get there."""

    organiser: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """When and where the election is held; ``due`` is how many are expected, 0 if unknown."""

    day: str
    weekday: str
    time: str
    venue: str
    due: int


@dataclass(frozen=True, slots=True)
class Corrected:
    """The notice a correction answers, and what is put right; ``document`` may be empty."""

    title: str
    kind: str
    number: str
    document: str
    dated: str
    issuer: str
    text: str


#: A title inside a title takes single marks (GB/T 15834-2011, 4.15.3.4).
_INNER_TITLE = str.maketrans("《》", "〈〉")

Headed = tuple[tuple[str, tuple[str, ...]], ...]


def election(scene: Scene) -> Election:
    """The names of the committee and of those who elect it."""
    body, village, records = scene.body, scene.village, scene.records
    full = committee(body, records.township.full_name, village)
    if not full:
        message = f"村社名册没有写{village.name}的组织形式（党支部、党总支或者党委）"
        raise MissingError(message, village.place("organisation"))
    voters, meeting = electors(body, scene.profile.quorum.base)
    place = f"{records.township.full_name}{village.name}"
    return Election(
        body=body,
        title=records.term.title,
        village=village.name,
        committee=full,
        short=short_committee(body, village),
        board=f"{place}{body.removesuffix('委员会')}选举委员会",
        electors=voters,
        meeting=meeting,
        public="党员、群众" if body == PARTY else body.removesuffix("委员会"),
    )


def seats(scene: Scene) -> Seats:
    """The village's seats, in the order of the posts."""
    counts = scene.village.seats
    posts = tuple((post, counts[post]) for post in POSTS if counts.get(post))
    if not posts:
        raise MissingError(
            f"村社名册没有写{scene.village.name}的职数", scene.village.place("seats")
        )
    return Seats(posts)


def conditions(scene: Scene) -> Headed:
    """任职条件 by heading: the posts that are filled here, then what is no post."""
    texts = scene.records.term.texts.get("任职条件", {})
    filled = scene.village.seats
    order = (*POSTS, *(heading for heading in texts if heading not in POSTS))
    kept = (
        (heading, texts[heading])
        for heading in order
        if texts.get(heading) and (heading not in POSTS or filled.get(heading))
    )
    found = tuple(kept)
    if not found:
        raise MissingError("term.yml没有写任职条件", scene.records.term.place("texts"))
    return found


def text(name: str) -> Callable[[Scene], tuple[str, ...]]:
    """A fact that is a list of sentences in term.yml, headings joined into one list."""

    def tell(scene: Scene) -> tuple[str, ...]:
        texts = scene.records.term.texts.get(name, {})
        sentences = tuple(sentence for heading in texts for sentence in texts[heading])
        if not sentences:
            raise MissingError(f"term.yml没有写{name}", scene.records.term.place("texts"))
        return sentences

    return tell


def laws(scene: Scene) -> str:
    """The titles of the profile's laws, those that bind this organisation.

    Offices name a law without its version where they cite no article of it; titles stand
    side by side without 、 (GB/T 15834-2011, 4.5.3.5): ``《甲》《乙》``.
    """
    cited = [
        citation[: citation.rfind("》") + 1] or citation
        for name, citation in scene.profile.laws.items()
        if law_applies(name, scene.body, scene.village)
    ]
    if not cited:
        raise MissingError("规则里没有写依据的法规")
    return "、".join(cited).replace("》、《", "》《")


def period(scene: Scene) -> Period:
    """The publicity period of the register row."""
    entry = scene.entry
    found = period_of(entry, scene.profile.counting)
    if found is None or found.working_days < 1:
        raise MissingError("登记簿没有写公示天数或者公示截止", entry.place("days"))
    return Period(
        first=chinese_date(found.start),
        last=chinese_date(found.end),
        latest=chinese_date(found.latest),
        length=_length(found, working=entry.working or entry.until is not None),
        counting="张贴当日不计算在内" if found.counting == "次日" else "张贴当日计算在内",
        provisional=found.provisional,
    )


def _length(found: Publicity, *, working: bool) -> str:
    works = f"{found.working_days}个工作日"
    if working:
        return works
    days = (found.end - found.start) // timedelta(days=1) + (found.counting != "次日")
    return f"{days}日（其中{works}）"


def contacts(scene: Scene) -> Channels:
    """Who takes objections, by telephone, mailbox, letter and e-mail, and when."""
    one = scene.records.contacts
    needed = {"organiser": "主办", "phone": "举报电话", "hours": "受理时间", "address": "地址"}
    for field, key in needed.items():
        if not getattr(one, field):
            raise MissingError(f"联系方式没有写{key}", one.place(field))
    lines = (
        ("受理电话", one.phone),
        ("举报信箱", one.mailbox),
        ("来信来访地址", one.address),
        ("电子邮箱", one.email),
        ("受理时间", one.hours),
    )
    return Channels(one.organiser, tuple((label, value) for label, value in lines if value))


def gathering(scene: Scene) -> Gathering:
    """Day, time and place of the election meeting."""
    meeting = scene.records.meeting_of(scene.village.name)
    if meeting is None:
        raise MissingError(f"会议情况表里没有{scene.village.name}的选举大会")
    needed = {"day": "日期", "time": "时间", "venue": "地点"}
    for field, column in needed.items():
        if not getattr(meeting, field):
            message = f"会议情况表没有写{scene.village.name}选举大会的{column}"
            raise MissingError(message, meeting.place(field))
    day = meeting.day or date.min
    due = base_of(scene.profile.quorum, meeting, scene.village)
    return Gathering(chinese_date(day), weekday(day), meeting.time, meeting.venue, due or 0)


def corrected(scene: Scene) -> Corrected:
    """The notice that the row corrects, and the register's own words for it."""
    entry, place = scene.entry, scene.entry.place("corrects")
    target = scene.records.entry(entry.corrects)
    if not entry.corrects or entry.corrects == entry.number or target is None:
        raise MissingError("更正对象不是登记簿里另一份公告的编号", place, rule=BAD_TARGET)
    if target.village != entry.village:
        message = f"更正对象第{entry.corrects}号是{target.village}的公告"
        raise MissingError(message, place, rule=BAD_TARGET)
    if not entry.correction:
        raise MissingError("登记簿没有写更正内容", entry.place("correction"), rule=BAD_TARGET)
    notice = scene.original
    if notice is None:
        raise MissingError(f"更正对象第{entry.corrects}号还写不出来", place, rule=TARGET_WAITS)
    return Corrected(
        title=notice.title.translate(_INNER_TITLE),
        kind="公示" if notice.kind_title.endswith("公示") else "公告",
        number=notice.number,
        document=notice.document_number,
        dated=chinese_date(notice.dated),
        issuer=notice.issuer,
        text=entry.correction.rstrip("。；;，, "),
    )


#: Every fact by the name that kind.yml uses.
FACTS = {
    "选举": Fact("election", election, "机构全称、简称、选举委员会、选举人、会议名称"),
    "依据": Fact("laws", laws, "规则里的法规全称，用顿号连接"),
    "职数": Fact("seats", seats, "应选职务和名额"),
    "任职条件": Fact("conditions", conditions, "term.yml的任职条件，按职务"),
    "任期目标": Fact("objectives", text("任期目标"), "term.yml的任期目标"),
    "选举程序": Fact("procedure", text("选举程序"), "term.yml的选举程序"),
    "工作纪律": Fact("discipline", text("工作纪律"), "term.yml的工作纪律"),
    "议程": Fact("agenda", text("议程"), "term.yml的议程"),
    "投票须知": Fact("voting", text("投票须知"), "term.yml的投票须知"),
    "候选人": Fact("candidates", candidates, "可以公示的候选人，按职务和姓氏笔画"),
    "会议": Fact("gathering", gathering, "选举大会的日期、时间、地点"),
    "选举结果": Fact("result", result, "到会、选票、每人得票和是否当选"),
    "当选人": Fact("elected", elected, "当选人员，按职务和姓氏笔画"),
    "公示期": Fact("period", period, "公示的起止日期、天数和算法"),
    "联系方式": Fact("contacts", contacts, "受理单位、电话、信箱、地址、时间"),
    "更正": Fact("corrected", corrected, "被更正的公告和更正内容"),
}
