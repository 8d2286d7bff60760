"""Lines on the terminal: findings, summaries, progress; nothing raw from an input."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from gongshi.model.finding import Finding, Severity, Waiver

#: Digits enough for a number that may belong to a person; most lines have none.
_LONG = re.compile(r"\d(?:\D?\d){10}").search
_PATIENCE = 2.0  # seconds of work before a progress bar is shown


def prepare_streams() -> None:
    """Make the streams able to print Chinese in any locale, and never fail at one character."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding=_encoding(stream.encoding), errors="backslashreplace")


def _encoding(encoding: str) -> str:
    """The encoding of the locale when it knows Chinese, else UTF-8."""
    try:
        "公示".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return "utf-8"
    return encoding


def quiet_streams() -> None:
    """Nobody reads any more: let what is still buffered go nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def harmless(text: str) -> str:
    """The text with control, bidi and other invisible characters written out."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c == "\u3000" else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def say(line: str = "") -> None:
    """One line on stdout; identity and card numbers are masked, whoever typed them where."""
    click.echo(harmless(_without_numbers(line)))


def complain(line: str, *, plain: bool = False) -> None:
    """One line on stderr, marked as the program's unless ``plain``."""
    told = _without_numbers(line)
    click.echo(harmless(told if plain else f"gongshi: {told}"), err=True)


def told(finding: Finding) -> str:
    """A finding's line with nothing private in it, the names of files included."""
    from gongshi.rules.private import hidden

    return hidden(finding.line())


def _without_numbers(line: str) -> str:
    if not _LONG(line):
        return line
    from gongshi.rules.private import never_shown

    return never_shown(line)


def say_json(value: Any) -> None:
    """A value as JSON on stdout, control characters escaped."""
    ascii_only = "utf" not in (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2)
    for line in text.split("\n"):
        say(line)


def findings_as_json(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The documented form: rule, severity, file, sheet, cell, message, help.

    A waived finding also has ``waived`` with reason, approver, date and the waiver's place.
    """
    from gongshi.rules.private import hidden

    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "file": hidden(finding.place.file),
            "sheet": hidden(finding.place.sheet),
            "cell": finding.place.cell,
            "message": hidden(finding.message),
            "help": finding.help,
            **({"waived": _waiver_as_json(finding.waived)} if finding.waived else {}),
        }
        for finding in findings
    ]


def _waiver_as_json(waiver: Waiver) -> dict[str, str]:
    return {
        "reason": waiver.reason,
        "approver": waiver.approver,
        "date": waiver.approved.isoformat(),
        "place": str(waiver.place),
    }


def counted(findings: Iterable[Finding]) -> str:
    """``错误 1 处，警告 2 处`` in the order of weight, or ``没有发现问题``."""
    found = list(findings)
    counts = [(severity, sum(f.severity is severity for f in found)) for severity in Severity]
    words = [f"{severity.label} {count} 处" for severity, count in counts if count]
    return "，".join(words) or "没有发现问题"


class Bar:
    """A progress bar on stderr that appears when the work takes longer than two seconds."""

    def __init__(self, label: str) -> None:
        """``label`` stands before the bar; nothing is shown yet."""
        self._label, self._since = label, time.monotonic()
        self._steps: dict[str, tuple[int, int]] = {}
        self._bar: Any = None
        self._shown = 0

    def step(self, part: str, done: int, total: int) -> None:
        """``done`` of ``total`` steps of one part (a township) are finished."""
        self._steps[part] = (done, total)
        if not _is_terminal() or time.monotonic() - self._since < _PATIENCE:
            return
        done = sum(pair[0] for pair in self._steps.values())
        total = sum(pair[1] for pair in self._steps.values())
        if self._bar is None:
            self._bar = click.progressbar(length=total, label=self._label, file=sys.stderr)
        self._bar.length = total
        self._bar.update(done - self._shown)
        self._shown = done

    def close(self) -> None:
        """Put the cursor on a line of its own again."""
        if self._bar is not None:
            self._bar.render_finish()


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


@contextmanager
def progress(label: str) -> Iterator[Bar]:
    """A bar for a with-statement."""
    bar = Bar(label)
    try:
        yield bar
    finally:
        bar.close()
