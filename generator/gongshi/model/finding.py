"""What a check has to say, as data; printers are elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from gongshi.model.place import Place


class Severity(Enum):
    """How much a finding weighs.

    An ``ERROR`` stops a notice from being issued and a township from being built.  A
    ``WARNING`` must be read by a person but stops nothing.  A ``NOTE`` only informs.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The Chinese word for it, as printed."""
        return {"error": "错误", "warning": "警告", "note": "提示"}[self.value]


@dataclass(frozen=True, slots=True)
class Waiver:
    """豁免: that one finding may stand, by whose decision and why.

    ``rule`` and ``where`` (``file:sheet:cell`` as ``check`` prints it) name the finding;
    ``words`` of its message tell it from others there.  ``place`` is its line in term.yml.
    """

    rule: str
    where: str
    reason: str
    approver: str
    approved: date
    place: Place
    words: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place: ``message`` says what is wrong, ``help`` what to do.

    ``village`` narrows the finding to one village's notices; empty means that it
    concerns the whole township.  Messages never repeat private numbers in full.
    ``waived`` is the decision that lets it stand; it is then only a note.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    help: str
    village: str = ""
    waived: Waiver | None = None

    def line(self) -> str:
        """``file:sheet:cell: 错误 V001 message。help`` on one line."""
        return f"{self.place}: {self.severity.label} {self.rule} {self.message}。{self.help}"


def errors(findings: tuple[Finding, ...] | list[Finding]) -> list[Finding]:
    """Those findings that stop an issue or a build."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
