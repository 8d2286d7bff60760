"""Bags of every format that was ever written can be verified and restored, for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from gongshi.archive.bag import FORMAT, FORMAT_NOW, folder_tree
from gongshi.archive.neighbours import inside
from gongshi.archive.restore import plan_restore
from gongshi.archive.verify import bag_info, verify_bag
from gongshi.model.finding import errors
from gongshi.publish.restoring import restore_term
from gongshi.read.project import read_project
from gongshi.read.township import read_township

FORMATS = sorted(path.parent for path in (Path(__file__).parent / "formats").glob("*/tiny-2026"))


def test_the_format_written_now_has_its_example() -> None:
    assert FORMAT_NOW in {folder.name for folder in FORMATS}


@pytest.mark.parametrize("folder", FORMATS, ids=lambda folder: folder.name)
def test_a_bag_of_a_format_is_whole_and_gives_its_term_back(folder: Path, tmp_path: Path) -> None:
    bag = folder / "tiny-2026"
    assert bag_info(folder_tree(bag))[0][FORMAT] == folder.name
    assert errors([*verify_bag(folder_tree(bag)), *inside(bag)]) == []
    restore_term(plan_restore(bag, tmp_path), tmp_path)
    project, found = read_project(tmp_path)
    (term,) = read_township(project, "tiny").terms
    assert not errors(found)
    assert term.candidates
    assert term.register
