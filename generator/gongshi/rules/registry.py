"""The registry: every module of this package that has ``RULE`` and ``check``."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gongshi.model.finding import Finding
from gongshi.model.records import Records
from gongshi.model.rule import Rule
from gongshi.rules.private import discreet
from gongshi.rules.results import elections
from gongshi.rules.texts import names, texts

#: Modules of this package that several rules share; all others are rules.
SHARED = frozenset(
    {
        "approvals",
        "boards",
        "both_posts",
        "kin",
        "limits",
        "margins",
        "objections",
        "private",
        "process",
        "recommendations",
        "registry",
        "results",
        "staff",
        "teams",
        "texts",
    }
)


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and its function.

    The function names what it needs: mostly ``records``, seldom ``today``, ``fonts``, the
    ``elections`` as :mod:`gongshi.rules.results` counts them, all ``texts`` of the term
    (instead of its records), the ``names`` of its files or the township's ``others``.
    """

    rule: Rule
    function: Callable[..., Iterator[Finding]]
    needs: tuple[str, ...]

    def run(self, **given: Any) -> list[Finding]:
        """The findings of this rule alone; ``given`` holds all that a rule may need."""
        return list(self.function(**{name: given[name] for name in self.needs}))


@cache
def checks() -> tuple[Check, ...]:
    """Every check, sorted by its rule's id."""
    folder = str(Path(__file__).parent)
    names = [found.name for found in pkgutil.iter_modules([folder]) if found.name not in SHARED]
    found = (_check(name) for name in names)
    return tuple(sorted(found, key=lambda check: check.rule.id))


def _check(name: str) -> Check:
    module = importlib.import_module(f"gongshi.rules.{name}")
    needs = tuple(inspect.signature(module.check).parameters)
    return Check(module.RULE, module.check, needs)


def check_records(
    records: Records,
    today: date,
    fonts: Sequence[Path] = (),
    others: Sequence[Records] = (),
) -> list[Finding]:
    """What every rule has to say about one term, sorted by place and rule.

    ``fonts`` are the files that posters may use (``gongshi.fonts.font_files``); without
    them no character is looked up.  ``others`` are the terms of the same township.
    """
    given = {
        "records": records,
        "elections": elections(records),
        "texts": tuple(texts(records)),
        "names": tuple(names(records)),
        "today": today,
        "fonts": tuple(fonts),
        "others": tuple(others),
    }
    found = [discreet(finding) for check in checks() for finding in check.run(**given)]
    return sorted(found, key=lambda finding: (finding.place, finding.rule, finding.message))
