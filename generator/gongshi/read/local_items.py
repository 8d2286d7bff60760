"""规则调整: items on which national law is silent, and the ways to choose among; ``items.yml``.

They stand in no whole profile, or only with a default; a province, a plan, a county or a
township gives them.
"""

from __future__ import annotations

from pathlib import Path

from gongshi.model.profile import Number, Words
from gongshi.read.overrides import (
    BASES,
    Item,
    choice_item,
    list_item,
    number_item,
    share_item,
    share_of,
)


def local_items() -> dict[str, Item]:
    """The item of each name; the values of the file are examples of how each is written."""
    import yaml

    data = yaml.safe_load(Path(__file__).with_name("items.yml").read_text(encoding="utf-8"))
    bases = (*BASES, *data["基数"])
    return {
        **{name: number_item(name, Number(value, "")) for name, value in data["数值"].items()},
        **{name: share_item(name, share_of(t, bases, "")) for name, t in data["比例"].items()},
        **{name: list_item(name, Words(tuple(w), "")) for name, w in data["名单"].items()},
        **{name: choice_item(name, tuple(ways)) for name, ways in data["做法"].items()},
    }
