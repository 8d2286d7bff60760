"""The closed list of facts that a notice may state.

A kind names the facts it needs by their Chinese names; its template sees them under the
English ones.  Each is a pure function of one :class:`Scene`; what it cannot tell it
raises as :class:`MissingError`, so that a notice never has a blank.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from gongshi.calendars.board import board_until
from gongshi.calendars.register import period_of
from gongshi.calendars.working_days import papers
from gongshi.compose.accounts import audits, handover, promises
from gongshi.compose.bodies import body_by_post, representatives, supporting_bodies
from gongshi.compose.decided import (
    adjustment,
    decided,
    on_the_new_day,
    postponed,
    still_on,
)
from gongshi.compose.listed import (
    at_stage,
    introductions,
    standing_candidates,
    valid_elected,
    valid_result,
)
from gongshi.compose.planned import arrangement, limit, overview, stations
from gongshi.compose.problems import BAD_TARGET, TARGET_WAITS
from gongshi.compose.publicized import answered, publicized
from gongshi.compose.recalled import recall
from gongshi.compose.recommended import recommendation
from gongshi.compose.rounds import another_election, ballot_again, failed_election
from gongshi.compose.sayings import conditions, exclusions, headed, qualifications, text
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.voters import proxies, roll_change, voter_roll
from gongshi.compose.wording import (
    chinese_date,
    committee,
    electors,
    law_applies,
    short_committee,
    weekday,
)
from gongshi.model.notice import Publicity
from gongshi.model.profile import PARTY, Profile
from gongshi.model.records import POSTS
from gongshi.rules.results import base_of, leaders_are_members


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

    @property
    def by_voters(self) -> bool:
        """Whether all registered voters vote; nobody else may send a proxy (委托投票)."""
        return self.electors.startswith("登记")


@dataclass(frozen=True, slots=True)
class Seats:
    """The posts to be filled and how many of each; ``within`` is told at SeatsWithin."""

    posts: tuple[tuple[str, int], ...]
    within: ClassVar[bool] = False

    @property
    def words(self) -> str:
        """``书记1名、委员4名``."""
        return "、".join(f"{post}{count}名" for post, count in self.posts)

    @property
    def total(self) -> int:
        """All seats together."""
        return sum(count for _, count in self.posts)


class SeatsWithin(Seats):
    """Seats of 委员 that include those of 书记 and 副书记, who are elected 委员 too."""

    within: ClassVar[bool] = True

    @property
    def words(self) -> str:
        """``委员3名（其中书记1名）``."""
        leading = "、".join(f"{post}{count}名" for post, count in self.posts[:-1])
        return f"委员{self.total}名（其中{leading}）"

    @property
    def total(self) -> int:
        """The seats of 委员, the last of the posts."""
        return self.posts[-1][1]


@dataclass(frozen=True, slots=True)
class Period:
    """A publicity period in words; ``length`` is ``5个工作日`` or ``15日（…）``.

    ``papers`` cites what says which days are worked.  ``board`` is ``不少于15日，到…`` where
    the law says how long a sheet stays on the board, else empty.
    """

    first: str
    last: str
    latest: str
    length: str
    counting: str
    provisional: bool
    papers: str
    board: str


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
    both = leaders_are_members(scene.profile, scene.village) and posts[-1][0] == "委员"
    return SeatsWithin(posts) if both and len(posts) > 1 else Seats(posts)


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
    entry, calendar = scene.entry, scene.records.county.calendar
    found = period_of(entry, scene.profile.counting, calendar)
    if found is None or found.working_days < 1:
        raise MissingError("登记簿没有写公示天数或者公示截止", entry.place("days"))
    return Period(
        first=chinese_date(found.start),
        last=chinese_date(found.end),
        latest=chinese_date(found.latest),
        length=_length(found, working=entry.working or entry.until is not None),
        counting="张贴当日不计算在内" if found.counting == "次日" else "张贴当日计算在内",
        provisional=found.provisional,
        papers="、".join(papers(found.start, found.latest, calendar)),
        board=_board(entry.posted or found.start, scene.profile),
    )


def _board(posted: date, profile: Profile) -> str:
    until, days = board_until(posted, profile), profile.numbers.get("公开栏天数")
    return f"不少于{days.value}日，到{chinese_date(until)}" if until and days else ""


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
    meeting = scene.coming
    if meeting is None:
        raise MissingError(f"会议情况表里没有{scene.village.name}的选举大会")
    needed = {"day": "日期", "time": "时间", "venue": "地点"}
    for field, column in needed.items():
        if not getattr(meeting, field):
            message = f"会议情况表没有写{scene.village.name}选举大会的{column}"
            raise MissingError(message, meeting.place(field))
    still_on(scene, [meeting])
    on_the_new_day(scene, meeting)
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
    said = next((one for one in notice.translations if one.lang == scene.language), notice)
    return Corrected(
        title=said.title.translate(_INNER_TITLE),
        kind="公示" if notice.kind_title.endswith("公示") else "公告",
        number=notice.number,
        document=notice.document_number,
        dated=chinese_date(notice.dated),
        issuer=said.issuer,
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
    "候选人": Fact("candidates", standing_candidates, "可以公示的候选人，按职务和姓氏笔画"),
    "会议": Fact("gathering", gathering, "选举大会的日期、时间、地点"),
    "选举结果": Fact("result", valid_result, "到会、选票、每人得票和是否当选"),
    "当选人": Fact("elected", valid_elected, "当选人员，按职务和姓氏笔画"),
    "公示期": Fact("period", period, "公示的起止日期、天数和算法"),
    "联系方式": Fact("contacts", contacts, "受理单位、电话、信箱、地址、时间"),
    "更正": Fact("corrected", corrected, "被更正的公告和更正内容"),
    "资格条件": Fact("qualifications", qualifications, "term.yml的任职条件里各职务的条件"),
    "不宜情形": Fact("exclusions", exclusions, "term.yml的任职条件里不是职务的标题"),
    "村情": Fact("overview", overview, "村社名册里的党员、代表、选民、小组数"),
    "票箱": Fact("stations", stations, "选举大会的票箱和秘密写票处"),
    "推荐结果": Fact("recommended", recommendation, "党员推荐会和群众代表推荐会的得票"),
    "初步人选": Fact("initial", at_stage("初步人选"), "到了初步人选以后各阶段的人，按职务"),
    "考察对象": Fact("examined", at_stage("考察对象"), "到了考察对象以后各阶段的人，按职务"),
    "预备人选": Fact("proposed", at_stage("预备人选"), "到了预备人选以后各阶段的人，按职务"),
    "候选人介绍": Fact("introduced", introductions, "候选人的基本情况、简历和承诺"),
    "选举委员会": Fact("board", body_by_post("选举委员会"), "选举委员会成员，按职务和姓氏笔画"),
    "代表名单": Fact("representatives", representatives, "村（居）民代表，按小组"),
    "配套组织": Fact("bodies", supporting_bodies, "下属委员会、小组长等，按机构"),
    "选民登记安排": Fact("registering", arrangement("选民登记"), "时间表里的选民登记"),
    "提名安排": Fact("nominating", arrangement("提名"), "时间表里的提名候选人"),
    "委托办理安排": Fact("authorising", arrangement("委托投票"), "时间表里的办理委托投票"),
    "选民名单": Fact("voters", voter_roll, "选民名单，按小组"),
    "选民名单变动": Fact("changed", roll_change, "选民名单最近一次增加、删除的人"),
    "选民异议": Fact("answered", answered("选民名单公告"), "对选民名单已经办结的异议，不写谁"),
    "异议提出期限": Fact("objecting", limit("异议提出期限"), "规则里的数字和条文"),
    "异议处理期限": Fact("deciding", limit("异议处理期限"), "规则里的数字和条文"),
    "移交期限": Fact("handing", limit("移交期限"), "规则里的数字和条文"),
    "委托投票": Fact("proxies", proxies, "委托人和受托人"),
    "另行选举": Fact("round", another_election, "没有选满的职务、候选人和下一轮的时间地点"),
    "重新投票": Fact("round", ballot_again, "得票相等或者无效的一轮，和下一轮的时间地点"),
    "选举无效": Fact("failed", failed_election, "哪一天的选举、为什么无效"),
    "罢免": Fact("recall", recall, "罢免投票的人数、票数和每个人的结果"),
    "终止选举": Fact("decided", decided("终止选举"), "终止选举的决定"),
    "延期选举": Fact("postponed", postponed, "延期的决定和改定的时间地点"),
    "取消资格": Fact("decided", decided("取消候选人资格"), "取消候选人资格的决定"),
    "当选无效": Fact("decided", decided("当选无效"), "当选无效的决定"),
    "候选人调整": Fact("adjusted", adjustment, "不再参选的人和替换的人"),
    "任职公示情况": Fact("publicized", publicized("任职公示"), "期满的任职公示和收到的异议"),
    "公示情况": Fact(
        "publicized",
        publicized("候选人公示", "任职公示", "正式候选人公告"),
        "最近一次期满的公示和收到的异议",
    ),
    "离任审计": Fact("audits", audits, "离任审计表，按人"),
    "任期承诺": Fact("promises", promises("任期目标", "年度目标", "公开承诺"), "任期目标和承诺"),
    "责任状": Fact("promises", promises("责任状", "任期目标", "年度目标"), "责任状的目标"),
    "移交": Fact("handover", handover, "移交清单"),
    **{
        name: Fact(variable, headed(name), f"term.yml的{name}")
        for name, variable in (
            ("明白纸", "leaflet"),
            ("政策问答", "answers"),
            ("公开信", "letter"),
            ("通告", "order"),
            ("通报", "case"),
            ("先进典型", "example"),
            ("情况回应", "reply"),
            ("村规民约", "covenant"),
            ("选举办法", "method"),
        )
    },
}
