"""What a fact is looked up in, and how a fact says that it is not there."""

from __future__ import annotations

from dataclasses import dataclass

from gongshi.compose.problems import MISSING_FACT
from gongshi.model.finding import Finding, Severity
from gongshi.model.notice import Notice
from gongshi.model.place import Place
from gongshi.model.profile import Profile
from gongshi.model.records import Entry, Meeting, Records, Village
from gongshi.model.rule import Rule


@dataclass(frozen=True, slots=True)
class Scene:
    """One register row, its village and all records; for a correction, what it corrects.

    ``language`` is the code of the language in which the office's own texts are looked up,
    empty for Chinese.
    """

    entry: Entry
    village: Village
    records: Records
    original: Notice | None = None
    language: str = ""

    @property
    def profile(self) -> Profile:
        """The numbers of the law for this election."""
        return self.records.term.profile

    @property
    def body(self) -> str:
        """党组织, 村民委员会 or 居民委员会."""
        return self.profile.body

    @property
    def coming(self) -> Meeting | None:
        """The election meeting's next round on the day of posting, its last one after all."""
        mine = self.records.rounds_of(self.village.name)
        posted = self.entry.posted
        ahead = [one for one in mine if one.day is None or posted is None or one.day >= posted]
        if ahead:
            return min(ahead, key=lambda one: one.round)
        return max(mine, key=lambda one: one.round, default=None)


class MissingError(Exception):
    """A fact that cannot be told, with the cell that should tell it.

    ``place`` defaults to the register row's 公告种类, the cell that asks for the fact.
    """

    def __init__(
        self, message: str, place: Place | None = None, *, rule: Rule = MISSING_FACT
    ) -> None:
        """Says what is missing and where it belongs."""
        super().__init__(message)
        self.message, self.place, self.rule = message, place, rule

    def finding(self, entry: Entry) -> Finding:
        """The finding of an approved row; a row still in draft is only told (提示)."""
        place = self.place if self.place and self.place.file else entry.place("kind")
        waits = self.rule.severity is Severity.ERROR and entry.status != "已审"
        return self.rule.at(
            place,
            f"第{entry.number}号{entry.kind}：{self.message}",
            village=entry.village,
            severity=Severity.NOTE if waits else None,
        )
