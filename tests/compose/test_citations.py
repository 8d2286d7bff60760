"""Templates name no article: numbers change with the law, so they come from the profile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEMES = Path(__file__).parents[2] / "themes"
TEMPLATES = sorted([*THEMES.rglob("*.j2"), *THEMES.rglob("*.typ")])
ARTICLE = re.compile(r"第[0-9一二三四五六七八九十百]+条|《[^》{}]{2,40}(?:组织法|条例|章程)》")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(THEMES)))
def test_no_template_writes_an_article_or_a_law_by_hand(path: Path) -> None:
    assert ARTICLE.findall(path.read_text("utf-8")) == []
