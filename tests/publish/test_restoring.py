"""A term out of its bag again: whole, alone, and never over what is there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gongshi.archive.bag import folder_tree
from gongshi.archive.contents import PROJECT, SITE, About
from gongshi.archive.restore import RestoreError, plan_restore
from gongshi.archive.verify import verify_bag
from gongshi.publish import archiving
from gongshi.publish.restoring import restore_term
from publish import small
from publish.bags import TERM, archived, bag_of, reseal


def test_a_term_is_restored_from_its_bag_alone_and_builds_the_same_site(
    root: Path, tmp_path: Path
) -> None:
    bag = tmp_path / "usb" / "tiny-2026"
    shutil.copytree(bag_of(root), bag)
    shutil.rmtree(root)
    fresh = tmp_path / "fresh"
    restore_term(plan_restore(bag, fresh), fresh)
    small.build_one(fresh)
    assert small.files(fresh / "dist/tiny") == small.files(bag / SITE / "tiny")


def test_a_project_with_only_that_term_has_the_very_site_of_the_bag(root: Path) -> None:
    small.build_one(root)
    assert small.files(root / "dist/tiny") == small.files(bag_of(root) / SITE / "tiny")


def test_a_restored_term_archives_to_the_same_bag(root: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh"
    restore_term(plan_restore(bag_of(root), fresh), fresh)
    archived(fresh)
    assert small.files(bag_of(fresh)) == small.files(bag_of(root))


def test_a_term_that_is_there_is_not_overwritten(root: Path) -> None:
    with pytest.raises(RestoreError, match="已经有了"):
        plan_restore(bag_of(root), root)


def test_settings_that_are_there_stay_as_they_are(root: Path, tmp_path: Path) -> None:
    county = tmp_path / "other/notices/county.yml"
    county.parent.mkdir(parents=True)
    county.write_text("县: 别县\n", "utf-8")
    plan = plan_restore(bag_of(root), tmp_path / "other")
    restore_term(plan, tmp_path / "other")
    assert plan.kept == ("notices/county.yml",)
    assert county.read_text("utf-8") == "县: 别县\n"
    assert (tmp_path / "other" / TERM / "term.yml").is_file()


def test_a_spoilt_bag_is_not_restored(root: Path, tmp_path: Path) -> None:
    (bag_of(root) / PROJECT / TERM / "term.yml").write_text("x")
    with pytest.raises(RestoreError) as refused:
        plan_restore(bag_of(root), tmp_path / "fresh")
    assert {one.rule for one in refused.value.findings} >= {"I011"}


@pytest.mark.parametrize("name", ["../../outside", "", "Tiny", "a/b"])
def test_a_bag_that_would_write_elsewhere_is_not_restored(
    name: str, root: Path, tmp_path: Path
) -> None:
    bag = bag_of(root)
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    archiving._seal(bag, About("东镇", name, "2026", "x", small.TODAY))
    assert verify_bag(folder_tree(bag)) == []
    with pytest.raises(RestoreError, match="不是gongshi能恢复的"):
        plan_restore(bag, tmp_path / "fresh")


def test_a_bag_of_a_later_format_is_left_to_a_later_version(root: Path, tmp_path: Path) -> None:
    reseal(bag_of(root), {"Gongshi-Archive-Format": "2"})
    assert verify_bag(folder_tree(bag_of(root))) == []
    with pytest.raises(RestoreError, match=r"“2”.*新版"):
        plan_restore(bag_of(root), tmp_path / "fresh")


def test_hidden_files_are_not_restored(root: Path, tmp_path: Path) -> None:
    bag = bag_of(root)
    for path in bag.iterdir():
        if path.is_file():
            path.unlink()
    hidden = bag / PROJECT / ".git/hooks/post-checkout"
    hidden.parent.mkdir(parents=True)
    hidden.write_bytes(b"x")
    archiving._seal(bag, About("东镇", "tiny", "2026", "x", small.TODAY))
    plan = plan_restore(bag, tmp_path / "fresh")
    assert plan.own
    assert not [path for path in (*plan.own, *plan.shared) if ".git" in path]
