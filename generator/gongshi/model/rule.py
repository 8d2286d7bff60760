"""A rule: its number, its law and the text of its manual page."""

from __future__ import annotations

from dataclasses import dataclass

from gongshi.model.finding import Finding, Severity
from gongshi.model.place import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is checked, documented once for terminal, manual and JSON.

    ``id`` is a capital letter and three digits, never reused.  ``title`` is Chinese and
    names what must hold.  ``basis`` is the article, standard or practice it rests on.
    ``what``, ``why``, ``example`` and ``fix`` are the sections of its manual page.
    ``covers`` names the requirements of ``docs/rules/requirements.yml`` that it checks.
    ``waivable`` tells whether a township may waive a finding of it in term.yml (豁免):
    never where arithmetic, privacy, reading or the record of what was issued is at stake.
    """

    id: str
    severity: Severity
    title: str
    basis: str
    what: str
    why: str
    example: str
    fix: str
    covers: tuple[str, ...] = ()
    waivable: bool = False

    def at(
        self,
        place: Place,
        message: str,
        *,
        help: str = "",
        village: str = "",
        severity: Severity | None = None,
    ) -> Finding:
        """A finding of this rule; ``help`` and ``severity`` default to the rule's own."""
        return Finding(
            rule=self.id,
            severity=severity or self.severity,
            place=place,
            message=message,
            help=help or self.fix,
            village=village,
        )
