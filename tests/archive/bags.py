"""Small bags in memory, and the two independent verifiers: sha256sum and bagit-python."""

from __future__ import annotations

import logging
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from gongshi.archive import bag
from gongshi.archive.verify import verify_bag
from gongshi.model.finding import Finding, errors

VENDOR = Path(__file__).parents[1] / "vendor" / "bagit"
PAYLOAD = {
    "data/公开/café.txt": "公示\n".encode(),
    "data/公开/b.csv": b"a,b\n1,2\n",
    "data/内部/c.json": b'["x"]\n',
}
INFO = [("External-Identifier", "tiny/2026"), (bag.FORMAT, bag.FORMAT_NOW)]


def sealed(payload: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """A whole bag of ours."""
    inside = PAYLOAD if payload is None else payload
    tags = bag.tag_files(bag.memory_tree(inside), INFO, {"README.txt": "说明\n".encode()})
    return {**inside, **tags}


def resealed(files: dict[str, bytes]) -> dict[str, bytes]:
    """The bag with new tag manifests over whatever its tag files now say."""
    tags = {
        path: data for path, data in files.items() if not path.startswith(("data/", "tagmanifest-"))
    }
    tree = bag.memory_tree(tags)
    proofs = {f"tagmanifest-{name}.txt": bag.manifest(tree, name) for name in bag.WRITTEN}
    return {**files, **proofs}


_digest = lru_cache(maxsize=100_000)(bag.digest)


def found(files: dict[str, bytes], specials: tuple[str, ...] = ()) -> list[Finding]:
    """What verification finds; digests of equal bytes are worked out once."""
    return verify_bag(bag.memory_tree(files, _digest, specials))


def refused(files: dict[str, bytes]) -> bool:
    return bool(errors(found(files)))


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def library() -> ModuleType:
    """The Library of Congress' own verifier."""
    if str(VENDOR) not in sys.path:
        sys.path.insert(0, str(VENDOR))
    import bagit

    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return bagit


def library_accepts(folder: Path) -> bool:
    bagit = library()
    try:
        bagit.Bag(str(folder)).validate()
    except (bagit.BagError, UnicodeError, ValueError):
        return False
    return True


def sha256sum_accepts(folder: Path) -> bool:
    """Both lists of SHA-256, read as the bag's README says."""
    for name in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
        command = ["sha256sum", "-c", "--strict", "--status", name]
        if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
            return False
    return True
