"""Small projects that are issued and can be built in a moment."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from gongshi.publish import Options, Outcome, build
from gongshi.publish.township import build_township
from gongshi.read.project import Project, read_project
from townships import good

TODAY = date(2026, 11, 21)


def issued(folder: Path) -> Path:
    """The good project with its one notice issued."""
    from gongshi.cli.issuing import issue_township

    root = good(folder)
    issue_township(project(root), "tiny", TODAY)
    return root


def project(root: Path) -> Project:
    return read_project(root)[0]


def townships(root: Path, count: int) -> list[str]:
    """Copies of the township under other names."""
    names = [f"town{number:02}" for number in range(count)]
    for name in names:
        shutil.copytree(root / "notices/tiny", root / "notices" / name)
    shutil.rmtree(root / "notices/tiny")
    return names


def publish(
    root: Path, slugs: Sequence[str] = ("tiny",), today: date = TODAY, **wishes: object
) -> list[Outcome]:
    """Build without posters into ``dist`` unless wished otherwise."""
    options = replace(Options(root / "dist", posters=False), **wishes)  # type: ignore[arg-type]
    return build(project(root), slugs, today, options, lambda *_: None)


def build_one(root: Path) -> None:
    """One township alone, without the county page; raises what it raises."""
    options = Options(root / "dist", posters=False)
    build_township(project(root), "tiny", TODAY, options, lambda *_: None)


def title(root: Path, text: str) -> None:
    """Change a hand-written page, so that the next site differs from the last."""
    page = root / "site_src" / "about.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"# {text}\n", encoding="utf-8")


def files(tree: Path) -> dict[str, bytes]:
    paths = sorted(path for path in tree.rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_bytes() for path in paths}
