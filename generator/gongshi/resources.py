"""Where the words, sheets, fonts and site pages are.

A project may bring kinds, sheets and pages of its own; what it does not bring comes with
the program: beside the package in an installed wheel, at the top in a checkout.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent


@cache
def built_in(name: str) -> Path:
    """The program's own ``themes``, ``site_src`` or ``profiles`` folder."""
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def folders(project: Path, name: str) -> tuple[Path, ...]:
    """``themes/notices`` of the project, then of the program: the first that has it wins."""
    top, _, rest = name.partition("/")
    own, ours = project / name, built_in(top) / rest
    found = [folder for folder in (own, ours) if folder.is_dir()]
    return tuple(dict.fromkeys(folder.resolve() for folder in found))
