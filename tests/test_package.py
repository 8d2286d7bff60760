"""The wheel has everything, and the locks let anybody install it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements" / name for name in ("run.txt", "dev.txt")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without network."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def contents(folder: str) -> set[str]:
    """The files of a folder of the checkout as the wheel should have them."""
    return {
        f"gongshi/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_carries_themes_and_pages(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert contents("themes") | contents("site_src") <= names


def test_the_wheel_carries_everything_in_the_package(wheel: Path):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "generator"
    files = (path for path in (package / "gongshi").rglob("*") if path.is_file())
    wanted = {p.relative_to(package).as_posix() for p in files if "__pycache__" not in p.parts}
    assert wanted <= names


def test_the_source_archive_has_what_the_wheel_is_made_from(tmp_path: Path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}
    wanted = "themes site_src generator docs tests notices requirements Makefile LICENSE"
    assert set(wanted.split()) <= tops


def test_the_wheel_alone_starts_a_project_and_checks_it(wheel: Path, tmp_path: Path):
    away = tmp_path / "installed"
    shutil.unpack_archive(wheel, away, "zip")
    program = f"import sys; sys.path.insert(0, {str(away)!r}); from gongshi.cli import main; main()"

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", program, *words]
        return subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False
        )

    assert run("--help").returncode == 0
    assert run("init", "新项目").returncode == 0
    checked = run("check", "--project", "新项目")
    assert checked.returncode == 1
    assert "Traceback" not in checked.stderr
    assert "county.yml" in checked.stdout + checked.stderr


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_line_of_a_lock_is_pinned_and_hashed_and_names_no_index(lock: Path):
    text = lock.read_text("utf-8")
    entries = re.findall(r"^([a-z0-9-]+)(.*?)(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(entries) > 40
    assert all("==" in rest and "--hash=sha256:" in rest for _, rest in entries)
    assert not re.search(
        r"^\s*(-i|--index|--extra-index|--find-links|-f)\b|://", text, re.MULTILINE
    )


def test_the_locks_cover_what_the_project_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"]
    grouped = [line for group in groups.values() for line in group if isinstance(line, str)]

    def names(lines: list[str]) -> set[str]:
        return {re.split(r"[<>=\[ ]", line)[0].lower() for line in lines}

    run, dev = (
        set(re.findall(r"^([a-z0-9-]+)==", lock.read_text(), re.MULTILINE)) for lock in LOCKS
    )
    assert names(project["project"]["dependencies"]) | names(groups["build"]) <= run
    assert names(grouped) | run <= dev
