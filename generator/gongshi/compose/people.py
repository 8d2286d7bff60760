"""The people a notice names: candidates and those elected, in official order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongshi.compose.problems import UNCLEARED
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import PARTY
from gongshi.model.records import POSTS, Candidate
from gongshi.names.order import in_stroke_order

#: Stages before a candidate is made public; those who stopped there are never named.
_NOT_YET = frozenset({"初步人选", "考察对象"})
_CLEARED = frozenset({"", "通过"})
_COLUMNS = {
    "sex": "性别",
    "ethnicity": "民族",
    "born": "出生年月",
    "education": "学历",
    "current_post": "现任职务",
}


@dataclass(frozen=True, slots=True)
class Person:
    """One person as notices print them; every field is filled (``joined`` for Party posts)."""

    name: str
    post: str
    sex: str
    ethnicity: str
    born: str
    education: str
    joined: str
    current_post: str

    @property
    def named(self) -> str:
        """``王伟``, ``李红（女）``, ``马兰（女，回族）``: as lists in running text do."""
        marks = [mark for mark in (self._woman, self._minority) if mark]
        return f"{self.name}（{'，'.join(marks)}）" if marks else self.name

    @property
    def _woman(self) -> str:
        return "女" if self.sex == "女" else ""

    @property
    def _minority(self) -> str:
        return "" if self.ethnicity == "汉族" else self.ethnicity


@dataclass(frozen=True, slots=True)
class Group:
    """The people of one post; ``seats`` is how many are to be elected.

    ``as_approved`` tells the order of approval (书记、副书记) from that of names.
    """

    post: str
    seats: int
    people: tuple[Person, ...]
    as_approved: bool = False

    @property
    def names(self) -> str:
        """``丁一、李红（女）``."""
        return "、".join(person.named for person in self.people)

    @property
    def ordered(self) -> bool:
        """Whether there is an order of names to speak of."""
        return len(self.people) > 1 and not self.as_approved


@dataclass(frozen=True, slots=True)
class Roll:
    """All the groups of a notice, in the order of the posts; ``order`` is its custom."""

    order: str
    groups: tuple[Group, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone, group by group."""
        return tuple(person for group in self.groups for person in group.people)

    @property
    def order_note(self) -> str:
        """``按姓氏笔画为序``."""
        return f"按{self.order}为序"

    @property
    def ordered(self) -> bool:
        """Whether any group has an order to speak of."""
        return any(group.ordered for group in self.groups)


def candidates(scene: Scene) -> Roll:
    """The village's candidates that are to be made public (候选人公示)."""
    found = [
        person
        for person in scene.records.candidates_of(scene.village.name)
        if person.stage not in _NOT_YET
    ]
    if not found:
        raise MissingError(f"候选人名册里没有{scene.village.name}可以公示的候选人")
    for person in found:
        if person.review not in _CLEARED:
            raise MissingError(
                f"{person.name}的联审结果是“{person.review}”",
                person.place("review"),
                rule=UNCLEARED,
            )
    return roll(scene, found)


def roll(scene: Scene, people: Iterable[Candidate]) -> Roll:
    """The people by post, each post's in the profile's order."""
    return Roll(scene.profile.order, tuple(_groups(scene, list(people))))


def _groups(scene: Scene, people: list[Candidate]) -> Iterator[Group]:
    as_approved = scene.profile.as_approved
    for post in POSTS:
        ordered = _in_order(scene, [one for one in people if one.post == post])
        holders = tuple(_person(scene, one) for one in ordered)
        if holders:
            yield Group(post, scene.village.seats.get(post, 0), holders, post in as_approved)


def _in_order(scene: Scene, people: list[Candidate]) -> list[Candidate]:
    """By names; those of a post in the order of approval as the table has them."""
    if people and people[0].post in scene.profile.as_approved:
        return sorted(people, key=scene.records.candidates.index)
    return in_stroke_order(people, lambda one: one.name, scene.profile.order)


def _person(scene: Scene, one: Candidate) -> Person:
    for field, column in _COLUMNS.items():
        if not getattr(one, field):
            raise MissingError(f"候选人名册没有写{one.name}的{column}", one.place(field))
    if scene.body == PARTY and not one.joined:
        raise MissingError(f"候选人名册没有写{one.name}的入党时间", one.place("joined"))
    return Person(
        name=one.name,
        post=one.post,
        sex=one.sex,
        ethnicity=_ethnicity(one.ethnicity),
        born=str(one.born),
        education=one.education,
        joined=str(one.joined or ""),
        current_post=one.current_post,
    )


def _ethnicity(text: str) -> str:
    """``汉`` → ``汉族``; a few names do not end in 族 (穿青人)."""
    return text if text.endswith(("族", "人")) else f"{text}族"
