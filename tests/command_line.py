"""Running commands as a clerk types them, for tests."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from gongshi.cli import main

#: The day of the examples.
DAY = ("--today", "2026-11-21")


def run(*words: str | Path) -> Result:
    """A command line; what it raises is raised."""
    return CliRunner().invoke(main, [str(word) for word in words], catch_exceptions=False)


def on(root: Path, command: str, *words: str | Path) -> Result:
    """A command about a project, on the day of the examples."""
    return run(command, *words, "--project", root, *DAY)
