"""All rules of reading, sorted by id, for ``gongshi rules`` and the manual."""

from __future__ import annotations

from gongshi.model.rule import Rule
from gongshi.read import holidays, problems_files, problems_tables, profiles, waivers

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (
            *problems_tables.RULES,
            *problems_files.RULES,
            *holidays.RULES,
            *profiles.RULES,
            *waivers.RULES,
        ),
        key=lambda rule: rule.id,
    )
)
