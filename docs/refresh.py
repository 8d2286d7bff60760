"""Write the chapters of the manual that are made from the program: ``make docs-refresh``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import yaml

from gongshi import cli, manual, resources
from gongshi.check import every_rule
from gongshi.compose.kinds import load_kinds
from gongshi.model.place import Place
from gongshi.read.columns import TABLES
from gongshi.read.profiles import items, load_profile, profile_names
from gongshi.render.sheets import load_sheets

DOCS = Path(__file__).parent


def helps() -> list[tuple[str, str]]:
    """The program's, each command's and each sub-command's help, 80 columns wide."""
    return list(_helps(cli.main, "gongshi", None))


def _helps(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[tuple[str, str]]:
    context = click.Context(command, info_name=name, parent=parent, terminal_width=80)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for own, sub in command.commands.items():
            yield from _helps(sub, own, context)


def requirements() -> dict[str, dict[str, str]]:
    """What rules should check, by id: 要求 and, where none does, the reason (不查)."""
    found: dict[str, dict[str, str]] = yaml.safe_load(
        (DOCS / "rules" / "requirements.yml").read_text("utf-8")
    )
    return found


def pages() -> dict[str, str]:
    """Each generated page by its file name in docs/."""
    themes = resources.built_in("themes")
    kinds, _ = load_kinds((themes / "notices",))
    sheets = load_sheets((themes / "sheets",))
    profiles = [load_profile(name, Place(""))[0] for name in profile_names()]
    return {
        "tables.md": manual.tables_page(TABLES),
        "notices.md": manual.kinds_page(kinds, {key: one.title for key, one in sheets.items()}),
        "findings.md": manual.findings_page(every_rule()),
        "numbers.md": manual.numbers_page(filter(None, profiles), items()),
        "commands.md": manual.commands_page(helps()),
        "rules/not-checked.md": manual.requirements_page(requirements(), every_rule()),
    }


if __name__ == "__main__":
    for name, text in pages().items():
        (DOCS / name).write_text(text, "utf-8", newline="\n")
