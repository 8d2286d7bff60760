"""The good township and the broken ones: ``overlay("T001-…", tmp_path)`` gives a project.

``tests/townships/good`` is a complete tiny project without findings.  A folder
``tests/townships/broken/<RULE>-<what>`` holds only the files that differ from it; a file
named ``removed.txt`` lists, one path a line, those of the good one that are left out.
"""

from __future__ import annotations

import shutil
from pathlib import Path

HERE = Path(__file__).parent / "townships"
GOOD = HERE / "good"
BROKEN = HERE / "broken"
TOWNSHIP = "tiny"


def broken(rules: set[str] | None = None) -> list[str]:
    """The names of the broken townships, those of these rules only when given."""
    names = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
    return [name for name in names if rules is None or rule_of(name) in rules]


def rule_of(name: str) -> str:
    """``T001`` of ``T001-unknown-column``."""
    return name.partition("-")[0]


def good(tmp_path: Path) -> Path:
    """A fresh copy of the good project."""
    root = tmp_path / "project"
    shutil.copytree(GOOD, root)
    return root


def overlay(name: str, tmp_path: Path) -> Path:
    """A fresh copy of the good project with the broken one's files laid over it."""
    root = good(tmp_path)
    shutil.copytree(BROKEN / name, root, dirs_exist_ok=True, symlinks=True)
    removed = root / "removed.txt"
    if removed.exists():
        for line in removed.read_text(encoding="utf-8").split():
            (root / line).unlink()
        removed.unlink()
    return root
