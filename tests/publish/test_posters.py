"""Posters of unchanged notices are taken over, and are what would be drawn anew."""

from __future__ import annotations

import shutil
from pathlib import Path

from gongshi.publish import State
from publish.small import files, issued, publish, title


def posters(root: Path, out: str = "dist") -> dict[str, bytes]:
    found = files(root / out / "tiny/2026").items()
    return {name: data for name, data in found if name.endswith((".pdf", ".png"))}


def test_posters_are_taken_over_and_equal_to_fresh_ones(tmp_path: Path) -> None:
    root = issued(tmp_path)
    (first,) = publish(root, posters=True)
    drawn = posters(root)
    assert (first.posters, first.carried) == (len(drawn), 0)
    assert {"dongcun/1/a3-red.pdf", "dongcun/1/a4-gb9704.png"} <= set(drawn)

    title(root, "新")
    (second,) = publish(root, posters=True)
    assert (second.state, second.carried) == (State.PUBLISHED, len(drawn))
    assert posters(root) == drawn

    damaged = root / "dist/tiny/2026/dongcun/1/a3-red.png"
    damaged.write_bytes(damaged.read_bytes()[:-1] + b"!")
    title(root, "更新")
    (third,) = publish(root, posters=True)
    assert 0 < third.carried < len(drawn)
    assert posters(root) == drawn
    changed = files(root / "dist")
    shutil.rmtree(root / "dist")
    publish(root, posters=True)
    assert files(root / "dist") == changed
    county = root / "notices/county.yml"
    county.write_text(county.read_text("utf-8").replace("://", "://new."), encoding="utf-8")
    (moved,) = publish(root, posters=True)
    assert moved.carried == 0
