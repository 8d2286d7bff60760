"""A term to its bag: copied, built anew from the copy alone, sealed and swapped in whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gongshi import disk, resources
from gongshi.archive import contents
from gongshi.archive.bag import Tree, folder_tree, manifest_digest, tag_files
from gongshi.archive.contents import About
from gongshi.archive.retention import NAME as RETENTION
from gongshi.archive.retention import retention_csv, summary
from gongshi.archive.verify import verify_bag
from gongshi.check import CheckedTerm, check_township
from gongshi.issue.chain import chain_lines, newest_link
from gongshi.model.finding import Finding, errors
from gongshi.publish import scan
from gongshi.publish.evidence import evidence
from gongshi.publish.outcome import Options, Outcome, State
from gongshi.publish.township import build_township, lock_file
from gongshi.read.project import Project, read_project

#: Files that are archived as they are, whatever of them was read.
_TABLES = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".yml"))

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Archived:
    """What became of an archive: the bag's folder, files and bytes, or why there is none."""

    bag: Path
    state: State
    files: int = 0
    size: int = 0
    reason: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """Which term to archive, on which day, into which folder, with posters or without."""

    slug: str
    term: str
    today: date
    out: Path
    posters: bool = True


class _RefusalError(Exception):
    """Stops the archive; carries what the clerk must put right first."""

    def __init__(self, reason: str, findings: tuple[Finding, ...] = ()) -> None:
        super().__init__(reason)
        self.findings = findings


def bag_folder(out: Path, slug: str, term: str) -> Path:
    """``<out>/yunxi-2026``."""
    return out / f"{slug}-{term}"


def archive_term(project: Project, order: Order, step: Step) -> Archived:
    """The term's bag in ``order.out``; an equal bag that is whole is left as it is.

    At every moment there is the old bag or the new one.  Raises ``Held`` when the township
    is being worked on, and ``OSError`` from the disk.
    """
    target = bag_folder(order.out, order.slug, order.term)
    with disk.lock(lock_file(project.root, order.slug)), disk.staged(target) as stage:
        try:
            bag = stage / "bag"
            tree = _fill(project, order, bag, step)
        except _RefusalError as refusal:
            disk.remove(stage)
            return Archived(target, State.REFUSED, reason=str(refusal), findings=refusal.findings)
        size = len(tree.files), sum(tree.sizes.values())
        if _is_same(bag, target):
            disk.remove(stage)
            return Archived(target, State.UNCHANGED, *size)
        disk.sync(stage)
        disk.swap(bag, target)
        disk.remove(stage)
    return Archived(target, State.PUBLISHED, *size)


def _fill(project: Project, order: Order, bag: Path, step: Step) -> Tree:
    """The whole bag in the staged folder, payload first."""
    slug, work = order.slug, bag / contents.PROJECT
    for path, name in project_files(project, slug, order.term):
        disk.add(work / name, path.read_bytes())
    copied, findings = read_project(work)
    checked = check_township(copied, slug, order.today)
    if stopping := (*errors(findings), *checked.errors):
        raise _RefusalError(f"有 {len(stopping)} 处错误要先改正", stopping)
    if not checked.terms:
        raise _RefusalError("这一届还没有资料")
    _refuse_hidden(work, scan.public_words([checked.terms[0].records]))
    site = Options(bag / contents.SITE, posters=order.posters)
    _refuse(build_township(copied, slug, order.today, site, step))
    disk.remove(work / ".gongshi")
    about = _about(project, order, checked.terms[0])
    folder = work / "notices" / slug / order.term
    photographs = evidence(folder, checked.terms[0].records.postings)
    files = contents.data_files(checked.terms[0], about) | contents.evidence_file(photographs)
    for name, data in files.items():
        disk.add(bag / name, data)
    _refuse_leaks(bag, checked.terms[0])
    _gather_posters(bag, slug, checked.terms[0])
    return _seal(bag, about)


def _seal(bag: Path, about: About) -> Tree:
    """Write the tag files over the finished payload."""
    payload = folder_tree(bag)
    others = {
        "README.txt": contents.readme(about),
        RETENTION: retention_csv(payload.files),
    }
    facts = [*contents.info(about), ("Gongshi-Retention", summary(payload.files))]
    for name, data in tag_files(payload, facts, others).items():
        disk.add(bag / name, data)
    return folder_tree(bag)


def _refuse(outcome: Outcome) -> None:
    if outcome.state is not State.PUBLISHED:
        raise _RefusalError(f"网站没有生成：{outcome.reason}", outcome.findings)


def _refuse_leaks(bag: Path, checked: CheckedTerm) -> None:
    """The last wall before the public part; its site was searched when it was built."""
    bodies = (body for one in checked.issued for body in one.notice.bodies)
    public = scan.public_words([checked.records], bodies)
    for leak in scan.leaks(bag / contents.OPEN, public):
        raise _RefusalError(f"{leak.told()}，不能放进公开的部分；从台账里删去再归档")


def _refuse_hidden(work: Path, public: frozenset[str]) -> None:
    """Raise for what is private in a table, in parts of it that are never read as well."""
    for path in sorted(work.rglob("*")):
        if path.suffix.lower() not in _TABLES or not path.is_file():
            continue
        name = path.relative_to(work).as_posix()
        for leak in scan.leaks_of(name, path.read_bytes(), public):
            where = "批注、隐藏的表、文件属性里也不能有"
            raise _RefusalError(f"{leak.told()}，{where}，删去再归档")


def _about(project: Project, order: Order, checked: CheckedTerm) -> About:
    folder = project.root / "notices" / order.slug
    terms = (path.parent.name for path in folder.glob("*/term.yml"))
    before = max((name for name in terms if name < order.term), default="")
    bag = bag_folder(order.out, order.slug, before)
    sealed = bool(before) and (bag / "tagmanifest-sha256.txt").is_file()
    records = checked.records
    return About(
        township=records.township.full_name,
        slug=order.slug,
        term=order.term,
        title=records.term.title,
        day=order.today,
        chain=chain_lines(folder / order.term),
        previous=before,
        previous_manifest=manifest_digest(bag) if sealed else "",
        previous_link=newest_link(folder / before) if before else "",
    )


def _gather_posters(bag: Path, slug: str, checked: CheckedTerm) -> None:
    """Every notice's PDF sheets in one folder; the same bytes as on the site."""
    for one in checked.issued:
        for path in sorted((bag / contents.SITE / slug / one.notice.path).glob("*.pdf")):
            name = f"{int(one.notice.number):04d}-{path.name}"
            disk.add(bag / contents.POSTERS / name, path.read_bytes())


def _is_same(bag: Path, target: Path) -> bool:
    """Whether the bag that is there already is this one, and whole."""
    proofs = [folder / "tagmanifest-sha256.txt" for folder in (bag, target)]
    if not proofs[1].is_file() or proofs[0].read_bytes() != proofs[1].read_bytes():
        return False
    return not verify_bag(folder_tree(target))


# What is copied.


def project_files(project: Project, slug: str, term: str) -> Iterator[tuple[Path, str]]:
    """Every file that the term's site and records are made from, with its path in the project.

    Other townships and other terms stay out, and so does what comes with the program.
    """
    root = project.root
    yield from _below(root, root / "notices", skip=project.townships)
    township = root / "notices" / slug
    terms = [path.parent.name for path in township.glob("*/term.yml")]
    yield from _below(root, township, skip=[name for name in terms if name != term])
    own = [name for name in ("themes", "site_src") if _is_own(root, name)]
    for name in own:
        yield from _below(root, root / name)
    if "themes" in own and (root / "mkdocs.yml").is_file():
        yield root / "mkdocs.yml", "mkdocs.yml"
    fonts = project.county.fonts
    if fonts and Path(fonts).parts[0] != "notices":
        yield from _below(root, root / fonts)


def _is_own(root: Path, name: str) -> bool:
    folder = root / name
    return folder.is_dir() and folder.resolve() != resources.built_in(name).resolve()


def _below(root: Path, folder: Path, skip: Collection[str] = ()) -> Iterator[tuple[Path, str]]:
    """The ordinary files of a folder, sorted; no hidden ones, no links, no caches."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith((".", "~$")) or path.name == "__pycache__" or path.is_symlink():
            continue
        if path.is_dir() and path.name not in skip:
            yield from _below(root, path)
        elif path.is_file():
            yield path, path.relative_to(root).as_posix()
