"""D-1: the same inputs give the same site and the same bag, whatever else differs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish import small

Variation = dict[str, str]
#: What differs from a plain run; twelve of them.  The keys in capitals are the environment's.
VARIATIONS: dict[str, Variation] = {
    "time zone west": {"TZ": "America/Los_Angeles"},
    "time zone east": {"TZ": "Pacific/Kiritimati"},
    "locale C": {"LC_ALL": "C", "LANG": "C"},
    "locale C.UTF-8": {"LC_ALL": "C.UTF-8"},
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4711": {"PYTHONHASHSEED": "4711"},
    "another user's home": {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
    "umask": {"umask": "0077"},
    "another folder and times": {"folder": "another folder/项目", "times": "1"},
    "files made in another order": {"order": "reversed"},
    "two workers": {"jobs": "2"},
    "four workers": {"jobs": "4"},
}
PLAIN: Variation = {"PYTHONHASHSEED": "0"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small.issued(tmp_path_factory.mktemp("one"))
    shutil.copytree(root / "notices/tiny", root / "notices/other")
    return root


@pytest.fixture(scope="module")
def plain(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A plain run of both commands."""
    sites = made(project, tmp_path_factory.mktemp("sites"), {**PLAIN, "jobs": "1"})
    return {**sites, **made(project, tmp_path_factory.mktemp("bag"), PLAIN)}


def copied(project: Path, root: Path, variation: Variation) -> None:
    """The project file by file, in the order and with the times that are wished."""
    paths = sorted(path for path in project.rglob("*") if path.is_file())
    if variation.get("order"):
        paths.reverse()
    for number, path in enumerate(paths):
        target = root / path.relative_to(project)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        if variation.get("times"):
            os.utime(target, (number, 1_000_000 * number))


def made(project: Path, work: Path, variation: Variation) -> dict[str, bytes]:
    """Every byte of one bag, or with ``jobs`` of all sites, made by a process of its own."""
    root = work / variation.get("folder", "project")
    copied(project, root, variation)
    wished = {name: value for name, value in variation.items() if name.isupper()}
    environment = {**os.environ, **wished}
    commands = [["archive", "tiny", "2026", "--out", "archive", "--no-posters"]]
    if "jobs" in variation:
        commands = [["build", "--out", "dist", "--no-posters", "--jobs", variation["jobs"]]]
    for words in commands:
        subprocess.run(
            [sys.executable, "-m", "gongshi", *words, "--today", "2026-11-21"],
            cwd=root,
            env=environment,
            umask=int(variation.get("umask", "0022"), 8),
            check=True,
            capture_output=True,
        )
    out = root / ("dist" if "jobs" in variation else "archive")
    return {f"{out.name}/{path}": data for path, data in small.files(out).items()}


@pytest.mark.parametrize("what", VARIATIONS)
def test_every_byte_of_site_and_bag_is_the_same(
    what: str, project: Path, plain: dict[str, bytes], tmp_path: Path
) -> None:
    other = made(project, tmp_path, {**PLAIN, **VARIATIONS[what]})
    top = next(iter(other)).partition("/")[0]
    same = {path: data for path, data in plain.items() if path.startswith(f"{top}/")}
    assert sorted(other) == sorted(same)
    assert [path for path in same if other[path] != same[path]] == []


def test_posters_do_not_depend_on_place_zone_or_seed(project: Path, tmp_path: Path) -> None:
    trees = []
    for number, zone in enumerate(("UTC", "Asia/Shanghai")):
        root = tmp_path / str(number) / ("p" * (number + 1))
        copied(project, root, {})
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(number)}
        words = ["build", "tiny", "--out", "dist", "--jobs", "1", "--today", "2026-11-21"]
        subprocess.run(
            [sys.executable, "-m", "gongshi", *words],
            cwd=root,
            env=environment,
            check=True,
            capture_output=True,
        )
        trees.append(small.files(root / "dist/tiny"))
    assert trees[0] == trees[1]
    assert any(path.endswith(".pdf") for path in trees[0])
