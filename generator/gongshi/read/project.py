"""The project: a folder with ``notices/county.yml`` and a folder for each township."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from gongshi.model.finding import Finding
from gongshi.model.place import Place
from gongshi.model.records import County
from gongshi.read import holidays
from gongshi.read.files import listing, unknown
from gongshi.read.problems_files import Y009
from gongshi.read.profiles import own_profiles, refused
from gongshi.read.settings import read_county
from gongshi.read.text import shown

#: A folder's name is part of an address, so it is plain.
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Project:
    """Where the records are, what holds for the whole county, and which townships there are."""

    root: Path
    county: County
    townships: tuple[str, ...]


def find_project(start: Path) -> Path | None:
    """The nearest folder upwards from ``start`` that holds ``notices/county.yml``."""
    start = start.absolute()
    found = (folder for folder in (start, *start.parents) if _is_project(folder))
    return next(found, None)


def _is_project(folder: Path) -> bool:
    try:
        return (folder / "notices" / "county.yml").is_file()
    except OSError:
        return False


def read_project(root: Path) -> tuple[Project, list[Finding]]:
    """The county's settings and the townships' folders, sorted by name."""
    notices = root / "notices"
    county, findings = read_county(notices / "county.yml", "notices/county.yml")
    findings += [*own_profiles(root), *refused(county.adjustments)]
    path = notices / holidays.NAME
    calendar, wrong = holidays.read_holidays(path, f"notices/{path.name}")
    findings += wrong
    townships = []
    for folder in listing(notices):
        name = f"notices/{folder.name}"
        if folder.is_symlink():
            findings.append(unknown(folder, name))
        elif folder.is_dir() and (folder / "township.yml").exists():
            if len(folder.name) <= 40 and SLUG.fullmatch(folder.name):
                townships.append(folder.name)
            else:
                findings.append(bad_name(folder.name, name))
    return Project(root, replace(county, calendar=calendar), tuple(townships)), findings


def bad_name(folder: str, name: str) -> Finding:
    """The finding for a folder whose name cannot be part of an address."""
    message = f"文件夹「{shown(folder)}」的名字不能作网址"
    return Y009.at(Place(name), message, help="改用小写字母、数字和短横，如 yunxi、2026。")
