"""The manual says what the program does, and the READMEs name commands that exist."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest
from mkdocs.config import load_config

from gongshi import cli
from gongshi.check import every_rule
from gongshi.read.columns import TABLES

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
READMES = [ROOT / name for name in ("README.md", "README.zh-CN.md", "CONTRIBUTING.md")]


def refresh() -> ModuleType:
    """docs/refresh.py, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("refresh", DOCS / "refresh.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED = refresh().pages()


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_a_generated_page_is_as_the_program_would_write_it(name: str):
    assert (DOCS / name).read_text("utf-8") == GENERATED[name], "run make docs-refresh"


def test_every_command_and_its_help_are_in_the_manual():
    page = (DOCS / "commands.md").read_text("utf-8")
    assert len(cli.main.commands) >= 10
    subs = {
        f"{name} {own}": sub
        for name, command in cli.main.commands.items()
        if isinstance(command, click.Group)
        for own, sub in command.commands.items()
    }
    assert "post add" in subs
    for name, command in {**cli.main.commands, **subs}.items():
        assert f"\n## {name}\n" in page
        assert command.help
        for parameter in command.params:
            assert all(option in page for option in parameter.opts if option.startswith("-"))


def test_every_rule_has_a_section_of_its_own():
    page = (DOCS / "findings.md").read_text("utf-8")
    rules = every_rule()
    assert len(rules) > 20
    for rule in rules:
        assert page.count(f"\n### {rule.id} ") == 1


def test_every_requirement_has_a_rule_or_a_reason_and_never_both():
    numbers = [*range(1, 45), *range(50, 75), *range(79, 103)]
    listed = refresh().requirements()
    assert list(listed) == [f"R{n:02}" for n in numbers] + [f"L-R{n}" for n in range(1, 22)]
    covered = {name for rule in every_rule() for name in rule.covers}
    assert covered - set(listed) == set()
    reasons = {name for name, row in listed.items() if row.get("不查")}
    assert covered & reasons == set()
    assert covered | reasons == set(listed)


def test_every_column_is_explained():
    page = (DOCS / "tables.md").read_text("utf-8")
    for table in TABLES:
        section = page.split(f"\n## {table.name}\n")[1].split("\n## ")[0]
        for column in table.columns:
            assert f"\n| {column.name} |" in section


def test_every_sheet_is_in_the_chapter_on_posters():
    page = (DOCS / "posters.md").read_text("utf-8")
    for folder in (ROOT / "themes" / "sheets").glob("*/sheet.yml"):
        assert f"`{folder.parent.name}`" in page


def test_every_page_is_in_the_menu():
    menu = load_config(str(ROOT / "mkdocs-docs.yml")).nav or []
    named = [page for section in menu for pages in section.values() for page in pages]
    assert sorted(named) == [page.relative_to(DOCS).as_posix() for page in PAGES]


def test_the_manual_is_built_without_a_warning(tmp_path: Path):
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)]
    built = subprocess.run(
        [*command, "-f", str(ROOT / "mkdocs-docs.yml")],
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr


@pytest.mark.parametrize("page", [*PAGES, *READMES], ids=lambda page: page.name)
def test_every_link_and_picture_of_a_page_exists(page: Path):
    targets = re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8"))
    local = [target for target in targets if "://" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", [*PAGES, *READMES], ids=lambda page: page.name)
def test_every_command_that_a_page_names_exists(page: Path):
    text = page.read_text("utf-8")
    named = set(re.findall(r"(?:^|`|-m )gongshi ([a-z]+)", text, re.MULTILINE))
    assert named <= set(cli.main.commands)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_every_make_target_that_is_named_exists(page: Path):
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z-]+)", page.read_text("utf-8"), re.MULTILINE))
    assert named
    assert named <= targets


def test_a_recipe_in_contributing_is_under_ten_lines():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    recipes = re.findall(r"## Add a (\w+)[^\n]*\n\n(.*?)\n\n", text, re.DOTALL)
    assert [name for name, _ in recipes] == ["kind", "rule", "sheet"]
    assert all(len(recipe.splitlines()) < 10 for _, recipe in recipes)


def test_the_pictures_are_small_enough_to_keep():
    pictures = list((DOCS / "pictures").glob("*.png"))
    assert pictures
    assert all(picture.stat().st_size < 250_000 for picture in pictures)
