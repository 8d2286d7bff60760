"""A notice: its facts, its text and what became of it."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Publicity:
    """A publicity period (公示期), first and last day included.

    ``working_days`` is its length; ``counting`` is 次日 or 当日.  While a day of the year
    concerned has no announced calendar the period is ``provisional`` and ends no earlier
    than ``end`` and no later than ``latest``; otherwise ``latest`` equals ``end``.
    """

    start: date
    end: date
    latest: date
    working_days: int
    counting: str = "次日"

    @property
    def provisional(self) -> bool:
        """Whether the last day may still change."""
        return self.end != self.latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A notice in a second language, beside the Chinese text, which is the one that counts.

    ``lang`` is the language's code (BCP 47), ``direction`` is ``ltr`` or ``rtl``; ``dated``
    is the day of the notice as the language writes it, ``body`` is Markdown.
    """

    lang: str
    direction: str
    title: str
    issuer: str
    dated: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One notice as it is composed and frozen.

    ``number`` is the register's 编号, ``term`` and ``village_path`` are parts of its
    address, ``body`` is the Markdown text without title, document number and signature,
    which stand in the fields.  ``facts`` is the SHA-256 of the facts that the text was
    made from, so that a change of the tables is told from a change of the wording.
    ``translations`` holds the text in a second language, where the township has one.
    """

    number: str
    kind: str
    kind_title: str
    title: str
    township: str
    term: str
    village: str
    village_path: str
    document_number: str
    issuer: str
    dated: date
    approver: str
    approved: date | None
    publicity: Publicity | None
    corrects: str
    facts: str
    body: str
    translations: tuple[Translation, ...] = ()

    @property
    def bodies(self) -> tuple[str, ...]:
        """The text in every language it has, Chinese first."""
        return (self.body, *(one.body for one in self.translations))

    @property
    def path(self) -> str:
        """``2026/qinghecun/5/`` below the township's site."""
        return f"{self.term}/{self.village_path}/{self.number}/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A notice as it goes on the site: issued, or a draft (``digest`` empty).

    ``digest`` is the SHA-256 of the frozen file, ``link`` the value that the term's chain
    ended in when it was issued.  ``corrected_by`` is the number of the
    correction that answers this notice, if one has been issued.  ``withdrawn`` is the day
    on which it was withdrawn and ``retired`` the first day on which only names and posts
    are shown; ``notice`` is then what may still be shown, not the frozen text.
    """

    notice: Notice
    digest: str = ""
    issued_on: date | None = None
    corrected_by: str = ""
    link: str = ""
    withdrawn: date | None = None
    retired: date | None = None

    @property
    def is_tombstone(self) -> bool:
        """Whether less than the frozen text is shown."""
        return self.withdrawn is not None or self.retired is not None

    @property
    def is_draft(self) -> bool:
        """Whether it has not been issued."""
        return not self.digest

    @property
    def check_code(self) -> str:
        """Eight characters a villager can read out, ``ABCD-EFGH``; empty for a draft."""
        if self.is_draft:
            return ""
        return _check_code(self.digest)


@lru_cache(maxsize=8192)
def _check_code(digest: str) -> str:
    """Page, list, search and open data all show it."""
    code = base64.b32encode(bytes.fromhex(digest)[:5]).decode("ascii")
    return f"{code[:4]}-{code[4:]}"
