"""The font files a poster may use, in the order in which they are asked for a character."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from gongshi import resources

#: The packages that bring Noto Serif SC, Noto Sans SC and Noto Naskh Arabic.
_NOTO = ("pylopdf_fonts_zh_cn", "pylopdf_fonts_ar")
_ENDINGS = (".otf", ".ttf", ".ttc", ".otc")


def font_files(project: Path, county_fonts: str = "") -> tuple[Path, ...]:
    """The county's own fonts, the fonts of ``themes/fonts``, then the Noto faces of packages.

    ``county_fonts`` is the folder that county.yml names under 字体, relative to the
    project; it may be empty or missing.  A project's ``themes/fonts`` comes before the
    program's.
    """
    folders = [project / county_fonts] if county_fonts else []
    folders += [*resources.folders(project, "themes/fonts"), *map(_noto, _NOTO)]
    return tuple(dict.fromkeys(file for folder in folders for file in _fonts_in(folder)))


def _fonts_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    found = (file for file in folder.rglob("*") if file.suffix.lower() in _ENDINGS)
    return sorted(file.resolve() for file in found)


def _noto(package: str) -> Path:
    """The folder of a package of Noto fonts."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(package.replace("_", "-"))
    return Path(spec.origin).parent
