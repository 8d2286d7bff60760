"""The same work for many townships, several at a time, each worker a process.

A worker that dies takes only its own township with it.  When the parent is interrupted it
ends its workers at once; when it is killed they notice and end themselves.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

Result = TypeVar("Result")
Tell = Callable[[str, int, int], None]
Work = Callable[[str, Tell], Result]


@dataclass(frozen=True, slots=True)
class Died:
    """What comes back for a township whose worker died: the township's name."""

    part: str


def run(parts: Sequence[str], work: Work[Result], jobs: int, tell: Tell) -> list[Result | Died]:
    """``work`` done on each part, with at most ``jobs`` at a time; results in order.

    ``tell`` hears ``(part, done, total)`` as the work goes on.
    """
    if jobs < 2 or len(parts) < 2:
        return [work(part, tell) for part in parts]
    results: dict[str, Result | Died] = {}
    waiting = list(reversed(parts))
    workers = [_Worker(work) for _ in range(min(jobs, len(parts)))]
    try:
        for worker in workers:
            worker.give(waiting.pop())
        while busy := [worker for worker in workers if worker.part]:
            for worker in _heard_from(busy):
                answer = worker.listen(tell)
                if answer is None:
                    continue
                results[worker.part] = answer[0]
                if isinstance(answer[0], Died):
                    worker.start()
                worker.give(waiting.pop() if waiting else "")
    finally:
        for worker in workers:
            worker.end()
    return [results[part] for part in parts]


class _Worker(Generic[Result]):
    """A process that is given parts one after the other."""

    def __init__(self, work: Work[Result]) -> None:
        self.part, self._work = "", work
        self.start()

    def start(self) -> None:
        """Start the process, for the first time or after it died."""
        system = _system()
        self.pipe, theirs = system.Pipe()
        self.process = system.Process(target=_serve, args=(theirs, self._work), daemon=True)
        self.process.start()
        theirs.close()

    def give(self, part: str) -> None:
        """The next part; empty when there is none left."""
        self.part = part
        if part:
            self.pipe.send(part)

    def listen(self, tell: Tell) -> tuple[Result | Died] | None:
        """The result, in a tuple, or none while there is only progress."""
        try:
            kind, value = self.pipe.recv()
        except (EOFError, ConnectionError):
            return (Died(self.part),)
        if kind == "step":
            tell(self.part, *value)
            return None
        return (value,)

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


def _system() -> SpawnContext | ForkContext:
    """How processes are started: ``fork`` is quick, but only safe without other threads."""
    threads = Path("/proc/self/task")
    alone = threads.is_dir() and len(list(threads.iterdir())) == 1
    return multiprocessing.get_context("fork") if alone else multiprocessing.get_context("spawn")


def _heard_from(workers: list[_Worker[Result]]) -> list[_Worker[Result]]:
    ready = wait([worker.pipe for worker in workers])
    return [worker for worker in workers if worker.pipe in ready]


def _serve(pipe: Connection[Any, Any], work: Work[Any]) -> None:
    """A worker's life: take a part, do it, send the result, until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent answers Ctrl-C
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        part = pipe.recv()
        pipe.send(("done", work(part, lambda _, done, total: pipe.send(("step", (done, total))))))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(3)
