"""Bodies that are not themselves elected here: the election committee, representatives, others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from gongshi.compose.scene import MissingError, Scene
from gongshi.model.working import Officer
from gongshi.names.order import in_stroke_order

#: Bodies that work for the election or vote in it; every other one is 配套组织.
_STAFF = ("选举委员会", "筹备组", "代表", "工作人员")


@dataclass(frozen=True, slots=True)
class Holders:
    """The people of one post or group of a body; ``names`` as running text lists them."""

    label: str
    count: int
    names: str
    note: str


@dataclass(frozen=True, slots=True)
class Body:
    """One body: its name, how it came about (may be empty) and its people."""

    name: str
    method: str
    count: int
    holders: tuple[Holders, ...]


def body_by_post(word: str) -> Callable[[Scene], Body]:
    """A fact: the body whose name ends with ``word``, its people by post."""

    def tell(scene: Scene) -> Body:
        people = [one for one in _mine(scene) if one.body.endswith(word)]
        if not people:
            raise MissingError(f"工作机构人员表里没有{scene.village.name}的{word}")
        return _body(scene, word, people, lambda one: one.post or "成员")

    return tell


def representatives(scene: Scene) -> Body:
    """村民代表 or 居民代表 by the group that chose them."""
    people = [one for one in _mine(scene) if one.body.endswith("代表")]
    if not people:
        raise MissingError(f"工作机构人员表里没有{scene.village.name}的代表")
    for one in people:
        if not one.group:
            raise MissingError(f"工作机构人员表没有写{one.name}的村民小组", one.place("group"))
    return _body(scene, people[0].body, people, lambda one: one.group)


def supporting_bodies(scene: Scene) -> tuple[Body, ...]:
    """配套组织: every other body, in the order of the table."""
    found: dict[str, list[Officer]] = {}
    for one in _mine(scene):
        if not one.body.endswith(_STAFF):
            found.setdefault(one.body, []).append(one)
    if not found:
        raise MissingError(f"工作机构人员表里没有{scene.village.name}的配套组织")
    return tuple(
        _body(scene, name, people, lambda one: one.post or "成员") for name, people in found.items()
    )


def _mine(scene: Scene) -> list[Officer]:
    return [one for one in scene.records.officers if one.village == scene.village.name]


def _body(scene: Scene, name: str, people: list[Officer], label: Callable[[Officer], str]) -> Body:
    labels = dict.fromkeys(label(one) for one in people)
    holders = tuple(
        _holders(scene, each, [one for one in people if label(one) == each]) for each in labels
    )
    return Body(name, next((one.method for one in people if one.method), ""), len(people), holders)


def _holders(scene: Scene, label: str, people: Iterable[Officer]) -> Holders:
    order = scene.profile.order
    ordered = in_stroke_order(list(people), lambda one: one.name, order)
    names = "、".join(f"{one.name}（女）" if one.sex == "女" else one.name for one in ordered)
    return Holders(label, len(ordered), names, f"（按{order}为序）" if len(ordered) > 1 else "")
