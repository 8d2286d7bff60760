"""The only module that writes.

Comes in: finished bytes and the folder they belong to.  Goes out: files that are on the
disk, whole, or not there at all.  A site is staged beside the published one, flushed and
swapped in; whatever happens on the way, the published folder is the old one or the new
one.  Every single operation is announced to ``before``, so that a test can break each.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

Operation = Callable[[Path, Path], None]


def _nothing(operation: str, path: Path) -> None:
    """The hook that is set while nobody tests."""


#: Called with the name and the path of each operation, just before it is done.
before: Callable[[str, Path], None] = _nothing


class Held(OSError):  # noqa: N818 — it reads as a state, like BlockingIOError
    """Somebody else holds the lock; ``pid`` is the holder's, 0 when it cannot be told."""

    def __init__(self, pid: int) -> None:
        """Compose the one line that the user sees."""
        self.pid = pid
        holder = f"进程 {pid}" if pid else "另一个进程"
        super().__init__(errno.EWOULDBLOCK, f"{holder}正在处理这个乡镇，请等它结束后再试")


_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.EIO: "磁盘读写出错",
    errno.ENOENT: "找不到文件",
    errno.EMFILE: "打开的文件太多",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOTDIR: "不是文件夹",
    errno.EISDIR: "是文件夹，不是文件",
    errno.ENOMEM: "内存不够",
    errno.EADDRINUSE: "端口已被占用",
}


def reason(error: OSError) -> str:
    """What the machine could not do, as one Chinese line with the file where it is known."""
    words = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return f"{words}：{error.filename}" if error.filename else words


# The system's two calls that Python does not offer.


def _system_call(name: str) -> Callable[..., int] | None:
    """A function of the C library on Linux, or none."""
    if not sys.platform.startswith("linux"):
        return None
    function: Any = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    return function  # type: ignore[no-any-return]


def _checked(result: int, path: Path) -> None:
    """Raise the ``OSError`` of a system call that failed."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(path))


def _find_exchange() -> Operation | None:
    """``renameat2(…, RENAME_EXCHANGE)``: two folders change places in one step."""
    call = _system_call("renameat2")
    if call is None:
        return None

    def exchange(one: Path, other: Path) -> None:
        here, exchanging = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
        _checked(call(here, os.fsencode(one), here, os.fsencode(other), exchanging), one)

    return exchange


#: Swaps two folders in one step; none where the system cannot (then two renames do it).
exchange: Operation | None = _find_exchange()

#: Flushes a whole file system (``syncfs``); none where there is only ``fsync``.
flush: Callable[..., int] | None = _system_call("syncfs")


# Single operations, each announced once.


def _open_new(path: Path) -> int:
    """Create or empty a file with the mode that the umask leaves of 0666."""
    before("create", path)
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    return os.open(path, flags | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _write(path: Path, data: bytes, durable: bool) -> None:
    """Write a file; when ``durable``, wait until it is on the disk."""
    with os.fdopen(_open_new(path), "wb") as stream:
        before("write", path)
        stream.write(data)
        if durable:
            stream.flush()
            before("sync", path)
            os.fsync(stream.fileno())


def _rename(source: Path, target: Path) -> None:
    before("rename", target)
    source.replace(target)


def _folder(path: Path) -> None:
    """Make a folder and those above it."""
    if path.is_dir():
        return
    for folder in reversed([path, *path.parents]):
        if not folder.is_dir():
            before("mkdir", folder)
            folder.mkdir(exist_ok=True)


def _sync_one(path: Path) -> None:
    """Flush one file or folder; Windows cannot flush folders."""
    if os.name == "nt" and path.is_dir():
        return
    before("sync", path)
    descriptor = os.open(path, os.O_RDONLY if os.name != "nt" else os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# The verbs.


def aside(target: Path) -> Path:
    """Where the old folder waits while two renames swap in the new one."""
    return target.with_name(f".{target.name}.old")


def staging(target: Path) -> Path:
    """Where the new folder is put together: beside its target, on the same file system."""
    return target.with_name(f".{target.name}.new")


def recover(target: Path) -> None:
    """Undo a swap that was interrupted and clear what a dead build left behind."""
    if aside(target).exists() and not target.exists():
        _rename(aside(target), target)
    remove(aside(target))
    remove(staging(target))


def stage(target: Path) -> Path:
    """An empty folder beside ``target``, to be filled and then given to ``swap``."""
    recover(target)
    _folder(staging(target))
    return staging(target)


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """``stage`` for a with-statement: what fails on the way gives its space back."""
    folder = stage(target)
    try:
        yield folder
    except BaseException:
        with suppress(OSError):
            remove(folder)
        raise


def add(path: Path, data: bytes) -> None:
    """Write a file in a staged folder; ``sync`` of the folder makes it durable."""
    _folder(path.parent)
    _write(path, data, durable=False)


def carry(source: Path, path: Path) -> None:
    """Take over an unchanged file from the published folder into a staged one."""
    _folder(path.parent)
    before("link", path)
    try:
        os.link(source, path)
    except OSError:
        add(path, source.read_bytes())


def make(folder: Path) -> None:
    """Make a folder, and those above it, that stays empty for now."""
    _folder(folder)


def move(source: Path, folder: Path) -> None:
    """Move a file from one part of a staged folder to another, both on one file system."""
    _folder(folder)
    _rename(source, folder / source.name)


def write(path: Path, data: bytes) -> None:
    """Write one file whole: beside it, flushed, then renamed over it."""
    _folder(path.parent)
    part = _part(path)
    try:
        _write(part, data, durable=True)
        _rename(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink()
        raise
    _sync_one(path.parent)


def commit(writes: Sequence[tuple[Path, bytes]], journal: Path) -> None:
    """Write several new files and, last, the file that makes them count.

    A process that dies on the way leaves ``journal``, from which ``undo`` clears the new
    files again.  The last path of ``writes`` may exist already; the others must not.
    """
    new = [os.fspath(path) for path, _ in writes[:-1]]
    digest = sha256(writes[-1][1]).hexdigest()
    plan = {"last": os.fspath(writes[-1][0]), "sha256": digest, "new": new}
    write(journal, json.dumps(plan).encode("utf-8"))
    try:
        for path, data in writes:
            write(path, data)
    except OSError:
        with suppress(OSError):
            undo(journal)
        raise
    remove(journal)


def undo(journal: Path) -> None:
    """Finish what a ``commit`` that died had begun: all of it counts, or none is left."""
    remove(_part(journal))
    if not journal.is_file():
        return
    plan = json.loads(journal.read_bytes())
    last = Path(plan["last"])
    done = last.is_file() and sha256(last.read_bytes()).hexdigest() == plan["sha256"]
    for path in [] if done else map(Path, plan["new"]):
        remove(path)
    for path in map(Path, [*plan["new"], last]):
        remove(_part(path))
    remove(journal)


def _part(path: Path) -> Path:
    """The file beside ``path`` that ``write`` fills before it renames it."""
    return path.with_name(f".{path.name}.part")


def sync(tree: Path) -> None:
    """Wait until a folder and all that is in it are on the disk."""
    if flush is not None:
        before("flush", tree)
        descriptor = os.open(tree, os.O_RDONLY)
        try:
            _checked(flush(descriptor), tree)
        finally:
            os.close(descriptor)
        return
    for folder, _, names in os.walk(tree, topdown=False):
        for name in sorted(names):
            _sync_one(Path(folder, name))
        _sync_one(Path(folder))


def swap(folder: Path, target: Path) -> None:
    """Put a flushed folder in the place of ``target`` and remove the old one."""
    if not os.path.lexists(target):
        _rename(folder, target)
    elif not _exchanged(folder, target):
        _swap_by_renaming(folder, target)
    _sync_one(target.parent)
    remove(aside(target))
    remove(folder)


def _exchanged(folder: Path, target: Path) -> bool:
    """Swap in one step; false when this file system cannot."""
    if exchange is None:
        return False
    before("exchange", target)
    try:
        exchange(folder, target)
    except OSError as error:
        if error.errno in {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP}:
            return False
        raise
    return True


def _swap_by_renaming(folder: Path, target: Path) -> None:
    """Old aside, new in; if the second step fails the first is undone."""
    _rename(target, aside(target))
    try:
        _rename(folder, target)
    except OSError:
        _rename(aside(target), target)
        raise


def remove(tree: Path) -> None:
    """Remove a file or a folder with all that is in it; links are never followed."""
    if tree.is_symlink() or tree.is_file():
        before("unlink", tree)
        tree.unlink()
    elif tree.is_dir():
        for child in sorted(tree.iterdir()):
            remove(child)
        before("rmdir", tree)
        tree.rmdir()


@contextmanager
def lock(path: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the lock file ``path`` until the end of the with-statement, or of the process.

    The system lets go of it when the process dies, so nothing stays in the way.  Raises
    ``Held`` at once when somebody else has it, unless told to wait.
    """
    _folder(path.parent)
    before("lock", path)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        try:
            _seize(descriptor, wait)
        except (BlockingIOError, PermissionError) as error:
            raise Held(_holder(descriptor)) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()}\n".encode("ascii"))
        yield
    finally:
        os.close(descriptor)


def _seize(descriptor: int, wait: bool) -> None:
    """Take the system's lock on an open file."""
    if sys.platform == "win32":
        import msvcrt

        os.lseek(descriptor, 1 << 20, os.SEEK_SET)  # far behind the process number
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def _holder(descriptor: int) -> int:
    """The process number that the holder wrote into the lock file."""
    text = os.read(descriptor, 20).strip()
    return int(text) if text.isdigit() else 0
