"""archive, verify, restore and sign as a clerk types them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import Result

from command_line import DAY, run
from gongshi.issue.chain import newest_link
from publish.small import files, issued


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return issued(tmp_path)


def archive(root: Path, term: str = "2026") -> Result:
    out = ("--out", root / "archive")
    return run("archive", "tiny", term, "--no-posters", *out, "--project", root, *DAY)


def test_a_term_is_archived_verified_and_archived_again(root: Path) -> None:
    first = archive(root)
    assert first.exit_code == 0
    assert "个文件" in first.output
    bag = root / "archive/tiny-2026"
    proved = run("verify", bag)
    assert proved.exit_code == 0
    assert "与归档时一致" in proved.output
    assert "I029" in proved.output
    assert "没有动" in archive(root).output


def test_a_changed_a_missing_and_an_added_file_are_named(root: Path) -> None:
    archive(root)
    bag = root / "archive/tiny-2026"
    (bag / "data/公开/数据/votes.csv").write_bytes(b"x")
    (bag / "data/公开/签发链.txt").unlink()
    (bag / "data/more.txt").write_bytes(b"x")
    result = run("verify", bag)
    assert result.exit_code == 1
    lines = result.output.splitlines()
    for rule, name in (("I011", "votes.csv"), ("I012", "签发链.txt"), ("I013", "more.txt")):
        assert any(rule in line and name in line for line in lines)


def test_a_folder_that_lost_its_bagit_txt_is_still_seen_as_a_bag(root: Path) -> None:
    archive(root)
    (root / "archive/tiny-2026/bagit.txt").unlink()
    result = run("verify", root / "archive/tiny-2026")
    assert (result.exit_code, "I014" in result.output) == (1, True)


def test_townships_and_bags_can_be_verified_together(root: Path) -> None:
    archive(root)
    result = run("verify", "tiny", root / "archive/tiny-2026", "--project", root)
    assert result.exit_code == 0
    assert "tiny/2026：1 份与签发时一致" in result.output


def test_a_term_that_is_not_there_is_refused(root: Path) -> None:
    result = archive(root, "2062")
    assert result.exit_code == 2
    assert "2026" in result.output


def test_a_bag_is_restored_into_an_empty_folder_once(root: Path, tmp_path: Path) -> None:
    archive(root)
    fresh = tmp_path / "fresh"
    result = run("restore", root / "archive/tiny-2026", "--project", fresh)
    assert result.exit_code == 0
    assert files(fresh / "notices/tiny/2026") == files(root / "notices/tiny/2026")
    again = run("restore", root / "archive/tiny-2026", "--project", fresh)
    assert again.exit_code == 1
    assert "已经有了" in again.output


def test_a_folder_that_is_no_bag_is_refused(root: Path, tmp_path: Path) -> None:
    assert run("restore", root, "--project", tmp_path / "x").exit_code == 2


def test_a_chain_is_signed_and_a_bag_carries_the_signature(root: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
    subprocess.run(words, check=True, capture_output=True)
    done = run("sign", "tiny", "2026", "--key", key, "--project", root)
    assert done.exit_code == 0
    public = key.with_suffix(".pub").read_text("ascii")
    (root / "notices/allowed_signers").write_text(f"clerk {public}", "ascii")
    assert run("verify", "--project", root).exit_code == 0
    archive(root)
    proved = run("verify", root / "archive/tiny-2026")
    assert proved.exit_code == 0
    assert "I029" not in proved.output


def test_a_township_without_a_seal_is_only_consistent(root: Path) -> None:
    proved = run("verify", "--project", root)
    assert (proved.exit_code, "I029" in proved.output) == (0, True)


def test_a_link_that_a_sheet_bears_is_looked_for_in_project_and_bag(root: Path) -> None:
    archive(root)
    link = newest_link(root / "notices/tiny/2026")
    for where in (["tiny", "--project", root], [root / "archive/tiny-2026"]):
        there = run("verify", *where, "--link", link[:16].upper())
        assert (there.exit_code, "是第 1 份" in there.output) == (0, True)
        gone = run("verify", *where, "--link", "0" * 16)
        assert (gone.exit_code, "链里没有" in gone.output) == (1, True)
    for wrong in ("123", "xyz" * 4, "a" * 65):
        assert run("verify", "tiny", "--project", root, "--link", wrong).exit_code == 2


def test_a_step_that_was_changed_in_the_record_is_found(root: Path) -> None:
    steps = root / "notices/tiny/2026/issued/steps.txt"
    steps.write_text(f"{'0' * 64} {{}}\n", "utf-8")
    proved = run("verify", "--project", root)
    assert (proved.exit_code, "I030" in proved.output) == (1, True)


def test_a_key_that_is_not_there_is_refused(root: Path) -> None:
    assert run("sign", "tiny", "2026", "--key", "none", "--project", root).exit_code == 2


def test_what_must_be_named_is_asked_for_in_chinese(root: Path) -> None:
    archive(root)
    for words, option in (
        (("restore", root / "archive/tiny-2026"), "--project"),
        (("sign", "tiny", "2026", "--project", root), "--key"),
    ):
        result = run(*words)
        assert result.exit_code == 2
        assert f"用 {option} 指明" in result.stderr
