"""The facts of a notice, told for one scene, and the digest that fixes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from hashlib import sha256

from gongshi.compose.facts import FACTS
from gongshi.compose.kinds import Kind
from gongshi.compose.scene import MissingError, Scene
from gongshi.model.finding import Finding


def tell_facts(kind: Kind, scene: Scene) -> tuple[dict[str, object], list[Finding]]:
    """The facts by template name; all the missing ones are told at once."""
    told: dict[str, object] = {}
    missing: dict[Finding, None] = {}
    if scene.entry.posted is None:
        error = MissingError("登记簿没有写发布日期", scene.entry.place("posted"))
        missing[error.finding(scene.entry)] = None
    for name in kind.needs:
        try:
            told[FACTS[name].variable] = FACTS[name].tell(scene)
        except MissingError as error:
            missing[error.finding(scene.entry)] = None
    for name in kind.may:
        try:
            told[FACTS[name].variable] = FACTS[name].tell(scene)
        except MissingError:
            told[FACTS[name].variable] = None
    return told, list(missing)


def digest(facts: Mapping[str, object]) -> str:
    """The SHA-256 of the facts as canonical JSON: keys sorted, UTF-8, no spaces."""
    text = json.dumps(
        facts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain
    )
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value))
