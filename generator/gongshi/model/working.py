"""The working records of an election: what the office keeps beside lists and votes.

Most of them are never published: a rule may rest on them, the archive keeps them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gongshi.model.records import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """时间表: one planned step of the election, of one village or of all (no village)."""

    name: str
    village: str = ""
    stage: str = ""
    start: date | None = None
    until: date | None = None
    responsible: str = ""
    participants: str = ""
    requirement: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry(Record):
    """全程纪实: one step as it was done, with who answers for it and what came of it."""

    village: str
    step: str
    day: date
    responsible: str
    result: str
    time: str = ""
    venue: str = ""
    signature: str = ""
    video: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Record):
    """资料清单: one paper that exists for a village, at the level (镇、村) that keeps it."""

    village: str
    name: str
    level: str = ""
    document_number: str = ""
    day: date | None = None
    file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection(Record):
    """异议登记: one objection, report or request for a recount; never a person's name.

    ``upheld`` is 成立, 部分成立 or 不成立 once it is decided.
    """

    number: str
    notice: str
    received: date
    subject: str
    kind: str = ""
    channel: str = ""
    outcome: str = ""
    closed: date | None = None
    upheld: str = ""

    @property
    def is_objection(self) -> bool:
        """Whether it is an objection (异议), as it is where the table does not say the kind."""
        return self.kind in ("", "异议")


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting(Record):
    """张贴记录: one notice put up at one spot; ``photo`` names a file of ``postings/``."""

    notice: str
    spot: str
    day: date
    time: str = ""
    photo: str = ""
    poster: str = ""
    removed: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Record):
    """张贴点: a board or wall of a village where notices are put up."""

    village: str
    name: str
    kind: str = ""
    copies: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kinship(Record):
    """亲属关系: two persons who are near kin; ``relation`` is what ``relative`` is to ``name``."""

    village: str
    name: str
    relation: str
    relative: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Record):
    """放宽审批: a departure from a limit that a higher office approved.

    ``name`` is empty where it concerns the village (职数, 延期) and not a person.
    """

    village: str
    matter: str
    approver: str
    approved: date
    name: str = ""
    reason: str = ""
    document_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Record):
    """联审意见: what one department said of one candidate."""

    village: str
    name: str
    department: str
    opinion: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncounted(Record):
    """不计入应到党员: a member left out of 应到, on which ground, and who agreed."""

    village: str
    name: str
    ground: str
    agreed: date | None = None
    approved: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteCheck(Record):
    """得票复核: the same votes, entered a second time by another person (复核人)."""

    village: str
    meeting: str
    post: str
    name: str
    in_favour: int
    against: int
    abstain: int
    checker: str
    round: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Voter(Record):
    """选民名单: one registered voter of a villagers' group.

    ``change`` is 增加 or 删除 where the published list was changed on ``changed_on``.
    """

    village: str
    name: str
    group: str = ""
    sex: str = ""
    change: str = ""
    changed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy(Record):
    """委托投票: ``principal`` has authorised ``proxy`` in writing to vote for them."""

    village: str
    principal: str
    proxy: str
    relation: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit(Record):
    """离任审计: the result for one leaving cadre, which is published to all residents."""

    village: str
    name: str
    conclusion: str
    post: str = ""
    period: str = ""
    funds: str = ""
    assets: str = ""
    resources: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal(Record):
    """任期目标和承诺: one objective or promise; without ``name`` it is the whole team's."""

    village: str
    text: str
    kind: str = ""
    name: str = ""
    until: str = ""
    responsible: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverItem(Record):
    """移交清单: one thing handed over from the old team to the new one."""

    village: str
    item: str
    kind: str = ""
    quantity: str = ""
    giver: str = ""
    receiver: str = ""
    witness: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Officer(Record):
    """工作机构人员: one person of a body that is not itself elected here.

    ``body`` is 选举委员会, 筹备组, 村民代表, 工作人员 or a supporting body (下属委员会).
    """

    village: str
    body: str
    name: str
    post: str = ""
    sex: str = ""
    group: str = ""
    method: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported(Record):
    """统计核对: one figure as somebody reported it, to be compared with the tables' own.

    ``value`` is kept as typed: ``36``, ``92.5%``, ``41.6岁``.
    """

    indicator: str
    value: str
    part: str = ""
