"""规则调整: the items on which national law is silent, from ``items.yml``.

They stand in no whole profile; a province, a plan, a county or a township gives them.
"""

from __future__ import annotations

from pathlib import Path

from gongshi.model.profile import Number, Words
from gongshi.read.overrides import BASES, Item, list_item, number_item, share_item, share_of


def local_items() -> dict[str, Item]:
    """The item of each name; the values of the file are examples of how each is written."""
    import yaml

    data = yaml.safe_load(Path(__file__).with_name("items.yml").read_text(encoding="utf-8"))
    numbers = {name: number_item(name, Number(value, "")) for name, value in data["数值"].items()}
    lists = {name: list_item(name, Words(tuple(words), "")) for name, words in data["名单"].items()}
    shares = {
        name: share_item(name, share_of(text, (*BASES, *data["基数"]), ""))
        for name, text in data["比例"].items()
    }
    return {**numbers, **shares, **lists}
