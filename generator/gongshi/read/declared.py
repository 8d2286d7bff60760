"""A short way to declare a rule of reading or of an archive: six Chinese texts and an id."""

from __future__ import annotations

from gongshi.model.finding import Severity
from gongshi.model.rule import Rule

#: Most rules of reading rest on the project's own conventions for tables.
CONVENTION = "录入约定（《使用手册》之《表怎么填》）"


def rule(  # noqa: PLR0913, PLR0917 (the parts of a manual page)
    id: str,
    title: str,
    what: str,
    why: str,
    example: str,
    fix: str,
    basis: str = CONVENTION,
    severity: Severity = Severity.ERROR,
) -> Rule:
    """The rule; texts are whole Chinese sentences, the title has no full stop."""
    return Rule(
        id=id,
        severity=severity,
        title=title,
        basis=basis,
        what=what,
        why=why,
        example=example,
        fix=fix,
    )
