"""Work done in a forked process, so that it can crash or be killed."""

from __future__ import annotations

import os
import signal
import time
import warnings
from collections.abc import Callable


def _forked(work: Callable[[], None]) -> int:
    """The process number of a child that does ``work``; 3 is its status for the machine."""
    with warnings.catch_warnings():
        # Other tests' threads may be alive; the child touches nothing of theirs.
        warnings.simplefilter("ignore", DeprecationWarning)
        pid = os.fork()
    if pid == 0:
        try:
            work()
        except OSError:
            os._exit(3)
        except BaseException:
            os._exit(99)
        os._exit(0)
    return pid


def _status(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def in_a_child(work: Callable[[], None]) -> int:
    """The exit status of ``work``: 0, or 3 for an ``OSError``, or its own."""
    return _status(_forked(work))


def killed_after(seconds: float, work: Callable[[], None]) -> bool:
    """Whether ``work`` was still running when it was killed."""
    pid = _forked(work)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    return _status(pid) == -signal.SIGKILL


def together(count: int, work: Callable[[int], None]) -> list[int]:
    """The exit statuses of ``count`` children that work at the same time."""
    pids = [_forked(lambda number=number: work(number)) for number in range(count)]  # type: ignore[misc]
    return [_status(pid) for pid in pids]
