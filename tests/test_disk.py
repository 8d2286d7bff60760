"""The one module that writes: old or new, whole, whatever breaks on the way."""

from __future__ import annotations

import ast
import errno
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import gongshi
from children import in_a_child, killed_after
from gongshi import disk

PACKAGE = Path(gongshi.__file__).parent
OLD = {"index.html": "旧", "2026/dongcun/1/index.html": "旧一", "a/only-old.txt": "旧"}
NEW = {"index.html": "新", "2026/dongcun/1/index.html": "新一", "b/only-new.txt": "新"}
WAYS = ("exchange", "renames")


@pytest.fixture(autouse=True)
def hook_is_put_back() -> Iterator[None]:
    before, exchange, flush = disk.before, disk.exchange, disk.flush
    yield
    disk.before, disk.exchange, disk.flush = before, exchange, flush


def choose(way: str) -> None:
    """The way of Linux, or the way of a system without exchange and without syncfs."""
    if way == "renames":
        disk.exchange = disk.flush = None


def publish(target: Path, files: dict[str, str]) -> None:
    """What a build does with finished files, in as few lines as it takes."""
    with disk.staged(target) as stage:
        for name, text in files.items():
            disk.add(stage / name, text.encode())
        disk.sync(stage)
        disk.swap(stage, target)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def content(tree: Path) -> dict[str, str]:
    paths = sorted(path for path in tree.rglob("*") if path.is_file())
    return {path.relative_to(tree).as_posix(): path.read_text() for path in paths}


def at_operation(number: int, do: Callable[[], None]) -> Callable[[str, Path], None]:
    """A hook that does something before operation ``number`` and nothing else."""
    seen = 0

    def hook(_operation: str, _path: Path) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            do()

    return hook


def crash_points(work: Callable[[], None], do: Callable[[], None]) -> Iterator[int]:
    """Break before operation 1, 2, 3 … and yield each exit status until a run completes."""
    for number in range(1, 2000):

        def broken(number: int = number) -> None:
            disk.before = at_operation(number, do)
            work()

        status = in_a_child(broken)
        if status == 0:
            return
        yield status


def fail(number: int) -> Callable[[], None]:
    def do() -> None:
        raise OSError(number, os.strerror(number))

    return do


def whole(target: Path) -> bool:
    """Whether the published folder is one of the two, after the next start has looked."""
    disk.recover(target)
    return content(target) in (OLD, NEW)


@pytest.mark.parametrize("way", WAYS)
def test_a_crash_before_any_operation_leaves_the_old_site_or_the_new(
    tmp_path: Path, way: str
) -> None:
    choose(way)
    target = tmp_path / "yunxi"
    publish(target, OLD)
    count = 0
    for _ in crash_points(lambda: publish(target, NEW), lambda: os._exit(9)):
        count += 1
        assert whole(target)
        publish(target, OLD)
    assert count > 15
    assert content(target) == NEW
    assert names(tmp_path) == ["yunxi"]


def test_with_exchange_not_even_a_moment_is_without_a_site(tmp_path: Path) -> None:
    target = tmp_path / "yunxi"
    publish(target, OLD)
    for _ in crash_points(lambda: publish(target, NEW), lambda: os._exit(9)):
        assert content(target) in (OLD, NEW)
        publish(target, OLD)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_an_operation_that_fails_leaves_the_old_site_or_the_new(
    tmp_path: Path, way: str, number: int
) -> None:
    choose(way)
    target = tmp_path / "yunxi"
    publish(target, OLD)
    for status in crash_points(lambda: publish(target, NEW), fail(number)):
        assert status == 3
        assert whole(target)
        publish(target, OLD)
        assert names(tmp_path) == ["yunxi"]


def test_a_disk_that_stays_full_leaves_the_old_site(tmp_path: Path) -> None:
    target = tmp_path / "yunxi"
    publish(target, OLD)

    def full(operation: str, _path: Path) -> None:
        if operation in {"create", "write", "mkdir"}:
            raise OSError(errno.ENOSPC, "full")

    disk.before = full
    with pytest.raises(OSError, match="full"):
        publish(target, NEW)
    assert content(target) == OLD
    assert names(tmp_path) == ["yunxi"]


def test_twenty_five_kills_at_random_moments_never_leave_a_mixed_site(tmp_path: Path) -> None:
    target = tmp_path / "yunxi"
    old = {f"{n // 10}/{n}.html": "旧" * 2000 for n in range(60)}
    new = {f"{n // 10}/{n}.html": "新" * 2000 for n in range(60)}
    publish(target, old)
    running = 0
    for kill in range(25):
        running += killed_after(0.001 + kill * 0.0013, lambda: for_ever(target, new, old))
        assert content(target) in (old, new)
    publish(target, new)
    assert (running, content(target)) == (25, new)
    assert names(tmp_path) == ["yunxi"]


def for_ever(target: Path, *contents: dict[str, str]) -> None:
    while True:
        for files in contents:
            publish(target, files)


def test_a_swap_that_broke_between_its_two_renames_is_undone(tmp_path: Path) -> None:
    target = tmp_path / "yunxi"
    publish(target, OLD)
    target.rename(disk.aside(target))
    disk.add(disk.staging(target) / "index.html", "半".encode())
    disk.recover(target)
    assert content(target) == OLD
    assert names(tmp_path) == ["yunxi"]


def test_a_file_system_without_exchange_gets_two_renames(tmp_path: Path) -> None:
    def refuse(_one: Path, _other: Path) -> None:
        raise OSError(errno.EINVAL, "no exchange here")

    target = tmp_path / "yunxi"
    publish(target, OLD)
    disk.exchange = refuse
    publish(target, NEW)
    assert content(target) == NEW
    assert names(tmp_path) == ["yunxi"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "issued" / "chain.txt"
    disk.write(path, b"old")
    for status in crash_points(lambda: disk.write(path, b"new"), lambda: os._exit(9)):
        assert status == 9
        assert path.read_bytes() in (b"old", b"new")
        disk.write(path, b"old")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["chain.txt"]


def test_several_files_count_together_or_none_of_them_is_left(tmp_path: Path) -> None:
    issued, journal = tmp_path / "issued", tmp_path / ".gongshi" / "yunxi.issue"
    chain, ends = issued / "chain.txt", set()
    writes = [(issued / "0001-a.md", b"1"), (issued / "0002-b.md", b"2"), (chain, b"new")]
    disk.make(journal.parent)
    disk.write(chain, b"old")
    old, new = {"chain.txt": "old"}, {"0001-a.md": "1", "0002-b.md": "2", "chain.txt": "new"}
    for _ in crash_points(lambda: disk.commit(writes, journal), lambda: os._exit(9)):
        disk.undo(journal)
        assert content(issued) in (old, new)
        ends.add(len(content(issued)))
        assert names(journal.parent) == []
        disk.remove(issued)
        disk.write(chain, b"old")
    assert (content(issued), ends) == (new, {1, 3})


def test_several_files_are_taken_back_at_once_when_the_disk_fails(tmp_path: Path) -> None:
    journal = tmp_path / ".gongshi" / "yunxi.issue"
    writes = [(tmp_path / "issued" / name, b"1") for name in ("0001-a.md", "chain.txt")]
    for status in crash_points(lambda: disk.commit(writes, journal), fail(errno.EIO)):
        assert status == 3
        disk.undo(journal)
        assert content(tmp_path) in ({}, {f"issued/{path.name}": "1" for path, _ in writes})
        disk.remove(tmp_path / "issued")


def test_each_operation_is_announced_once(tmp_path: Path) -> None:
    target, seen = tmp_path / "yunxi", []
    publish(target, OLD)
    disk.before = lambda operation, path: seen.append((operation, path))
    publish(target, NEW)
    assert len(seen) == len(set(seen))
    assert [operation for operation, _ in seen].count("exchange") == 1
    assert [operation for operation, _ in seen].count("create") == len(NEW)


def test_files_and_folders_get_the_modes_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        publish(tmp_path / "yunxi", NEW)
        disk.write(tmp_path / "one.txt", b"1")
    finally:
        os.umask(before)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("yunxi", "one.txt")]
    assert modes == [0o750, 0o640]
    assert (tmp_path / "yunxi/index.html").stat().st_mode & 0o777 == 0o640


def test_removing_never_follows_a_link(tmp_path: Path) -> None:
    disk.add(tmp_path / "precious" / "file.txt", b"keep")
    disk.add(tmp_path / "tree" / "file.txt", b"drop")
    (tmp_path / "tree" / "link").symlink_to(tmp_path / "precious")
    disk.remove(tmp_path / "tree")
    assert content(tmp_path) == {"precious/file.txt": "keep"}


def test_an_unchanged_file_is_carried_over_where_links_are_not_to_be_had(tmp_path: Path) -> None:
    disk.add(tmp_path / "old" / "a3.pdf", b"poster")

    def no_links(operation: str, path: Path) -> None:
        if operation == "link" and path.name == "copied.pdf":
            path.write_bytes(b"in the way of a link")

    disk.before = no_links
    disk.carry(tmp_path / "old" / "a3.pdf", tmp_path / "new" / "linked.pdf")
    disk.carry(tmp_path / "old" / "a3.pdf", tmp_path / "new" / "copied.pdf")
    assert content(tmp_path / "new") == {"copied.pdf": "poster", "linked.pdf": "poster"}


def test_a_second_holder_is_told_who_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / ".gongshi" / "yunxi.lock"
    word = f"进程 {os.getpid()}"
    with disk.lock(path), pytest.raises(disk.Held, match=word) as held, disk.lock(path):
        pass
    assert held.value.pid == os.getpid()
    with disk.lock(path):
        pass


def test_a_holder_that_was_killed_leaves_nothing_in_the_way(tmp_path: Path) -> None:
    path = tmp_path / "yunxi.lock"
    program = textwrap.dedent(f"""
        import time
        from pathlib import Path
        from gongshi import disk
        with disk.lock(Path({str(path)!r})):
            print("held", flush=True)
            time.sleep(60)
    """)
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(disk.Held) as held, disk.lock(path):
            pass
        assert held.value.pid == holder.pid
        holder.kill()
    with disk.lock(path):
        pass


def writing_calls(tree: ast.AST) -> Iterator[int]:
    """The lines that write a file, or that could."""
    names = {"write_text", "write_bytes", "replace", "rename", "unlink", "mkdir", "rmdir"}
    names |= {"touch", "symlink_to", "hardlink_to", "copyfile", "copytree", "rmtree"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = {alias.name for alias in node.names} | {getattr(node, "module", "")}
            if modules & {"shutil", "tempfile"}:
                yield node.lineno
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        words += [key.value.value for key in node.keywords if isinstance(key.value, ast.Constant)]
        if name == "open" and any(set(str(word)) & set("wax+") for word in words[:1]):
            yield node.lineno
        # str.replace takes two arguments, Path.replace one; dataclasses.replace keywords.
        if name in names and not (name == "replace" and (len(node.args) != 1 or node.keywords)):
            yield node.lineno


def test_no_other_module_of_the_package_writes() -> None:
    modules = [path for path in sorted(PACKAGE.rglob("*.py")) if path.name != "disk.py"]
    lines = {
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in modules
        for line in writing_calls(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert lines == set()


@pytest.mark.parametrize(
    "line",
    [
        "open('a', 'w')",
        "path.open('ab')",
        "path.write_text('a')",
        "os.replace(a, b) or path.replace(b)",
        "import shutil",
        "path.rename(other)",
    ],
)
def test_the_check_for_writers_finds_one(line: str) -> None:
    assert list(writing_calls(ast.parse(line)))


DANGEROUS = {"eval", "exec", "compile", "__import__", "yaml.load", "os.system", "os.popen"}
DANGEROUS |= {"yaml.full_load", "yaml.unsafe_load", "pickle.loads", "pickle.load"}


def test_no_module_runs_code_from_data_opens_a_socket_or_starts_a_program() -> None:
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in DANGEROUS:
                found.append(f"{path.name}: {ast.unparse(node.func)}")
            if isinstance(node, ast.Import | ast.ImportFrom):
                modules = {getattr(node, "module", ""), *(alias.name for alias in node.names)}
                risky = modules & {"subprocess", "socket", "urllib.request", "http.client", "ssl"}
                found += [f"{path.name}: {module}" for module in risky]
    # Signatures and time stamps are made and verified by OpenSSH and OpenSSL themselves.
    assert found == ["seal.py: subprocess"]


def test_ready_made_html_is_declared_in_the_site_package_only() -> None:
    callers = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if "Markup(" in path.read_text(encoding="utf-8")
    }
    assert callers <= {"site"}
