"""Archiving a tiny project's terms, for tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from gongshi.archive.bag import folder_tree, memory_tree, tag_files
from gongshi.archive.neighbours import inside
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.publish.archiving import Archived, Order, archive_term
from publish import small

TERM = Path("notices/tiny/2026")


def archived(
    root: Path, term: str = "2026", *, today: date = small.TODAY, posters: bool = False
) -> Archived:
    order = Order("tiny", term, today, root / "archive", posters)
    return archive_term(small.project(root), order, lambda *_: None)


def bag_of(root: Path, term: str = "2026") -> Path:
    return root / "archive" / f"tiny-{term}"


def rules(bag: Path) -> set[str]:
    return {one.rule for one in [*verify_bag(folder_tree(bag)), *inside(bag)]}


def reseal(bag: Path, changed: dict[str, str]) -> None:
    """The bag sealed anew with other facts, as somebody would who covers his traces."""
    facts = {**bag_info(folder_tree(bag))[0], **changed}
    facts.pop("Payload-Oxum")
    for path in bag.glob("*manifest-*.txt"):
        path.unlink()
    others = {name: (bag / name).read_bytes() for name in ("README.txt", "保管期限.csv")}
    tree = folder_tree(bag / "data")
    payload = memory_tree({f"data/{name}": tree.read(name) for name in tree.files})
    for name, data in tag_files(payload, list(facts.items()), others).items():
        (bag / name).write_bytes(data)
