"""What a paper is made for: one village of one term, or the whole township."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongshi.compose.decided import NOT_STANDING, nobody_struck, on_the_new_day, still_on
from gongshi.compose.people import CLEARED
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import electors
from gongshi.model.profile import Profile
from gongshi.model.records import Candidate, Entry, Meeting, Records, Village
from gongshi.names.order import in_stroke_order
from gongshi.rules.margins import NOT_YET


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """``maybe_village`` is none for papers of the township; ``folder`` is the term's.

    ``round`` picks a round of the election meeting, 0 the last one.
    """

    records: Records
    folder: Path
    maybe_village: Village | None = None
    round: int = 0

    @property
    def village(self) -> Village:
        """The village of a paper that is made for one."""
        if self.maybe_village is None:
            raise MissingError("没有写是哪个村（社区）")
        return self.maybe_village

    @property
    def profile(self) -> Profile:
        """The numbers of the law for this election."""
        return self.records.term.profile

    @property
    def of_party(self) -> bool:
        """Whether it is a Party organisation's election."""
        return self.profile.of_party

    @property
    def scene(self) -> Scene:
        """The village as the facts of the notices want it, without a register row."""
        entry = Entry(number="", village=self.village.name, kind="")
        return Scene(entry, self.village, self.records)

    @property
    def maybe_meeting(self) -> Meeting | None:
        """The round of the election meeting, if the tables have it."""
        name = self.village.name
        if not self.round:
            return self.records.meeting_of(name)
        rounds = self.records.rounds_of(name)
        return next((one for one in rounds if one.round == self.round), None)

    @property
    def meeting(self) -> Meeting:
        """The round of the election meeting; raises ``MissingError`` where there is none."""
        found = self.maybe_meeting
        if found is None:
            which = f"第{self.round}轮" if self.round else ""
            message = f"会议情况表里没有{self.village.name}{which}的选举大会"
            raise MissingError(message, self.village.place("name"))
        return found

    @property
    def due(self) -> int | None:
        """How many may vote, by the base of the quorum."""
        meeting, village = self.maybe_meeting, self.village
        if meeting is not None and meeting.due is not None:
            return meeting.due
        base = self.profile.quorum.base
        own = {"登记选民": village.voters, "居民代表": village.representatives}
        return own.get(base, village.due)

    def check_ahead(self) -> None:
        """Raises where the vote still to come was called off, put off, or lost a candidate."""
        ahead = self.maybe_meeting
        if ahead is not None and ahead.held:
            return
        still_on(self.scene, [ahead] if ahead else [])
        if ahead is not None:
            on_the_new_day(self.scene, ahead)
        nobody_struck(self.scene, (one.name for one in self.standing()), NOT_STANDING)

    @property
    def gathering(self) -> str:
        """党员大会, 村民选举大会, 居民代表会议."""
        return electors(self.profile.body, self.profile.quorum.base)[1]

    def standing(self) -> list[Candidate]:
        """The village's candidates who stand for election, in the order of names."""
        mine = self.records.candidates_of(self.village.name)
        ready = [one for one in mine if one.stage not in NOT_YET and one.review in CLEARED]
        return self.ordered(ready)

    def ordered(self, people: list[Candidate]) -> list[Candidate]:
        """People in the profile's order of names."""
        return in_stroke_order(people, lambda one: one.name, self.profile.order)
