"""Digests of everything that a site is made from, so that unchanged work is not repeated."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import file_digest, sha256
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from re import match
from typing import Any

from gongshi import resources


def digest_of(value: Any) -> str:
    """The SHA-256 of a value made of strings, numbers, lists and dicts."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return sha256(text.encode("utf-8")).hexdigest()


def digest_file(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


@cache
def program() -> str:
    """The program: its own files, and the versions of the libraries it stands on."""
    package = Path(__file__).parent.parent
    trees = [package, resources.built_in("themes"), resources.built_in("site_src")]
    return digest_of([list(_files(tree)) for tree in trees] + [list(_versions())])


def inputs(root: Path, slug: str, fonts: str) -> str:
    """All files of a project that one township's site can depend on.

    ``fonts`` is the county's font folder, relative to ``root`` or empty.
    """
    shared = [root / name for name in ("mkdocs.yml", "notices/county.yml", "notices/放假安排.yml")]
    trees = [root / name for name in ("themes", "site_src", "notices/profiles", f"notices/{slug}")]
    trees += [root / fonts] if fonts else []
    files = [(path.name, digest_file(path)) for path in shared if path.is_file()]
    return digest_of([files, *(list(_files(tree)) for tree in trees)])


def _files(tree: Path) -> Iterator[tuple[str, str]]:
    """Name below the tree, and digest, of each file; no caches and no hidden files."""
    for path in sorted(_visible(tree)) if tree.is_dir() else ():
        yield path.relative_to(tree).as_posix(), digest_file(path)


def _visible(folder: Path) -> Iterable[Path]:
    for path in folder.iterdir():
        if path.name.startswith((".", "~$")) or path.name == "__pycache__":
            continue
        if path.is_dir():
            yield from _visible(path)
        elif path.is_file():
            yield path


def _versions() -> Iterator[tuple[str, str]]:
    try:
        names = requires("gongshi") or []
    except PackageNotFoundError:
        names = []
    for name in sorted(names):
        word = match(r"[A-Za-z0-9_.-]+", name)
        if word and "extra ==" not in name:
            yield word[0], version(word[0])
