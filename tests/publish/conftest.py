"""A project with one archived term, and one with two."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gongshi.publish.outcome import State
from publish import small
from publish.bags import TERM, archived


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one archived term, never changed: copy it first."""
    root = small.issued(tmp_path_factory.mktemp("archived"))
    photo = root / TERM / "postings" / "一号板.jpg"
    photo.parent.mkdir()
    photo.write_bytes(b"\xff\xd8 picture")
    rows = "公告编号,张贴地点,张贴日期,张贴照片\n1,村口,2026-11-02,一号板.jpg\n"
    (root / TERM / "张贴记录.csv").write_text(rows, "utf-8")
    assert archived(root).state is State.PUBLISHED
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made, tmp_path / "root")
    return tmp_path / "root"


@pytest.fixture
def two_terms(root: Path) -> Path:
    """2021 archived first, then 2026, which remembers it."""
    earlier = root / "notices/tiny/2021"
    shutil.copytree(root / TERM, earlier)
    shutil.rmtree(earlier / "issued")
    archived(root, "2021")
    archived(root)
    return root
