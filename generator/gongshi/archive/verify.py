"""Whether a bag is whole: every changed, missing, added file by its name.

Follows RFC 8493, section 3.  A bag of this program is held to more than the RFC asks: its
manifests must be exactly as they were written, and every tag file must be in them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gongshi.archive.bag import ALGORITHMS, FORMAT, PAYLOAD, WRITTEN, Tree, encoded, oxum
from gongshi.issue import problems_archive as problems
from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.rule import Rule

_DECLARED = re.compile(
    r"BagIt-Version: (0\.9[3-7]|1\.0)(?:\r\n|\n|\r)"
    r"Tag-File-Character-Encoding: (\S+)(?:\r\n|\n|\r)?"
)
_MANIFEST = re.compile(r"(tag)?manifest-([a-z0-9-]+)\.txt", re.IGNORECASE)
_LINE = re.compile(r"([0-9a-fA-F]+)[ \t]+\*?(\S.*)")
_INFO = re.compile(r"([^\s:](?:[^:]*[^\s:])?):(?:[ \t](.*))?")
_ENDS = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Manifest:
    """One manifest: path → digest, in the file's order; ``tags`` for a tag manifest."""

    name: str
    algorithm: str
    tags: bool
    entries: Mapping[str, str]


@dataclass(slots=True)
class _Check:
    """A verification under way; ``where`` is the bag's name in the findings."""

    tree: Tree
    where: str
    encoding: str = "utf-8"
    _forms: dict[str, str] | None = None

    def actual(self, path: str) -> str:
        """The file that a manifest's path means: some systems change how names are composed."""
        if path in self.tree.files:
            return path
        if self._forms is None:
            self._forms = {unicodedata.normalize("NFC", name): name for name in self.tree.files}
        return self._forms.get(unicodedata.normalize("NFC", path), path)

    def place(self, name: str, row: int = 0) -> Place:
        path = f"{self.where}/{name}" if self.where else name
        return Place(path, cell=str(row) if row else "")

    def lines(self, name: str) -> list[str]:
        """The lines of a tag file without their ends; raises ``UnicodeError``."""
        text = self.tree.read(name).decode(self.encoding)
        return [line for line in _ENDS.split(text) if line]


def verify_bag(tree: Tree, where: str = "") -> list[Finding]:
    """What is wrong with the bag; nothing when it is whole."""
    check = _Check(tree, where)
    findings = list(_declaration(check))
    if findings:
        return findings
    manifests: list[Manifest] = []
    findings += [
        problems.SPECIAL.at(check.place(name), f"{name}不是普通文件") for name in tree.specials
    ]
    findings += _manifests(check, manifests)
    findings += _payload(check, [one for one in manifests if not one.tags])
    info, found = bag_info(check.tree, check.where, check.encoding)
    findings += found
    findings += _tags(check, [one for one in manifests if one.tags], FORMAT in info)
    if FORMAT in info:
        findings += [*_all_written(check), *_as_written(check, manifests)]
    if "Payload-Oxum" in info:
        findings += _oxum(check, info["Payload-Oxum"])
    findings += _twins(check)
    return list(dict.fromkeys(findings))


def bag_info(
    tree: Tree, where: str = "", encoding: str = "utf-8"
) -> tuple[dict[str, str], list[Finding]]:
    """The facts of ``bag-info.txt``, the first of each name, and its unreadable lines."""
    check, facts = _Check(tree, where, encoding), dict[str, str]()
    findings = []
    name = "bag-info.txt"
    if name not in tree.files:
        return {}, []
    try:
        lines = check.lines(name)
    except UnicodeError:
        return {}, [problems.LINES.at(check.place(name), f"{name}不是{encoding}文本")]
    last = ""
    for row, line in enumerate(lines, start=1):
        match = _INFO.fullmatch(line)
        if line[0] in " \t" and last:
            facts[last] += f" {line.strip()}"
        elif match:
            last = match[1]
            facts.setdefault(last, (match[2] or "").strip())
        else:
            findings.append(problems.LINES.at(check.place(name, row), f"{name}的这一行读不懂"))
    return facts, findings


def _declaration(check: _Check) -> Iterator[Finding]:
    name = "bagit.txt"
    if name not in check.tree.files:
        yield problems.DECLARATION.at(check.place(name), "没有bagit.txt")
        return
    text = check.tree.read(name).decode("utf-8", "replace")
    match = _DECLARED.fullmatch(text)
    if match is None:
        yield problems.DECLARATION.at(check.place(name), "bagit.txt的写法不对")
        return
    try:
        "".encode(match[2])
        check.encoding = match[2]
    except LookupError:
        yield problems.DECLARATION.at(check.place(name), f"不认得编码“{match[2][:20]}”")


def _manifests(check: _Check, found: list[Manifest]) -> Iterator[Finding]:
    """Reads the manifests into ``found``."""
    for name in sorted(check.tree.files):
        match = _MANIFEST.fullmatch(name)
        if match is None:
            continue
        algorithm = match[2].lower().replace("-", "")
        if algorithm not in ALGORITHMS:
            yield problems.ALGORITHM.at(check.place(name), f"不会算{match[2]}的校验值")
            continue
        entries: dict[str, str] = {}
        yield from _entries(check, name, bool(match[1]), algorithm, entries)
        found.append(Manifest(name, algorithm, bool(match[1]), entries))
    if not any(not one.tags for one in found):
        yield problems.ALGORITHM.at(check.place(""), "没有一份认得的manifest")


def _entries(
    check: _Check, name: str, tags: bool, algorithm: str, entries: dict[str, str]
) -> Iterator[Finding]:
    try:
        lines = check.lines(name)
    except UnicodeError:
        yield problems.LINES.at(check.place(name), f"{name}不是{check.encoding}文本")
        return
    length = len(ALGORITHMS[algorithm]().hexdigest())
    for row, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line)
        at = check.place(name, row)
        if match is None or len(match[1]) != length:
            yield problems.LINES.at(at, f"{name}的这一行读不懂")
            continue
        path = _decoded(match[2])
        if _leaves(path) or tags == path.startswith(PAYLOAD):
            yield problems.OUTSIDE.at(at, f"{name}里的路径“{path[:80]}”不在该在的地方")
        elif path in entries:
            yield problems.TWICE.at(at, f"{path}在{name}里写了两行")
        else:
            entries[path] = match[1].lower()


def _decoded(path: str) -> str:
    for code, character in (("%0A", "\n"), ("%0a", "\n"), ("%0D", "\r"), ("%0d", "\r")):
        path = path.replace(code, character)
    return path.replace("%25", "%")


def _leaves(path: str) -> bool:
    """Whether a path is anything but a plain one below the bag."""
    parts = path.split("/")
    drive = re.match(r"[A-Za-z]:", path)
    odd = any(part in {"", ".", ".."} for part in parts)
    return odd or bool(drive) or path[0] in "~\\" or ".." in path.split("\\")


def _payload(check: _Check, manifests: list[Manifest]) -> Iterator[Finding]:
    present = {path for path in check.tree.files if path.startswith(PAYLOAD)}
    lists = [{check.actual(path) for path in one.entries} for one in manifests]
    listed = set().union(*lists)
    for one, own in zip(manifests, lists, strict=True):
        yield from _compare(check, one, manifests, problems.CHANGED)
        for path in sorted(listed - own):
            yield problems.UNEVEN.at(check.place(path), f"{path}不在{one.name}里")
    for path in sorted(present - listed):
        yield problems.ADDED.at(check.place(path), f"{path}不在清单里")
    yield from _fetch(check, listed)


def _compare(check: _Check, one: Manifest, peers: list[Manifest], rule: Rule) -> Iterator[Finding]:
    """Files of a manifest that are not there, or not what it says.

    Where a peer of the manifest still says what the file is, the manifest was changed.
    """
    for listed, value in one.entries.items():
        path = check.actual(listed)
        if path != listed:
            yield problems.TWINS.at(check.place(path), f"{path}的文件名换了编码形式")
        if path not in check.tree.files:
            yield problems.MISSING.at(check.place(path), f"{path}不见了")
        elif check.tree.digest(path, one.algorithm) == value:
            continue
        elif any(
            peer.entries.get(listed) == check.tree.digest(path, peer.algorithm) for peer in peers
        ):
            message = f"{one.name}里{path}的校验值被改动过"
            yield problems.TAG_CHANGED.at(check.place(one.name), message)
        else:
            yield rule.at(check.place(path), f"{path}被改动过")


def _fetch(check: _Check, listed: set[str]) -> Iterator[Finding]:
    """The lines of ``fetch.txt``; what they name must lie in the bag, which ``_compare`` sees."""
    name = "fetch.txt"
    if name not in check.tree.files:
        return
    try:
        lines = check.lines(name)
    except UnicodeError:
        yield problems.FETCH.at(check.place(name), f"{name}不是{check.encoding}文本")
        return
    for row, line in enumerate(lines, start=1):
        parts = line.split(maxsplit=2)
        path = _decoded(parts[2]) if len(parts) == 3 else ""
        size = len(parts) == 3 and (parts[1] == "-" or parts[1].isdecimal())
        if not size or _leaves(path) or path not in listed:
            yield problems.FETCH.at(check.place(name, row), f"从这一行起{name}不对")
            return


def _tags(check: _Check, manifests: list[Manifest], ours: bool) -> Iterator[Finding]:
    protected: set[str] = set()
    for one in manifests:
        yield from _compare(check, one, manifests, problems.TAG_CHANGED)
        protected |= {check.actual(path) for path in one.entries}
    if not manifests and not ours:
        return
    outside = {path for path in check.tree.files if not path.startswith(PAYLOAD)}
    proofs = {path for path in outside if path.lower().startswith("tagmanifest-")}
    known = {"bagit.txt", "bag-info.txt", "fetch.txt"} | {
        path for path in outside if _MANIFEST.fullmatch(path)
    }
    strangers = outside - protected - proofs - (set() if ours else known)
    for path in sorted(strangers):
        yield problems.STRAY.at(check.place(path), f"{path}不在tagmanifest里")


def _all_written(check: _Check) -> Iterator[Finding]:
    """A bag of ours has a manifest and a tag manifest in each algorithm; nothing else tells."""
    for name in (f"{kind}-{one}.txt" for kind in ("manifest", "tagmanifest") for one in WRITTEN):
        if name not in check.tree.files:
            yield problems.MISSING.at(check.place(name), f"{name}不见了")


def _as_written(check: _Check, manifests: list[Manifest]) -> Iterator[Finding]:
    """A manifest of ours is exactly what ``manifest`` would write."""
    for one in manifests:
        lines = [f"{one.entries[path]}  {encoded(path)}\n" for path in sorted(one.entries)]
        if check.tree.read(one.name) != "".join(lines).encode():
            yield problems.LINES.at(check.place(one.name), f"{one.name}不是归档时的写法")


def _oxum(check: _Check, said: str) -> Iterator[Finding]:
    sizes = check.tree.sizes
    counted = oxum(size for path, size in sizes.items() if path.startswith(PAYLOAD))
    if said != counted:
        yield problems.OXUM.at(
            check.place("bag-info.txt"), f"Payload-Oxum写的是{said[:40]}，实际是{counted}"
        )


def _twins(check: _Check) -> Iterator[Finding]:
    groups: dict[str, list[str]] = {}
    for path in sorted(check.tree.files):
        groups.setdefault(unicodedata.normalize("NFC", path).casefold(), []).append(path)
    for group in groups.values():
        for path in group[1:]:
            yield problems.TWINS.at(check.place(path), f"{path}和{group[0]}只差大小写或编码形式")
