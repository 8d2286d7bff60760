"""Addresses as file names: nothing leaves its folder, and no two share one."""

from __future__ import annotations

import pytest

from gongshi.publish.paths import trouble, twins

BAD = [
    *("..", ".", "", "/etc", "a//b", "../x", "a/../b", "a/./b", "...", ". .", "~", "~root"),
    *(".hidden", "a.", "a ", " a", "a/b./c", "C:", "C:x", r"C:\x", r"\\server\share", r"a\b"),
    *("a\x00b", "a\nb", "a\x1b[31m", "a\x7f", "a\u202eb", "a\u200bb", "a\ufeff", "a\ud800"),
    *("CON", "con", "con.txt", "NUL", "nul.md", "AUX", "prn", "com1", "LPT9.pdf", "a/con/b"),
    *("a" * 121, "村" * 100, "x" * 300, "a|b", "a?b", "a*b", 'a"b', "a<b", "a>b"),
    *("file:///x", "javascript:1", "%SystemRoot%\\x", "\\", "a/ /b", "a/\t/b", "\u3000a"),
    *("a\u00a0", "a\r", "com9.tar.gz", "\u2066a", "a/..", "./a", "a/con", "lpt1", "a\x01"),
    *("a/.git", "a/~x", "com2.", "b:stream", "aux.html", "a\x0b"),
]


@pytest.mark.parametrize("path", BAD, ids=ascii)
def test_a_path_that_could_leave_its_folder_or_confuse_a_system_is_refused(path: str) -> None:
    assert trouble(path)


@pytest.mark.parametrize("path", ["2026/dongcun/1/", "2026/东村/12/", "a-b/c_d/3", "console/a.b"])
def test_an_ordinary_path_is_fine(path: str) -> None:
    assert trouble(path) == ""


def test_sixty_ways_are_tried() -> None:
    assert len(set(BAD)) >= 60


@pytest.mark.parametrize(
    "pair", [("a/Qing/1", "a/qing/1"), ("a/caf\u00e9/1", "a/cafe\u0301/1"), ("STRASSE", "straße")]
)
def test_paths_that_a_file_system_takes_for_one_are_named_together(pair: tuple[str, str]) -> None:
    assert twins(["other", *pair]) == [tuple(sorted(pair))]
