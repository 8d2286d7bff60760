"""A township's digest changes with every shared file that its notices rest on."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongshi.publish.fingerprint import inputs
from townships import good


@pytest.mark.parametrize(
    "name",
    [
        "county.yml",
        "放假安排.yml",
        "profiles/qinghe.yml",
        "tiny/township.yml",
        "tiny/2026/term.yml",
    ],
)
def test_a_change_of_a_layer_is_seen(name: str, tmp_path: Path) -> None:
    root = good(tmp_path)
    before = inputs(root, "tiny", "")
    path = root / "notices" / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("# 改了一处\n")
    assert inputs(root, "tiny", "") != before


def test_another_townships_files_do_not_matter(tmp_path: Path) -> None:
    root = good(tmp_path)
    before = inputs(root, "tiny", "")
    (root / "notices" / "other").mkdir()
    (root / "notices" / "other" / "township.yml").write_text("名称: 西镇\n", "utf-8")
    assert inputs(root, "tiny", "") == before
