"""The command line: the only package that prints or exits, and that knows click.

Comes in: the words typed after ``gongshi``.  Goes out: lines on the terminal and one of
four exit codes: 0 fine, 1 findings, 2 wrong usage, 3 the machine (disk, lock, tools).
"""

from gongshi.cli import (
    archive,
    commands,
    numbers,
    office,
    papers,
    posting,
    printing,
    reports,
    texts,
)
from gongshi.cli.shared import main

__all__ = [
    "archive",
    "commands",
    "main",
    "numbers",
    "office",
    "papers",
    "posting",
    "printing",
    "reports",
    "texts",
]
