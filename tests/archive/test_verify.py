"""A bag proves itself: every byte, every kind of change, in agreement with other verifiers."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import bags
from gongshi.archive.bag import folder_tree, memory_tree
from gongshi.archive.verify import verify_bag
from gongshi.model.finding import errors

Files = dict[str, bytes]
CONFORMANCE = Path(__file__).parent / "conformance"
CAFE = "data/公开/café.txt"


def test_a_sealed_bag_is_whole_for_everyone(tmp_path: Path) -> None:
    folder = bags.write(tmp_path, bags.sealed())
    assert bags.found(bags.sealed()) == []
    assert verify_bag(folder_tree(folder)) == []
    assert bags.library_accepts(folder)
    assert bags.sha256sum_accepts(folder)


@pytest.mark.parametrize("flip", [0x01, 0x20, 0xFF])
def test_every_flipped_byte_of_every_file_is_found_and_the_file_is_named(flip: int) -> None:
    files = bags.sealed()
    for path, data in files.items():
        for at in range(len(data)):
            spoilt = bytearray(data)
            spoilt[at] ^= flip
            found = errors(bags.found({**files, path: bytes(spoilt)}))
            named = path.startswith("tagmanifest") or path in {one.place.file for one in found}
            assert found, (path, at)
            assert named, (path, at)


def test_other_verifiers_refuse_the_flipped_bytes_that_they_can_see(tmp_path: Path) -> None:
    files = bags.sealed()
    folder = bags.write(tmp_path, files)
    for path, data in files.items():
        if path == "tagmanifest-sm3.txt":
            continue  # neither reads SM3, and no tag manifest lists another
        for at in range(0, len(data), 41):
            spoilt = bytearray(data)
            spoilt[at] ^= 0x01
            (folder / path).write_bytes(bytes(spoilt))
            assert not bags.sha256sum_accepts(folder), (path, at)
            assert not bags.library_accepts(folder), (path, at)
        (folder / path).write_bytes(data)
    assert bags.library_accepts(folder)


def changed(path: str, change: Callable[[bytes], bytes]) -> Callable[[Files], Files]:
    return lambda files: {**files, path: change(files[path])}


def renamed(old: str, new: str) -> Callable[[Files], Files]:
    return lambda files: {(new if path == old else path): data for path, data in files.items()}


def without(*paths: str) -> Callable[[Files], Files]:
    return lambda files: {path: data for path, data in files.items() if path not in paths}


def lines(path: str, change: Callable[[list[bytes]], list[bytes]]) -> Callable[[Files], Files]:
    """The file with its lines changed, tag manifests made anew."""

    def apply(files: Files) -> Files:
        parts = files[path].splitlines(keepends=True)
        return bags.resealed({**files, path: b"".join(change(parts))})

    return apply


def swapped(files: Files) -> Files:
    one, other = "data/公开/b.csv", CAFE
    return {**files, one: files[other], other: files[one]}


def dropped_everywhere(files: Files) -> Files:
    """A file and its lines gone from both manifests, tag manifests made anew."""
    left = without(CAFE)(files)
    for name in ("manifest-sha256.txt", "manifest-sm3.txt"):
        kept = [line for line in left[name].splitlines(keepends=True) if CAFE.encode() not in line]
        left[name] = b"".join(kept)
    return bags.resealed(left)


M = "manifest-sha256.txt"
ZERO = b"0" * 64
#: What was done → the rules that say so, warnings too.
TAMPERED: dict[str, tuple[Callable[[Files], Files], set[str]]] = {
    "truncated": (changed(CAFE, lambda data: data[:-1]), {"I011", "I020"}),
    "appended": (changed(CAFE, lambda data: data + b"!"), {"I011", "I020"}),
    "emptied": (changed(CAFE, lambda _: b""), {"I011", "I020"}),
    "replaced": (changed(CAFE, lambda data: bytes(reversed(data))), {"I011"}),
    "two files swapped": (swapped, {"I011"}),
    "deleted": (without(CAFE), {"I012", "I020"}),
    "added": (lambda files: {**files, "data/x": b""}, {"I013", "I020"}),
    "renamed in the same order": (renamed(CAFE, "data/公开/cafz.txt"), {"I012", "I013"}),
    "other case": (renamed("data/公开/b.csv", "data/公开/B.csv"), {"I012", "I013"}),
    "other normal form": (renamed(CAFE, unicodedata.normalize("NFD", CAFE)), {"I021"}),
    "no bagit.txt": (without("bagit.txt"), {"I014"}),
    "byte order mark": (changed("bagit.txt", lambda data: b"\xef\xbb\xbf" + data), {"I014"}),
    "line doubled": (lines(M, lambda parts: [parts[0], *parts]), {"I015", "I016"}),
    "lines reordered": (lines(M, lambda parts: parts[::-1]), {"I015"}),
    "ends of lines": (lines(M, lambda p: [x.replace(b"\n", b"\r\n") for x in p]), {"I015"}),
    "upper case": (lines(M, lambda p: [x[:64].upper() + x[64:] for x in p]), {"I015"}),
    "line cut short": (lines(M, lambda parts: [parts[0][9:], *parts[1:]]), {"I015", "I018"}),
    "line dropped": (lines(M, lambda parts: parts[1:]), {"I018"}),
    "file and line dropped": (dropped_everywhere, {"I020"}),
    "path outside": (lines(M, lambda p: [*p, ZERO + b"  data/../../x\n"]), {"I015", "I017"}),
    "manifest edited": (changed(M, lambda data: ZERO + data[64:]), {"I019"}),
    "bag-info edited": (changed("bag-info.txt", lambda data: data + b"A: b\n"), {"I019"}),
    "manifest dropped": (without(M), {"I012"}),
    "one proof of the lists dropped": (without("tagmanifest-sm3.txt"), {"I012"}),
    "other algorithm": (renamed(M, "manifest-crc32.txt"), {"I012", "I023", "I026"}),
    "stray tag file": (lambda files: {**files, "x.txt": b"x"}, {"I026"}),
    "fetch outside": (
        lambda files: bags.resealed({**files, "fetch.txt": b"http://x/ 1 ../x\n"}),
        {"I025"},
    ),
}
#: Where others accept what the RFC leaves open and only a bag of ours is held to.
OURS_ONLY = {
    *("lines reordered", "ends of lines", "upper case", "stray tag file"),
    *("line doubled", "other normal form", "one proof of the lists dropped"),
}


def test_a_fetch_txt_of_a_million_lines_is_one_finding() -> None:
    files = bags.resealed({**bags.sealed(), "fetch.txt": b"http://x/ 9 data/more\n" * 10**6})
    (finding,) = bags.found(files)
    assert (finding.rule, finding.place.cell) == ("I025", "1")


@pytest.mark.parametrize("what", TAMPERED)
def test_each_way_of_tampering_has_its_rules(what: str) -> None:
    change, rules = TAMPERED[what]
    assert {one.rule for one in bags.found(change(bags.sealed()))} == rules


@pytest.mark.parametrize("what", sorted(set(TAMPERED) - OURS_ONLY))
def test_bagit_python_refuses_what_we_refuse(what: str, tmp_path: Path) -> None:
    files = TAMPERED[what][0](bags.sealed())
    assert bags.refused(files)
    assert not bags.library_accepts(bags.write(tmp_path, files))


def test_a_link_is_found_whatever_it_leads_to(tmp_path: Path) -> None:
    folder = bags.write(tmp_path / "bag", bags.sealed())
    (folder / CAFE).rename(tmp_path / "outside")
    (folder / CAFE).symlink_to(tmp_path / "outside")
    (folder / "data/folder").symlink_to(tmp_path)
    rules = [one.rule for one in verify_bag(folder_tree(folder))]
    assert rules.count("I022") == 2
    assert {"I012"} < set(rules)


def test_times_modes_and_empty_folders_change_nothing(tmp_path: Path) -> None:
    folder = bags.write(tmp_path, bags.sealed())
    for path in folder.rglob("*"):
        os.utime(path, (1, 1))
        path.chmod(0o700)
    (folder / "data/empty").mkdir()
    assert verify_bag(folder_tree(folder)) == []


def cases(kind: str) -> list[str]:
    return sorted(path.name for path in (CONFORMANCE / kind).iterdir())


@pytest.mark.parametrize("name", cases("valid"))
def test_a_valid_bag_of_the_standard_is_accepted(name: str) -> None:
    assert verify_bag(folder_tree(CONFORMANCE / "valid" / name)) == []


@pytest.mark.parametrize("name", cases("invalid"))
def test_an_invalid_bag_of_the_standard_is_refused(name: str) -> None:
    assert errors(verify_bag(folder_tree(CONFORMANCE / "invalid" / name)))


@pytest.mark.parametrize("name", cases("warning"))
def test_a_doubtful_bag_of_the_standard_is_accepted_with_a_warning(name: str) -> None:
    found = verify_bag(folder_tree(CONFORMANCE / "warning" / name))
    assert found
    assert not errors(found)


#: Where bagit-python 1.9 is more lenient than the RFC, or does not know what is allowed.
LENIENT = {
    *("bagit-with-whitespace-before-the-colon", "bagit-with-two-blanks"),
    *("path-into-home", "path-listed-twice", "fetch-path-outside"),
    *("path-with-drive", "path-of-windows-share", "path-with-backslash-dots"),
    *("line-ends-cr", "path-with-dot-notation", "bagit-of-unknown-version"),
    *("bagit-with-lines-exchanged", "percent-sign-in-name", "file-in-one-manifest-of-two"),
}


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in ("valid", "invalid", "warning") for name in cases(kind)],
)
def test_bagit_python_says_the_same_of_the_standards_bags(kind: str, name: str) -> None:
    if name not in LENIENT:
        assert bags.library_accepts(CONFORMANCE / kind / name) == (kind != "invalid")


def test_a_name_that_needs_encoding_is_written_and_read_back() -> None:
    files = bags.sealed({"data/a%0Ab\nc\rd.txt": b"x"})
    assert b"data/a%250Ab%0Ac%0Dd.txt" in files[M]
    assert verify_bag(memory_tree(files)) == []
