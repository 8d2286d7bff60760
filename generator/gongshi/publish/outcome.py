"""What is asked of a build, and what became of each township."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from gongshi.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Options:
    """``out`` is the published folder; ``drafts`` adds notices that are not issued.

    ``jobs`` is how many townships are built at a time.
    """

    out: Path
    drafts: bool = False
    posters: bool = True
    jobs: int = 1


class State(Enum):
    """The four ends of a township's build."""

    PUBLISHED = "published"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One township's build.

    ``REFUSED`` comes with findings or a reason that a clerk can act on, ``FAILED`` with
    the machine's reason.  ``notices`` and ``drafts`` are counted apart; ``carried`` of the
    ``posters`` were taken over unchanged from the last build.
    """

    slug: str
    state: State
    findings: tuple[Finding, ...] = ()
    reason: str = ""
    notices: int = 0
    drafts: int = 0
    posters: int = 0
    carried: int = 0
