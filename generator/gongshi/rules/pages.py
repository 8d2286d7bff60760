"""A rule's manual page and a finding's JSON: the same words for terminal, manual and CI."""

from __future__ import annotations

from gongshi.model.finding import Finding
from gongshi.model.rule import Rule


def explain(rule: Rule) -> str:
    """The page of a rule as plain text with headings, without a final newline."""
    sections = (
        ("核对什么", rule.what),
        ("为什么", rule.why),
        ("依据", rule.basis),
        ("例子", rule.example),
        ("怎么改", rule.fix),
    )
    head = f"{rule.id} {rule.title}（{rule.severity.label}）"
    return "\n\n".join([head, *(f"{title}\n    {text}" for title, text in sections)])


def as_json(finding: Finding) -> dict[str, str]:
    """The finding as ``check --format json`` lists it; the keys are a promise to other programs."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "sheet": finding.place.sheet,
        "cell": finding.place.cell,
        "message": finding.message,
        "help": finding.help,
    }
