"""保管期限: how long each file of a bag is kept, and why (``retention.yml``)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml

from gongshi.open_data.canonical import DataTable, Field

#: The three classes of the office's table, longest first.
CLASSES = ("永久", "30年", "10年")
#: The tag file that lists them.
NAME = "保管期限.csv"
_FIELDS = (
    Field("文件", required=True),
    Field("保管期限", required=True, choices=CLASSES),
    Field("依据", required=True),
)


@dataclass(frozen=True, slots=True)
class Class:
    """One line of ``retention.yml``: the files it holds for, how long, and by what source."""

    patterns: tuple[str, ...]
    years: str
    source: str


@cache
def classes() -> tuple[Class, ...]:
    """The lines in their order; the first that fits a file holds."""
    text = (Path(__file__).parent / "retention.yml").read_text("utf-8")
    return tuple(
        Class(tuple(one["文件"]), one["期限"], one["依据"]) for one in yaml.safe_load(text)
    )


@cache
def class_of(path: str) -> Class:
    """The class of a payload file."""
    return next(
        one for one in classes() if any(fnmatchcase(path, pattern) for pattern in one.patterns)
    )


def retention_csv(paths: Iterable[str]) -> bytes:
    """``保管期限.csv`` for the payload's paths."""
    rows = ((path, class_of(path).years, class_of(path).source) for path in sorted(paths))
    return DataTable("retention", "保管期限", "", _FIELDS, tuple(rows)).csv()


def summary(paths: Iterable[str]) -> str:
    """How many payload files there are of each class, and where each one's is told."""
    years = [class_of(path).years for path in paths]
    counted = [f"{one} {years.count(one)}" for one in CLASSES if one in years]
    return f"{'; '.join(counted)} ({NAME})"
