"""The press: one Typst compiler a process, its fonts read once, fed with notices."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

from gongshi import resources
from gongshi.fonts import font_files, missing
from gongshi.model.notice import Published
from gongshi.render.job import Letterhead, job, printed_text
from gongshi.render.sheets import Sheet, SheetError

#: A last page with less than this part of the text of the one before it looks left over.
_WELL_FILLED = 0.4
#: PDF/A-2b for what is kept; a plain PDF may hold pages of others.
Standard = Literal["a-2b", "1.7"]
_STANDARD: Standard = "a-2b"
_LAST_RESORT = "Noto Serif SC"
#: The families of the scripts that a second language may need, beside those of Chinese.
SCRIPTS = ("Noto Naskh Arabic", "Noto Serif Tibetan")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a poster with a step of its own for several pages: how to read and set it."""

    step: Callable[[dict[str, Any]], int]
    at: Callable[[dict[str, Any], int], dict[str, Any]]


def _stepped(one: dict[str, Any], step: int) -> dict[str, Any]:
    return one | {"guess": one["guess"] | {"many": step}}


_TEXT = Part(lambda data: int(data["guess"]["many"]), _stepped)
_SAID = Part(
    lambda data: int(data["said"][0]["guess"]["many"]),
    lambda data, step: data | {"said": [_stepped(one, step) for one in data["said"]]},
)


class MissingGlyphError(ValueError):
    """Characters that no font has; they would print as empty boxes."""

    def __init__(self, characters: list[str]) -> None:
        """Names the characters with their code points."""
        named = "、".join(f"{char}（U+{ord(char):04X}）" for char in characters)
        super().__init__(f"没有一种字体有这些字：{named}")
        self.characters = tuple(characters)


@cache
def _says_both(source: Path) -> bool:
    """Whether a sheet sets translations; an image for telephones does not."""
    return "#translations(" in source.read_text(encoding="utf-8")


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
        scripts = self.known({"scripts": SCRIPTS})["scripts"]
        families = {**self.families(sheet), "scripts": scripts}
        data = job(published, sheet, letterhead, families)
        pdf, alone = self._well_filled({**data, "said": []}, sheet, published, _TEXT)
        if not (data["said"] and _says_both(sheet.source)):
            return pdf
        both = {**alone, "said": data["said"]}
        return self._well_filled(both, sheet, published, _SAID)[0]

    def _well_filled(
        self, data: dict[str, Any], sheet: Sheet, published: Published, part: Part
    ) -> tuple[bytes, dict[str, Any]]:
        """The notice, a part of it a little tighter if that saves the last page; its data."""
        pdf, last = self._set(data, sheet, published), len(sheet.steps) - 1
        pages, share = _pages_and_last_share(pdf)
        if share >= _WELL_FILLED:
            return pdf, data
        first = part.step(data)
        for step in sorted({min(first + 1, last), min(first + 2, last), last} - {first}):
            tighter = part.at(data, step)
            other = self._set(tighter, sheet, published)
            if _pages_and_last_share(other)[0] < pages:
                return other, tighter
        return pdf, data

    def set_paper(
        self, source: Path, data: dict[str, Any], printed: str, *, standard: Standard = _STANDARD
    ) -> bytes:
        """Any data on the design of ``source``: same data, same bytes, no day of its own.

        Raises :class:`MissingGlyphError` if no font has a character of ``printed``.
        """
        absent = missing(printed, self._files)
        if absent:
            raise MissingGlyphError(absent)
        return self._compile(source, data, datetime(2000, 1, 1, tzinfo=UTC), standard)

    def _set(self, data: dict[str, Any], sheet: Sheet, published: Published) -> bytes:
        dated = datetime.combine(published.notice.dated, time(), UTC)
        return self._compile(sheet.source, data, dated, _STANDARD)

    def _compile(
        self, source: Path, data: dict[str, Any], dated: datetime, standard: Standard
    ) -> bytes:
        import typst

        try:
            pdf = self.compiler.compile(
                input=source,
                root=source.parent,
                format="pdf",
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
                pdf_standards=standard,
                timestamp=dated,
            )
        except typst.TypstError as error:
            raise SheetError(f"{source.parent.name}/{source.name} 不能用：{error}") from None
        if not isinstance(pdf, bytes):
            raise TypeError(type(pdf).__name__)
        return pdf

    def absent(self, text: str) -> list[str]:
        """The characters of a text that no font has, each once."""
        return missing(text, self._files)

    def families(self, sheet: Sheet) -> dict[str, list[str]]:
        """The sheet's families that there are, by role."""
        return self.known(sheet.fonts)

    def known(self, fonts: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
        """Those of the wanted families that there are, by role."""
        return {
            role: [name for name in names if name.lower() in self._families] or [_LAST_RESORT]
            for role, names in fonts.items()
        }


def _pages_and_last_share(pdf: bytes) -> tuple[int, float]:
    """The number of pages, and how much text the last has beside the one before it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = len(document)
        if pages == 1:
            return 1, 1.0
        before, last = (document[n].get_textpage().count_chars() for n in (pages - 2, pages - 1))
        return pages, last / before
    finally:
        document.close()
