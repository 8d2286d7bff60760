"""The posters of a township: drawn anew, or taken over where nothing has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import astuple, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongshi import disk, resources
from gongshi.publish import fingerprint
from gongshi.publish.record import Record, poster_facts
from gongshi.render.sheets import COMMON

if TYPE_CHECKING:
    from gongshi.compose.kinds import Kind
    from gongshi.model.notice import Published
    from gongshi.model.records import County, Township
    from gongshi.render.posters import PosterFile
    from gongshi.render.press import Press
    from gongshi.render.sheets import Sheet


class PosterRoom:
    """Makes the posters of one township; the press is started when it is first needed.

    ``site`` is the published folder of the last build and ``last`` its record.
    """

    def __init__(self, root: Path, county: County, township: Township) -> None:
        """Read the sheets; raises ``SheetError`` for one that cannot be used."""
        from gongshi.fonts import font_files
        from gongshi.render.job import Letterhead
        from gongshi.render.sheets import load_sheets

        self._root, self._county = root, county
        self._letterhead = Letterhead.of(county, township)
        self.sheets = load_sheets(resources.folders(root, "themes/sheets"))
        own = [file for file in font_files(root, county.fonts) if root.resolve() in file.parents]
        self._fonts = [(file.name, fingerprint.digest_file(file)) for file in own]
        self._press: Press | None = None
        #: Kinds that are sent up only: they have no page, so no code leads to one.
        self.sent_up: frozenset[str] = frozenset()
        self.record: dict[str, dict[str, Any]] = {}
        self.made = self.carried = 0

    def sheets_of(self, kind: Kind | None) -> list[Sheet]:
        """The sheets that a kind of notice is printed on unasked."""
        names = kind.sheets if kind else ()
        always = (name for name, sheet in self.sheets.items() if sheet.always)
        return [self.sheets[name] for name in (*names, *always) if name in self.sheets]

    @property
    def press(self) -> Press:
        """The one press of the township, started when it is first needed."""
        from gongshi.render.press import Press

        if self._press is None:
            self._press = Press(self._root, self._county.fonts)
        return self._press

    def draw(
        self,
        published: Published,
        sheets: Iterable[Sheet],
        formats: Iterable[str] | None = None,
        mark: str = "",
    ) -> list[PosterFile]:
        """The notice on each sheet, drawn now, in the sheet's own formats unless told others."""
        from gongshi.render.posters import posters

        marked = replace(self._letterhead, mark=mark)
        if published.notice.kind in self.sent_up:
            marked = replace(marked, site="")
        return posters(published, sheets, marked, self.press, formats)

    def put(
        self, published: Published, sheets: Iterable[Sheet], folder: Path, site: Path, last: Record
    ) -> tuple[PosterFile, ...]:
        """The posters written to ``folder``, without their bytes."""
        files: list[PosterFile] = []
        for sheet in sheets:
            key = self._key(published, sheet)
            address = f"{published.notice.path}{sheet.id}"
            kept = _carry(last.posters.get(address, {}), key, folder, site / published.notice.path)
            drawn = kept or self._write(published, sheet, folder)
            self.carried += len(kept)
            self.made += len(drawn)
            self.record[address] = {"key": key, "files": poster_facts(drawn)}
            files += drawn
        return tuple(files)

    def _write(self, published: Published, sheet: Sheet, folder: Path) -> list[PosterFile]:
        files = self.draw(published, [sheet])
        for file in files:
            disk.add(folder / file.name, file.data)
        return [replace(file, data=b"") for file in files]

    def _key(self, published: Published, sheet: Sheet) -> str:
        """Everything that the poster's bytes depend on; empty for a draft: never kept."""
        if published.is_draft:
            return ""
        folder = sheet.source.parent
        design = [
            (path.name, fingerprint.digest_file(path))
            for path in sorted((*folder.iterdir(), folder.parent / COMMON))
            if path.is_file()
        ]
        notice = [published.digest, published.link, published.notice.path, published.corrected_by]
        return fingerprint.digest_of(
            [fingerprint.program(), design, self._fonts, notice, astuple(self._letterhead)]
        )


def _carry(last: Mapping[str, Any], key: str, folder: Path, site: Path) -> list[PosterFile]:
    """The last build's files when they were drawn from the same and are still whole."""
    from gongshi.render.posters import PosterFile

    if not key or last.get("key") != key:
        return []
    files = [PosterFile(**{**facts, "data": b""}) for facts in last["files"]]
    if not all(_is_whole(site / file.name, file.sha256) for file in files):
        return []
    for file in files:
        disk.carry(site / file.name, folder / file.name)
    return files


def _is_whole(path: Path, digest: str) -> bool:
    return path.is_file() and fingerprint.digest_file(path) == digest
