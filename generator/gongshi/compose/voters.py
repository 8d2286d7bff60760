"""The electoral roll as notices print it: voters by group, proxies, and what was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gongshi.compose.problems import ROLL_DIFFERS
from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date
from gongshi.model.working import Voter
from gongshi.names.order import in_stroke_order

#: Names of a roll are parted by this; page and poster set such a paragraph as columns.
GAP = "\u3000"


@dataclass(frozen=True, slots=True)
class VoterGroup:
    """One group's voters; ``names`` is one paragraph, parted by :data:`GAP`."""

    name: str
    count: int
    names: str

    @property
    def listed(self) -> str:
        """The names as running text lists them."""
        return self.names.replace(GAP, "、")


@dataclass(frozen=True, slots=True)
class VoterRoll:
    """All voters of a village by group; ``custom`` names their order within a group."""

    groups: tuple[VoterGroup, ...]
    total: int
    custom: str


@dataclass(frozen=True, slots=True)
class Pairs:
    """Written proxies: ``(委托人, 受托人)`` in the order of the principals' names."""

    pairs: tuple[tuple[str, str], ...]
    custom: str

    @property
    def count(self) -> int:
        """How many they are."""
        return len(self.pairs)


@dataclass(frozen=True, slots=True)
class RollChange:
    """The names added to and taken from the roll on one day, and the total since then."""

    day: str
    added: tuple[VoterGroup, ...]
    removed: tuple[VoterGroup, ...]
    total: int


def voter_roll(scene: Scene) -> VoterRoll:
    """The voters as the roll stands on the day of posting; the final total must be the village's.

    Raises for a village without voters and, under C012, where the list and 登记选民 differ.
    """
    everyone = _of(scene)
    _agrees(scene, everyone)
    now = _standing(scene, everyone)
    return VoterRoll(_groups(scene, now), len(now), f"按{scene.profile.order}为序")


def roll_change(scene: Scene) -> RollChange:
    """The latest changes of the roll on or before the day of posting."""
    everyone = _of(scene)
    _agrees(scene, everyone)
    days = [one.changed_on for one in everyone if one.change and _done(scene, one)]
    latest = max((day for day in days if day), default=None)
    if latest is None:
        raise MissingError(f"选民名单没有写{scene.village.name}的名单变动和变动日期")
    changed = [one for one in everyone if one.changed_on == latest]
    added, removed = (
        _groups(scene, [one for one in changed if one.change == change])
        for change in ("增加", "删除")
    )
    return RollChange(chinese_date(latest), added, removed, len(_standing(scene, everyone)))


def proxies(scene: Scene) -> Pairs:
    """The proxies made on or before the day of posting."""
    posted = scene.entry.posted
    mine = [
        one
        for one in scene.records.proxies
        if one.village == scene.village.name and not (one.day and posted and one.day > posted)
    ]
    if not mine:
        raise MissingError(f"委托投票表里没有{scene.village.name}的委托")
    ordered = in_stroke_order(mine, lambda one: one.principal, scene.profile.order)
    pairs = tuple((one.principal, one.proxy) for one in ordered)
    return Pairs(pairs, f"按委托人{scene.profile.order}为序")


def _of(scene: Scene) -> list[Voter]:
    mine = [one for one in scene.records.voters if one.village == scene.village.name]
    if not mine:
        raise MissingError(f"选民名单里没有{scene.village.name}的选民")
    return mine


def _agrees(scene: Scene, everyone: list[Voter]) -> None:
    """The roll with all its changes has as many names as 村社名册 says there are voters."""
    listed = sum(one.change != "删除" for one in everyone)
    told = scene.village.voters
    if told is not None and told != listed:
        message = f"选民名单里{scene.village.name}有{listed}人，村社名册登记选民写的是{told}人"
        raise MissingError(message, scene.village.place("voters"), rule=ROLL_DIFFERS)


def _done(scene: Scene, one: Voter) -> bool:
    posted = scene.entry.posted
    return not (one.changed_on and posted and one.changed_on > posted)


def _standing(scene: Scene, everyone: Iterable[Voter]) -> list[Voter]:
    """Those on the roll on the day of posting: changes made later are not yet made."""
    return [
        one
        for one in everyone
        if (one.change == "增加") <= (done := _done(scene, one))
        and not (one.change == "删除" and done)
    ]


def _groups(scene: Scene, voters: Iterable[Voter]) -> tuple[VoterGroup, ...]:
    """By group in the order of the table, in the order of names within each."""
    found: dict[str, list[Voter]] = {}
    for one in voters:
        found.setdefault(one.group, []).append(one)
    return tuple(_group(scene, name, people) for name, people in found.items())


def _group(scene: Scene, name: str, people: list[Voter]) -> VoterGroup:
    if not name:
        raise MissingError("选民名单没有写村民小组", people[0].place("group"))
    same = Counter(one.name for one in people)
    ordered = in_stroke_order(people, lambda one: one.name, scene.profile.order)
    names = (
        f"{one.name}（{one.sex}）" if one.sex and same[one.name] > 1 else one.name
        for one in ordered
    )
    return VoterGroup(name, len(people), GAP.join(names))
