"""The nouns of one term (届): what the tables of a township say, each with its place.

The words are those of the clerks' tables; DESIGN calls them villages, candidates,
meetings, votes and the register.  Nothing here reads, checks or prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from gongshi.model.days import Calendar
from gongshi.model.finding import Waiver
from gongshi.model.place import Place
from gongshi.model.profile import Override, Profile

if TYPE_CHECKING:
    from gongshi.model.decisions import Decision
    from gongshi.model.working import (
        Audit,
        Clearance,
        Document,
        Exemption,
        Goal,
        HandoverItem,
        Kinship,
        LogEntry,
        Objection,
        Officer,
        Posting,
        Proxy,
        Reported,
        Spot,
        Step,
        Uncounted,
        VoteCheck,
        Voter,
    )

#: 规则调整 of a county or a township: for each 机构 its items by name.
Adjustments = Mapping[str, Mapping[str, Override]]

#: Posts a village may elect, in the order in which notices list them.
POSTS = ("书记", "副书记", "主任", "副主任", "委员")
#: The name of the meeting that elects, and the 状态 of a register row that is passed over.
ELECTION, VOID = "选举大会", "作废"


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A month of birth or of joining the Party; tables give no day."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}年{self.month}月"

    def age_on(self, day: date) -> int:
        """Full years (周岁) on ``day``, the birthday month counted as reached."""
        return day.year - self.year - (day.month < self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of a table; ``places`` gives the cell of each field by its attribute name."""

    places: Mapping[str, Place] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    def place(self, name: str) -> Place:
        """The cell of a field, or of the row's first cell when the field has none."""
        if name in self.places:
            return self.places[name]
        return next(iter(self.places.values()), Place(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Village(Record):
    """村社名册: one village or community, its electors and its seats (职数)."""

    name: str
    path: str
    organisation: str = ""
    category: str = ""
    members: int | None = None
    due: int | None = None
    representatives: int | None = None
    voters: int | None = None
    groups: int | None = None
    aware: int | None = None
    mode: str = ""
    overhaul: str = ""
    other_name: str = ""
    seats: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Record):
    """候选人名册: one person, as the township typed it (names without inner spaces)."""

    village: str
    name: str
    post: str
    post_text: str = ""
    sex: str = ""
    ethnicity: str = ""
    born: YearMonth | None = None
    education: str = ""
    joined: YearMonth | None = None
    current_post: str = ""
    body: str = ""
    stage: str = ""
    standing: str = ""
    category: str = ""
    nomination: str = ""
    review: str = ""
    dissent: int | None = None
    resume: str = ""
    achievements: str = ""
    character: str = ""
    pledge: str = ""
    photo: str = ""
    remark: str = ""
    age: int | None = None
    concurrent: str = ""
    replaces: str = ""
    nominated_on: date | None = None
    reviewed_on: date | None = None
    examined_on: date | None = None
    talked_on: date | None = None
    pledged_on: date | None = None
    speech_on: date | None = None
    attendants: int | None = None
    examiner: str = ""
    other_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """会议情况: one meeting; the counts are empty until it has been held."""

    village: str
    name: str
    round: int = 1
    day: date | None = None
    time: str = ""
    venue: str = ""
    due: int | None = None
    present: int | None = None
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    invalid: int | None = None
    host: str = ""
    chief_scrutineer: str = ""
    scrutineers: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    callers: tuple[str, ...] = ()
    guide: str = ""
    proxy_votes: int | None = None
    boxes: int | None = None
    booths: int | None = None
    mobile_boxes: int | None = None
    sealed_on: date | None = None

    @property
    def held(self) -> bool:
        """Whether ballots have been counted."""
        return self.collected is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """得票情况: the votes of one person for one post in one round."""

    village: str
    meeting: str
    post: str
    name: str
    in_favour: int
    against: int
    abstain: int
    round: int = 1
    drawn: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Record):
    """公告登记簿: one notice that has been or is to be posted.

    ``number`` is kept as typed.  ``days`` is the length of publicity in working days
    when ``working`` is true, in calendar days otherwise; ``until`` is the last day where
    the register names it instead.  ``corrects`` is the number of the corrected notice.
    """

    number: str
    village: str
    kind: str
    posted: date | None = None
    start: date | None = None
    days: int | None = None
    working: bool = True
    until: date | None = None
    document_number: str = ""
    approver: str = ""
    approved: date | None = None
    status: str = ""
    corrects: str = ""
    correction: str = ""
    remark: str = ""
    second_approver: str = ""
    second_approved: date | None = None
    withdrawn: date | None = None
    withdrawal: str = ""

    @property
    def is_approved(self) -> bool:
        """已审, with an approver and a date: the three things an issue needs."""
        return self.status == "已审" and bool(self.approver) and self.approved is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts(Record):
    """联系方式: who publishes and where objections go; all of it is public."""

    township: str = ""
    organiser: str = ""
    phone: str = ""
    mailbox: str = ""
    hours: str = ""
    address: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term(Record):
    """term.yml: what holds for the whole election of one term.

    ``slug`` is the folder's name, ``title`` the election's full name.  The texts are
    lists of sentences by heading, for example ``texts["任职条件"]["书记"]``; lists without
    headings stand under ``""``.  ``waivers`` are the findings that were waived (豁免).
    """

    slug: str
    title: str
    profile: Profile
    texts: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()

    def text(self, name: str, heading: str = "") -> tuple[str, ...]:
        """The sentences under a heading, or none."""
        return self.texts.get(name, {}).get(heading, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Township(Record):
    """township.yml: a township or street office (乡镇、街道).

    ``language`` is the code of the notices' second language (双语), empty for none; ``said``
    gives the office's own words in it (译名) by the Chinese ones.
    """

    slug: str
    name: str
    full_name: str
    kind: str = "镇"
    adjustments: Adjustments = field(default_factory=dict)
    language: str = ""
    said: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class County(Record):
    """county.yml: the settings that all townships share, and the county's 放假安排.yml."""

    name: str
    url: str = ""
    fonts: str = ""
    issued_by: str = ""
    adjustments: Adjustments = field(default_factory=dict)
    calendar: Calendar = field(default_factory=Calendar)


@dataclass(frozen=True, slots=True)
class SheetReport:
    """What reading understood of one table, for ``check --explain-tables``."""

    place: Place
    table: str
    header_rows: tuple[int, ...]
    columns: tuple[tuple[str, str], ...]
    rows: int
    left_out: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Records:
    """Everything one term's folder says."""

    county: County
    township: Township
    term: Term
    contacts: Contacts
    villages: tuple[Village, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    votes: tuple[Vote, ...] = ()
    register: tuple[Entry, ...] = ()
    vote_checks: tuple[VoteCheck, ...] = ()
    schedule: tuple[Step, ...] = ()
    log: tuple[LogEntry, ...] = ()
    documents: tuple[Document, ...] = ()
    objections: tuple[Objection, ...] = ()
    spots: tuple[Spot, ...] = ()
    postings: tuple[Posting, ...] = ()
    kinships: tuple[Kinship, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    uncounted: tuple[Uncounted, ...] = ()
    officers: tuple[Officer, ...] = ()
    voters: tuple[Voter, ...] = ()
    proxies: tuple[Proxy, ...] = ()
    audits: tuple[Audit, ...] = ()
    goals: tuple[Goal, ...] = ()
    handovers: tuple[HandoverItem, ...] = ()
    reported: tuple[Reported, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sheets: tuple[SheetReport, ...] = ()

    def village(self, name: str) -> Village | None:
        """The village of that name, or none."""
        return next((village for village in self.villages if village.name == name), None)

    def candidates_of(self, village: str) -> tuple[Candidate, ...]:
        """The village's candidates, in the order of the table."""
        return tuple(person for person in self.candidates if person.village == village)

    def rounds_of(self, village: str, name: str = ELECTION) -> tuple[Meeting, ...]:
        """Every round of the village's meeting of that name, in the order of the table."""
        return tuple(m for m in self.meetings if (m.village, m.name) == (village, name))

    def meeting_of(self, village: str, name: str = ELECTION) -> Meeting | None:
        """The last round of the village's meeting of that name, or none."""
        return max(self.rounds_of(village, name), key=lambda meeting: meeting.round, default=None)

    def votes_of(self, meeting: Meeting) -> tuple[Vote, ...]:
        """The votes cast at one round of one meeting, in the order of the table."""
        key = (meeting.village, meeting.name, meeting.round)
        return tuple(v for v in self.votes if (v.village, v.meeting, v.round) == key)

    def entry(self, number: str) -> Entry | None:
        """The register row of that number, or none."""
        return next((entry for entry in self.register if entry.number == number), None)
