"""Whatever is done to issued notices afterwards is found, and the file is named."""

from __future__ import annotations

import shutil
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from elections import entry, party
from gongshi.issue.chain import START, chain_lines, line_with, link_after, load_issued
from issue.chains import found, issue, term_folder, world

FILES = ["0001-conditions.md", "0002-candidates.md", "0003-result.md"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = term_folder(tmp_path)
    assert issue(world(), folder) == [*FILES, "chain.txt"]
    return folder


def lines_of(folder: Path) -> list[str]:
    return list(chain_lines(folder))


def rewrite(folder: Path, lines: list[str]) -> None:
    (folder / "issued" / "chain.txt").write_text("".join(f"{line}\n" for line in lines))


def test_what_was_issued_is_loaded_in_order_without_a_finding(folder: Path) -> None:
    published, findings = load_issued(folder)
    assert findings == []
    assert [one.notice.number for one in published] == ["1", "2", "3"]
    for one, name in zip(published, FILES, strict=True):
        assert one.digest == sha256((folder / "issued" / name).read_bytes()).hexdigest()
        assert one.issued_on == date(2026, 11, 21)
        assert len(one.check_code) == 9


def test_the_links_are_what_the_manual_says(folder: Path) -> None:
    previous = START
    for line, name in zip(lines_of(folder), FILES, strict=True):
        digest = sha256((folder / "issued" / name).read_bytes()).hexdigest()
        text = f"{previous} {digest} 2026-11-21 {name}"
        previous = sha256(text.encode()).hexdigest()
        assert line == f"{previous} {digest} 2026-11-21 {name}"


def test_nothing_issued_is_nothing_wrong(tmp_path: Path) -> None:
    assert load_issued(term_folder(tmp_path)) == ((), [])


def test_every_changed_byte_is_found(tmp_path: Path) -> None:
    folder = term_folder(tmp_path)
    issue(world(entry(party(), "选举公告")), folder)
    path = folder / "issued" / "0001-election.md"
    data = path.read_bytes()
    for position in range(len(data)):
        path.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        published, (finding,) = load_issued(folder)
        assert (finding.rule, published) == ("I001", ())
        assert path.name in finding.message


def test_every_changed_character_of_the_chain_is_found(folder: Path) -> None:
    path = folder / "issued" / "chain.txt"
    data = path.read_bytes()
    for position in range(len(data)):
        path.write_bytes(data[:position] + bytes([data[position] ^ 1]) + data[position + 1 :])
        assert found(folder), f"byte {position}"


def test_a_missing_file_is_found(folder: Path) -> None:
    (folder / "issued" / FILES[1]).unlink()
    _, (finding,) = load_issued(folder)
    assert (finding.rule, finding.place.file) == (
        "I002",
        "notices/tiny/2026/issued/0002-candidates.md",
    )


@pytest.mark.parametrize("name", ["0004-candidates.md", "笔记.txt", "0002-candidates（副本）.md"])
def test_a_file_that_was_not_issued_is_found(folder: Path, name: str) -> None:
    (folder / "issued" / name).write_bytes((folder / "issued" / FILES[1]).read_bytes())
    _, (finding,) = load_issued(folder)
    assert finding.rule == "I003"
    assert name in finding.message


def test_a_folder_or_a_link_in_place_of_a_file_is_found(folder: Path) -> None:
    path = folder / "issued" / FILES[1]
    path.rename(folder / "elsewhere.md")
    path.symlink_to(folder / "elsewhere.md")
    assert set(found(folder)) == {"I002"}
    (folder / "issued" / "more").mkdir()
    assert set(found(folder)) == {"I002", "I003"}


def test_lines_in_another_order_are_found(folder: Path) -> None:
    one, two, three = lines_of(folder)
    rewrite(folder, [one, three, two])
    assert found(folder) == ["I006", "I006"]


def test_a_line_taken_out_with_its_file_is_found(folder: Path) -> None:
    one, _, three = lines_of(folder)
    (folder / "issued" / FILES[1]).unlink()
    rewrite(folder, [one, three])
    assert found(folder) == ["I005"]


def test_an_issue_dated_back_is_found(folder: Path) -> None:
    lines = lines_of(folder)
    link, digest, _, name = lines[2].split()
    earlier = link_after(lines[1].split()[0], digest, date(2026, 11, 20), name)
    assert earlier.value != link
    rewrite(folder, [*lines[:2], earlier.line()])
    assert found(folder) == ["I007"]


@pytest.mark.parametrize(
    "line", ["", "abc", "0" * 64, f"{START} {START} 2026-02-30 0009-a.md", "甲 乙 丙 丁"]
)
def test_a_line_that_cannot_be_read_is_found(folder: Path, line: str) -> None:
    rewrite(folder, [*lines_of(folder), line])
    assert found(folder) == ["I004"]


def test_a_path_in_the_chain_leads_nowhere(folder: Path) -> None:
    rewrite(folder, [*lines_of(folder), f"{START} {START} 2026-11-22 ../../0001-a.md"])
    assert found(folder) == ["I004"]


def test_one_file_on_two_lines_is_found(folder: Path) -> None:
    lines = lines_of(folder)
    rewrite(folder, [*lines, lines[0]])
    assert found(folder) == ["I004"]


def test_a_chained_file_that_no_issue_wrote_is_found(folder: Path) -> None:
    data = b"---\ntitle: 1\n---\n\nx\n"
    name = "0009-candidates.md"
    (folder / "issued" / name).write_bytes(data)
    last = lines_of(folder)[-1].split()[0]
    link = link_after(last, sha256(data).hexdigest(), date(2026, 11, 21), name)
    rewrite(folder, [*lines_of(folder), link.line()])
    assert found(folder) == ["I008"]


def test_a_notice_under_another_number_is_found(folder: Path) -> None:
    data = (folder / "issued" / FILES[1]).read_bytes()
    name = "0009-candidates.md"
    (folder / "issued" / name).write_bytes(data)
    last = lines_of(folder)[-1].split()[0]
    link = link_after(last, sha256(data).hexdigest(), date(2026, 11, 21), name)
    rewrite(folder, [*lines_of(folder), link.line()])
    assert found(folder) == ["I008"]


def fork(folder: Path, other: Path) -> None:
    """The first two notices as they are, and a third that was issued in their place."""
    shutil.copytree(folder, other)
    one, two, _ = lines_of(folder)
    rewrite(other, [one, two])
    (other / "issued" / FILES[2]).unlink()
    again = entry(party(), "选举结果公告", number="4", posted=date(2026, 11, 19))
    issue(world(again), other)


def test_a_chain_that_was_continued_twice_is_found_where_the_two_are_put_together(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b/notices/tiny/2026"
    fork(folder, other)
    assert found(other) == []
    (forked,) = set(lines_of(other)) - set(lines_of(folder))
    shutil.copy(other / "issued/0004-result.md", folder / "issued")
    rewrite(folder, [*lines_of(folder), forked])
    _, findings = load_issued(folder)
    assert {finding.rule for finding in findings} == {"I006"}
    assert "0004-result.md" in findings[0].message


def test_a_fork_put_in_the_place_of_the_chain_is_found_by_a_printed_link(
    folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b/notices/tiny/2026"
    fork(folder, other)
    printed = [line[:16] for line in lines_of(folder)]
    for start in printed[:2]:
        assert line_with(other, start) == line_with(folder, start) is not None
    assert line_with(other, printed[2]) is None
