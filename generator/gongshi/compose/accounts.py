"""What leavers leave and newcomers promise: audits, goals and pledges, handovers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gongshi.compose.scene import MissingError, Scene
from gongshi.compose.wording import chinese_date
from gongshi.model.working import Audit, Goal, HandoverItem


@dataclass(frozen=True, slots=True)
class Audited:
    """The audit of one leaving cadre; ``findings`` are labelled sentences."""

    name: str
    post: str
    period: str
    findings: tuple[tuple[str, str], ...]
    conclusion: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One objective; ``until`` and ``responsible`` may be empty."""

    text: str
    until: str
    responsible: str


@dataclass(frozen=True, slots=True)
class Promises:
    """What one person (``name`` empty: the whole team) promises, under one heading."""

    kind: str
    name: str
    items: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Handover:
    """What was handed over on one day: rows of kind, item and quantity."""

    day: str
    rows: tuple[tuple[str, str, str], ...]
    givers: str
    receivers: str
    witnesses: str


def audits(scene: Scene) -> tuple[Audited, ...]:
    """The audits of the village's leaving cadres, in the order of the table."""
    found = [one for one in scene.records.audits if one.village == scene.village.name]
    if not found:
        raise MissingError(f"离任审计表里没有{scene.village.name}的离任审计")
    return tuple(_audited(one) for one in found)


def _audited(one: Audit) -> Audited:
    for field, column in (("post", "原任职务"), ("period", "审计期间")):
        if not getattr(one, field):
            raise MissingError(f"离任审计表没有写{one.name}的{column}", one.place(field))
    parts = (("资金情况", one.funds), ("资产情况", one.assets), ("资源情况", one.resources))
    findings = tuple((label, _sentence(text)) for label, text in parts if text)
    if not findings:
        raise MissingError(f"离任审计表没有写{one.name}的资金、资产、资源情况", one.place("funds"))
    return Audited(one.name, one.post, one.period, findings, _sentence(one.conclusion))


def promises(*kinds: str) -> Callable[[Scene], tuple[Promises, ...]]:
    """A fact: the village's goals of these kinds, the team's first, then each person's."""

    def tell(scene: Scene) -> tuple[Promises, ...]:
        mine = [
            one
            for one in scene.records.goals
            if one.village == scene.village.name and one.kind in kinds
        ]
        if not mine:
            raise MissingError(f"任期目标和承诺表里没有{scene.village.name}的{kinds[0]}")
        keys = dict.fromkeys((kinds.index(one.kind), one.name) for one in mine)
        return tuple(
            Promises(kinds[kind], name, tuple(map(_promise, _those(mine, kinds[kind], name))))
            for kind, name in sorted(keys, key=lambda key: (key[0], bool(key[1])))
        )

    return tell


def _those(goals: list[Goal], kind: str, name: str) -> list[Goal]:
    return [one for one in goals if (one.kind, one.name) == (kind, name)]


def _promise(one: Goal) -> Promise:
    return Promise(one.text.rstrip("。；;"), one.until, one.responsible)


def handover(scene: Scene) -> Handover:
    """The handover of the village, item by item; everything on one day."""
    found = [one for one in scene.records.handovers if one.village == scene.village.name]
    if not found:
        raise MissingError(f"移交清单里没有{scene.village.name}的移交物品")
    for one in found:
        for field, column in (("kind", "移交类别"), ("quantity", "数量"), ("day", "移交日期")):
            if not getattr(one, field):
                raise MissingError(f"移交清单没有写{one.item}的{column}", one.place(field))
    last = max(one.day for one in found if one.day)
    return Handover(
        day=chinese_date(last),
        rows=tuple((one.kind, one.item, one.quantity) for one in found),
        givers=_people(found, "giver", "移交人"),
        receivers=_people(found, "receiver", "接收人"),
        witnesses=_people(found, "witness", "监交人"),
    )


def _people(items: list[HandoverItem], field: str, column: str) -> str:
    names = dict.fromkeys(getattr(one, field) for one in items if getattr(one, field))
    if not names:
        raise MissingError(f"移交清单没有写{column}", items[0].place(field))
    return "、".join(names)


def _sentence(text: str) -> str:
    return text.rstrip("。；;，, ")
