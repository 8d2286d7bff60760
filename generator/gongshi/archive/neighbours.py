"""What lies in a bag of this program and beside it: its chain, its seals, the term before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from gongshi.archive.bag import FORMAT, folder_tree, manifest_digest
from gongshi.archive.contents import PROJECT
from gongshi.archive.seal import check_seals
from gongshi.archive.verify import bag_info
from gongshi.issue import problems_archive as problems
from gongshi.issue.chain import load_issued
from gongshi.model.finding import Finding
from gongshi.model.place import Place

_NOT_SO = "与旁边上一届的归档包"


def inside(bag: Path) -> Iterator[Finding]:
    """Findings on the chain in the bag, who vouches for it, and the bag before it."""
    facts, _ = bag_info(folder_tree(bag))
    if FORMAT not in facts:
        return
    slug, term = facts.get("Gongshi-Township", ""), facts.get("Gongshi-Term", "")
    if not (slug + term).replace("-", "").isalnum():
        return
    notices = bag / PROJECT / "notices"
    folder = notices / slug / term
    if folder.is_dir():
        yield from load_issued(folder)[1]
        yield from check_seals(folder, notices, asked=True)
    said = facts.get("Gongshi-Previous-Manifest-SHA256")
    previous = facts.get("Gongshi-Previous-Term", "")
    if not said or not previous.replace("-", "").isalnum():
        return
    before = bag.resolve().parent / f"{slug}-{previous}"
    if (before / "tagmanifest-sha256.txt").is_file() and manifest_digest(before) != said:
        place = Place(f"{bag.resolve().name}/bag-info.txt")
        yield problems.PREVIOUS.at(place, f"记下的上一届清单校验值{_NOT_SO}{before.name}不一致")
