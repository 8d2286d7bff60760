"""What a vote on a recall (罢免) decided, as the notice says it."""

from __future__ import annotations

from dataclasses import dataclass

from gongshi.compose.outcomes import counted
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date, electors, share_words
from gongshi.model.profile import Share
from gongshi.model.records import POSTS, Meeting
from gongshi.rules.results import base_of, recalls


@dataclass(frozen=True, slots=True)
class Asked:
    """One person whose recall was voted on; ``carried`` is whether it takes effect."""

    post: str
    name: str
    in_favour: int
    against: int
    abstain: int
    carried: bool


@dataclass(frozen=True, slots=True)
class Recall:
    """The vote; ``people`` is empty where it is void: then it decided nothing.

    ``void`` says why it is void: ``turnout``, ``ballots``, or empty where it is not.
    """

    day: str
    venue: str
    attendance: str
    quorum: str
    quorum_article: str
    least: int
    void: str
    issued: int
    collected: int
    valid: int
    invalid: int
    majority: str
    majority_article: str
    people: tuple[Asked, ...]

    @property
    def removed(self) -> tuple[Asked, ...]:
        """Those who are recalled."""
        return tuple(one for one in self.people if one.carried)


def recall(scene: Scene) -> Recall:
    """The last vote on a recall in the village by the day of posting."""
    held, posted = _held(scene), scene.entry.posted
    quorum, majority = _share(scene, "罢免到会"), _share(scene, "罢免通过")
    due = base_of(quorum, held, scene.village)
    cast = base_of(majority, held, scene.village)
    if due is None or cast is None:
        message = f"会议情况表没有写{scene.village.name}{held.name}的应到"
        raise MissingError(message, held.place("due"))
    issued, collected, present = held.issued or 0, held.collected or 0, held.present or 0
    void = "" if quorum.reached(present, due) else "turnout"
    void = void or ("ballots" if collected > issued else "")
    day = held.day or posted
    return Recall(
        day=chinese_date(day) if day else "",
        venue=held.venue,
        attendance=f"{electors(scene.body, quorum.base)[0]}{due}名，参加投票{present}名",
        quorum=share_words(quorum),
        quorum_article=quorum.article,
        least=quorum.least(due),
        void=void,
        issued=issued,
        collected=collected,
        valid=held.valid or 0,
        invalid=held.invalid or 0,
        majority=share_words(majority),
        majority_article=majority.article,
        people=() if void else _people(scene, held, majority, cast),
    )


def _held(scene: Scene) -> Meeting:
    posted, name = scene.entry.posted, scene.village.name
    held = [
        one
        for one in scene.records.meetings
        if one.village == name
        and recalls(one)
        and one.day is not None
        and (posted is None or one.day <= posted)
    ]
    if not held:
        raise MissingError(f"会议情况表里没有{name}已经举行的罢免投票（会议名称里写“罢免”）")
    last = max(held, key=lambda one: (str(one.day), one.round))
    counted(last)
    return last


def _share(scene: Scene, name: str) -> Share:
    found = scene.profile.shares.get(name)
    if found is None:
        raise MissingError(f"规则里没有写{name}的比例")
    return found


def _people(scene: Scene, held: Meeting, majority: Share, cast: int) -> tuple[Asked, ...]:
    key = (held.village, held.name, held.round)
    votes = [v for v in scene.records.votes if (v.village, v.meeting, v.round) == key]
    if not votes:
        message = f"得票情况表里没有{held.village}{held.name}的得票"
        raise MissingError(message, held.place("collected"))
    return tuple(
        Asked(
            v.post, v.name, v.in_favour, v.against, v.abstain, majority.reached(v.in_favour, cast)
        )
        for v in sorted(votes, key=lambda vote: POSTS.index(vote.post))
    )
