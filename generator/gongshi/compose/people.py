"""The people a notice names: candidates and those elected, in official order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.compose.problems import UNCLEARED
from gongshi.compose.scene import MissingError, Scene
from gongshi.model.records import POSTS, Candidate
from gongshi.names.order import in_stroke_order
from gongshi.rules.margins import NOT_YET
from gongshi.rules.results import leaders_are_members

#: How tables write that somebody holds no post.
_NO_POST = frozenset({"无", "暂无", "—", "/"})
_LEADING = frozenset({"书记", "副书记"})
#: What the joint review (联审结果) says of a person who may stand.
CLEARED = frozenset({"", "通过"})
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
    def holds(self) -> str:
        """The post held now, empty where the table says 无."""
        return "" if self.current_post in _NO_POST else self.current_post

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

    ``custom`` names their order in the words of the notice: ``按姓氏笔画为序``.
    """

    post: str
    seats: int
    people: tuple[Person, ...]
    custom: str

    @property
    def names(self) -> str:
        """``丁一、李红（女）``."""
        return "、".join(person.named for person in self.people)

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.people)

    @property
    def note(self) -> str:
        """``（按姓氏笔画为序）`` behind the count; empty for one person."""
        return f"（{self.custom}）" if self.count > 1 else ""


@dataclass(frozen=True, slots=True)
class Roll:
    """All the groups of a notice, in the order of the posts."""

    groups: tuple[Group, ...]

    @property
    def people(self) -> tuple[Person, ...]:
        """Everyone once, group by group."""
        return tuple(dict.fromkeys(one for group in self.groups for one in group.people))


def candidates(scene: Scene) -> Roll:
    """The village's candidates that are to be made public (候选人公示)."""
    found = [
        person
        for person in scene.records.candidates_of(scene.village.name)
        if person.stage not in NOT_YET
    ]
    if not found:
        raise MissingError(f"候选人名册里没有{scene.village.name}可以公示的候选人")
    for person in found:
        if person.review not in CLEARED:
            raise MissingError(
                f"{person.name}的联审结果是“{person.review}”",
                person.place("review"),
                rule=UNCLEARED,
            )
    return roll(scene, found)


def roll(scene: Scene, people: Iterable[Candidate]) -> Roll:
    """The people by post: in the order of names or, where the law says so, of approval.

    Where 书记 and 副书记 have to be elected 委员 too, they stand among these as well.
    """
    profile, everyone = scene.profile, list(people)
    table = scene.records.candidates_of(scene.village.name)
    rows = {one.name: row for row, one in enumerate(table)}
    groups = []
    for post in POSTS:
        custom, holders = f"按{profile.order}为序", standing_for(scene, everyone, post)
        if post in profile.as_approved:
            custom = "按批准顺序排列"
            holders.sort(key=lambda one: rows[one.name])
        else:
            holders = in_stroke_order(holders, lambda one: one.name, profile.order)
        if holders:
            groups.append(group(scene, post, holders, custom))
    return Roll(tuple(groups))


def standing_for(scene: Scene, people: Iterable[Candidate], post: str) -> list[Candidate]:
    """Those of the people who stand for a post, each name once."""
    found = list(people)
    mine = [one for one in found if one.post == post]
    if post == "委员" and mine and leaders_are_members(scene.profile, scene.village):
        names = {one.name for one in mine}
        mine += [one for one in found if one.post in _LEADING and one.name not in names]
    return mine


def group(scene: Scene, post: str, holders: Iterable[Candidate], custom: str) -> Group:
    """The people of one post, in the order given."""
    people = tuple(_person(scene, one) for one in holders)
    return Group(post, scene.village.seats.get(post, 0), people, custom)


def _person(scene: Scene, one: Candidate) -> Person:
    for field, column in _COLUMNS.items():
        if not getattr(one, field):
            raise MissingError(f"候选人名册没有写{one.name}的{column}", one.place(field))
    if scene.profile.of_party and not one.joined:
        raise MissingError(f"候选人名册没有写{one.name}的入党时间", one.place("joined"))
    return Person(
        name=one.name,
        post=one.post,
        sex=one.sex,
        ethnicity=ethnicity(one.ethnicity),
        born=str(one.born),
        education=one.education,
        joined=str(one.joined or ""),
        current_post=one.current_post,
    )


def ethnicity(text: str) -> str:
    """``汉`` → ``汉族``; a few names do not end in 族 (穿青人), an unknown one stays empty."""
    return text if not text or text.endswith(("族", "人")) else f"{text}族"
