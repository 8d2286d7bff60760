"""What lies in a bag of this program and beside it: its chain, its seals, the term before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from gongshi.archive.bag import FORMAT, FORMAT_NOW, manifest_digest, memory_tree
from gongshi.archive.contents import PROJECT
from gongshi.archive.seal import check_seals
from gongshi.archive.verify import bag_info
from gongshi.issue import problems_archive as problems
from gongshi.issue.chain import load_issued, newest_link
from gongshi.issue.steps import link_findings
from gongshi.model.finding import Finding, Severity
from gongshi.model.place import Place
from gongshi.read.project import SLUG


def _facts(bag: Path) -> Mapping[str, str]:
    """What ``bag-info.txt`` says, without looking at all the other files."""
    file = bag / "bag-info.txt"
    there = file.is_file() and not file.is_symlink()
    return bag_info(memory_tree({file.name: file.read_bytes()} if there else {}))[0]


def chain_folder(bag: Path) -> Path | None:
    """The term's folder in a bag of this program; none in any other bag."""
    facts = _facts(bag)
    names = [facts.get("Gongshi-Township", ""), facts.get("Gongshi-Term", "")]
    if FORMAT not in facts or not all(map(SLUG.fullmatch, names)):
        return None
    folder = bag.joinpath(PROJECT, "notices", *names)
    return folder if folder.is_dir() else None


def inside(bag: Path) -> Iterator[Finding]:
    """Findings on the chains in the bag, who vouches for them, and the bag before it."""
    facts = _facts(bag)
    folder, place = chain_folder(bag), Place(f"{bag.resolve().name}/bag-info.txt")
    if folder is None:
        if facts.get(FORMAT) == FORMAT_NOW:
            said = "bag-info.txt写的乡镇和届，包里没有，签发链没有核对"
            yield problems.TAG_CHANGED.at(place, said)
        return
    yield from load_issued(folder)[1]
    yield from link_findings(folder)
    if facts.get("Gongshi-Chain-Newest", "") != newest_link(folder):
        yield problems.TAG_CHANGED.at(place, "bag-info.txt里的最新链值与包里的签发链不一致")
    yield from check_seals(folder, bag / PROJECT / "notices", asked=True)
    previous = facts.get("Gongshi-Previous-Term", "")
    if SLUG.fullmatch(previous):
        before = bag.resolve().parent / f"{folder.parent.name}-{previous}"
        if (before / "tagmanifest-sha256.txt").is_file():
            yield from (problems.PREVIOUS.at(place, said) for said in _unlike(facts, before))
        else:
            said = f"旁边没有上一届的归档包{before.name}，没有对照"
            help = "有的，放在一起再核对一次。"
            yield problems.PREVIOUS.at(place, said, help=help, severity=Severity.NOTE)


def _unlike(facts: Mapping[str, str], before: Path) -> Iterator[str]:
    """What of the bag before is not as ``facts`` remember it."""
    then = _facts(before)
    remembered = (
        ("清单校验值", facts.get("Gongshi-Previous-Manifest-SHA256"), manifest_digest(before)),
        ("最新链值", facts.get("Gongshi-Previous-Chain-Newest"), then.get("Gongshi-Chain-Newest")),
    )
    for name, said, found in remembered:
        if said and said != found:
            yield f"记下的上一届{name}与旁边上一届的归档包{before.name}不一致"
