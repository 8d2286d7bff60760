"""The press: one Typst compiler a process, its fonts read once, fed with notices."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from pathlib import Path

from gongshi import resources
from gongshi.fonts import font_files, missing
from gongshi.model.notice import Published
from gongshi.render.job import Letterhead, job, printed_text
from gongshi.render.sheets import Sheet


class MissingGlyphError(ValueError):
    """Characters that no font has; they would print as empty boxes."""

    def __init__(self, characters: list[str]) -> None:
        """Names the characters with their code points."""
        named = "、".join(f"{char}（U+{ord(char):04X}）" for char in characters)
        super().__init__(f"没有一种字体有这些字：{named}")
        self.characters = tuple(characters)


class Press:
    """Sets notices on sheets.

    ``project`` may bring fonts and sheets of its own; ``county_fonts`` is the folder of
    the county's own fonts, relative to it.  Warm, a page takes about 20 ms.
    """

    def __init__(self, project: Path, county_fonts: str = "") -> None:
        """Reads the names of all fonts and starts the compiler."""
        import typst

        self._files = font_files(project, county_fonts)
        folders = list(dict.fromkeys(str(file.parent) for file in self._files))
        fonts = typst.Fonts(False, False, list(folders))
        self._families = {name.lower() for name in fonts.families()}
        self.compiler = typst.Compiler(
            font_paths=fonts,
            ignore_system_fonts=True,
            package_path=resources.built_in("themes") / "typst",
        )

    def pdf(self, published: Published, sheet: Sheet, letterhead: Letterhead) -> bytes:
        """The poster as PDF/A-2b: same notice, same bytes.

        Raises :class:`MissingGlyphError` before anything is drawn, if no font has a character.
        """
        absent = missing(printed_text(published, letterhead), self._files)
        if absent:
            raise MissingGlyphError(absent)
        data = job(published, sheet, letterhead, self.families(sheet))
        midnight = datetime.combine(published.notice.dated, time(), UTC)
        pdf = self.compiler.compile(
            input=sheet.source,
            root=sheet.source.parent,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards="a-2b",
            timestamp=midnight,
        )
        if not isinstance(pdf, bytes):
            raise TypeError(type(pdf).__name__)
        return pdf

    def families(self, sheet: Sheet) -> dict[str, list[str]]:
        """The sheet's families that there are, by role."""
        return {
            role: [name for name in names if name.lower() in self._families]
            for role, names in sheet.fonts.items()
        }
