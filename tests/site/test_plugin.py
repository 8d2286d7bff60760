"""MkDocs run by itself: it reads the township's tables and shows what is not issued yet."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

ROOT = Path(__file__).parent.parent.parent


def mkdocs_build(out: Path) -> None:
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(out), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)


def test_mkdocs_alone_builds_the_chosen_township_with_its_drafts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGSHI_TOWNSHIP", "hetang")
    mkdocs_build(tmp_path)
    listing = json.loads((tmp_path / "notices.json").read_bytes())
    assert listing["township"]["name"] == "荷塘街道"
    states = {notice["status"]["state"] for notice in listing["notices"]}
    assert {"draft", "period", "plain", "corrected"} <= states
    assert "这是预览" in (tmp_path / "index.html").read_text("utf-8")


def test_without_a_choice_mkdocs_names_the_townships_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("GONGSHI_TOWNSHIP", raising=False)
    with pytest.raises(Abort):
        mkdocs_build(tmp_path)
    assert "hetang、yunxi" in caplog.text


def test_a_township_that_is_not_there_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("GONGSHI_TOWNSHIP", "nowhere")
    with pytest.raises(Abort):
        mkdocs_build(tmp_path)
    assert "请用环境变量" in caplog.text
