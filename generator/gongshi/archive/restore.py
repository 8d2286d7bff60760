"""A term out of its bag again: which files go where, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gongshi.archive.bag import FORMAT, FORMAT_NOW, Tree, folder_tree
from gongshi.archive.contents import PROJECT
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.model.finding import Finding, errors
from gongshi.read.project import SLUG


class RestoreError(ValueError):
    """The bag cannot be restored there; the text says why, in Chinese."""

    def __init__(self, reason: str, findings: tuple[Finding, ...] = ()) -> None:
        """``findings`` are what is wrong with the bag."""
        super().__init__(reason)
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Plan:
    """What a restoration writes: ``shared`` files of the project, ``own`` ones of the term.

    Both map paths below the project to paths below the bag.  ``folder`` is the term's.
    ``kept`` are shared files that are there already and differ; they stay as they are.
    """

    folder: str
    shared: dict[str, str]
    own: dict[str, str]
    kept: tuple[str, ...]
    tree: Tree


def plan_restore(bag: Path, project: Path) -> Plan:
    """What to write so that the bag's term is in ``project``; raises :class:`RestoreError`."""
    tree = folder_tree(bag)
    if stopping := errors(verify_bag(tree, bag.name)):
        raise RestoreError("归档包有问题，不能恢复", tuple(stopping))
    facts, _ = bag_info(tree)
    names = [facts.get("Gongshi-Township", ""), facts.get("Gongshi-Term", "")]
    if facts.get(FORMAT, FORMAT_NOW) != FORMAT_NOW:
        reason = f"归档包的格式是“{facts[FORMAT][:20]}”，这一版gongshi只认得{FORMAT_NOW}，请用新版"
        raise RestoreError(reason)
    if FORMAT not in facts or not all(map(SLUG.fullmatch, names)):
        raise RestoreError("这不是gongshi能恢复的归档包：bag-info.txt里没有写是哪个乡镇、哪一届")
    folder = "/".join(("notices", *names))
    if (project / folder).exists():
        raise RestoreError(f"{folder}已经有了；先移走它，或恢复到另一个项目文件夹")
    inside = f"{PROJECT}/"
    files = {
        path.removeprefix(inside): path
        for path in tree.files
        if path.startswith(inside) and "/." not in path
    }
    own = {path: source for path, source in files.items() if path.startswith(f"{folder}/")}
    others = {path: source for path, source in files.items() if path not in own}
    there = {path for path in others if (project / path).exists()}
    kept = [
        path for path in sorted(there) if (project / path).read_bytes() != tree.read(others[path])
    ]
    shared = {path: source for path, source in others.items() if path not in there}
    return Plan(folder, shared, own, tuple(kept), tree)
