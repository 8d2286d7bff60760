"""BagIt 1.0 (RFC 8493): the bytes of a bag's tag files, and a bag as it lies on the disk.

A bag is a mapping of path below the bag, with ``/``, to bytes.  Manifests are sorted by
path, have LF ends and two spaces, so that ``sha256sum -c`` reads them as they are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from gongshi.archive.sm3 import Hash, sm3

PAYLOAD = "data/"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
#: The label that tells a bag of this program, and the version of what is in it.
FORMAT, FORMAT_NOW = "Gongshi-Archive-Format", "1"
_CHUNK = 1 << 20


def _new(name: str) -> Callable[[], Hash]:
    return lambda: hashlib.new(name, usedforsecurity=False)


#: Algorithm, as manifests' names write it → a fresh hash.
ALGORITHMS: Mapping[str, Callable[[], Hash]] = {
    "sm3": sm3,
    **{name: _new(name) for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")},
}
#: The algorithms of the bags that are written here.
WRITTEN = ("sha256", "sm3")


def digest(data: bytes, algorithm: str) -> str:
    """The digest of bytes, lower-case hexadecimal."""
    made = ALGORITHMS[algorithm]()
    made.update(data)
    return made.hexdigest()


def encoded(path: str) -> str:
    """A path as manifests write it: CR, LF and ``%`` percent-encoded (RFC 8493, 2.1.3)."""
    return path.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def manifest(tree: Tree, algorithm: str) -> bytes:
    """``<digest>  <path>`` for each file, sorted by path."""
    lines = [f"{tree.digest(path, algorithm)}  {encoded(path)}\n" for path in sorted(tree.files)]
    return "".join(lines).encode()


def oxum(sizes: Iterable[int]) -> str:
    """Payload-Oxum: bytes, a dot, files."""
    listed = list(sizes)
    return f"{sum(listed)}.{len(listed)}"


def info_file(facts: Iterable[tuple[str, str]]) -> bytes:
    """``bag-info.txt``; a value is one line."""
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in facts).encode()


def tag_files(
    payload: Tree, info: Sequence[tuple[str, str]], others: Mapping[str, bytes]
) -> dict[str, bytes]:
    """The tag files that make a bag of ``payload``, whose paths begin with ``data/``.

    ``info`` is what ``bag-info.txt`` says first; ``others`` are further tag files.
    """
    facts = [*info, ("Payload-Oxum", oxum(payload.sizes.values()))]
    tags = {"bagit.txt": DECLARATION, "bag-info.txt": info_file(facts), **others}
    tags |= {f"manifest-{name}.txt": manifest(payload, name) for name in WRITTEN}
    outside = memory_tree(tags)
    proofs = {f"tagmanifest-{name}.txt": manifest(outside, name) for name in WRITTEN}
    return {**tags, **proofs}


def manifest_digest(bag: Path) -> str:
    """What the next term's bag remembers of this one: the SHA-256 of its tag manifest."""
    return sha256((bag / "tagmanifest-sha256.txt").read_bytes()).hexdigest()


@dataclass(frozen=True)
class Tree:
    """The files of a bag: path → how to read it, size, digest by path and algorithm.

    ``specials`` are links and other things that are no ordinary files.
    """

    files: Mapping[str, Callable[[], bytes]]
    sizes: Mapping[str, int]
    specials: tuple[str, ...] = ()
    digest: Callable[[str, str], str] = field(kw_only=True)

    def read(self, path: str) -> bytes:
        """One file's bytes."""
        return self.files[path]()


def memory_tree(
    files: Mapping[str, bytes],
    digested: Callable[[bytes, str], str] = digest,
    specials: tuple[str, ...] = (),
) -> Tree:
    """A bag that is not on a disk."""
    readers = {path: (lambda path=path: files[path]) for path in files}
    sizes = {path: len(data) for path, data in files.items()}
    return Tree(readers, sizes, specials, digest=lambda path, name: digested(files[path], name))


def folder_tree(bag: Path) -> Tree:
    """A bag on the disk; links are listed, never followed."""
    files: dict[str, Path] = {}
    specials = []
    for folder, names, own in os.walk(bag):
        for name in [*own, *(name for name in names if Path(folder, name).is_symlink())]:
            path = Path(folder, name)
            inside = path.relative_to(bag).as_posix()
            if path.is_symlink() or not path.is_file():
                specials.append(inside)
            else:
                files[inside] = path
    return Tree(
        {name: files[name].read_bytes for name in sorted(files)},
        {name: files[name].stat().st_size for name in sorted(files)},
        tuple(sorted(specials)),
        digest=lambda path, algorithm: _digest_file(files[path], algorithm),
    )


def _digest_file(path: Path, algorithm: str) -> str:
    made = ALGORITHMS[algorithm]()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            made.update(chunk)
    return made.hexdigest()
