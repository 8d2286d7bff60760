"""``kinds``, ``rules`` and ``explain``: what the program knows, printed from its own data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gongshi.check import every_rule
from gongshi.cli.chinese import FINDINGS, FINE, Refused, meant
from gongshi.cli.output import say, told

if TYPE_CHECKING:
    from gongshi.compose.kinds import Kind
    from gongshi.model.finding import Finding
    from gongshi.model.rule import Rule


def list_rules() -> int:
    """One line a rule: id, weight, title."""
    for rule in every_rule():
        say(f"{rule.id} {rule.severity.label} {rule.title}")
    return FINE


def list_kinds(root: Path | None) -> int:
    """One line a kind: its name, whom it serves, its clock."""
    kinds, findings = _kinds(root)
    for finding in findings:
        say(told(finding))
    for kind in kinds.values():
        clock = {"有": "，有公示期", "可有": "，可以有公示期"}.get(kind.publicity, "")
        say(f"{kind.name}（{kind.id}）：{'、'.join(kind.bodies)}{clock}")
    return FINDINGS if findings else FINE


def explain_name(name: str, root: Path | None) -> int:
    """The manual page of a rule or of a kind."""
    rules = {rule.id: rule for rule in every_rule()}
    if name.upper() in rules:
        _explain_rule(rules[name.upper()])
        return FINE
    kinds, _ = _kinds(root)
    by_id = {kind.id: kind for kind in kinds.values()}
    if kind := kinds.get(name) or by_id.get(name):
        _explain_kind(kind)
    else:
        guess = meant(name.upper(), rules) or meant(name, [*kinds, *by_id])
        raise Refused(f"没有叫“{name}”的规则或公告种类{guess}")
    return FINE


def _explain_rule(rule: Rule) -> None:
    say(f"{rule.id} {rule.title}（{rule.severity.label}）")
    say(f"依据：{rule.basis}")
    for heading, text in (
        ("查什么", rule.what),
        ("为什么", rule.why),
        ("例子", rule.example),
        ("怎么改", rule.fix),
    ):
        say(f"{heading}：{text}")
    if rule.waivable:
        say("可以豁免：在 term.yml 的“豁免”里写明规则、位置、理由、批准人、日期。")


def _explain_kind(kind: Kind) -> None:
    say(f"{kind.name}（{kind.id}）")
    if kind.basis:
        say(f"依据：{kind.basis}")
    say(f"适用：{'、'.join(kind.bodies)}")
    say(f"公示期：{kind.publicity}")
    say(f"要有：{'、'.join(kind.needs)}")
    if kind.may:
        say(f"有就写上：{'、'.join(kind.may)}")
    say(f"海报：{'、'.join(kind.sheets)}")


def _kinds(root: Path | None) -> tuple[dict[str, Kind], list[Finding]]:
    """The kinds of the project, or of the program where there is no project."""
    from gongshi import resources
    from gongshi.compose.kinds import load_kinds

    return load_kinds(resources.folders(root or Path(), "themes/notices"))
