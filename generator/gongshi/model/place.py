"""Where a value stands in the files a township keeps."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One cell of a table or one line of a text file.

    ``file`` is relative to the project and uses ``/``.  ``sheet`` is empty for CSV and
    YAML.  ``cell`` is ``"C5"`` in a workbook or CSV table and the line number, as text,
    in a YAML file; it is empty when the whole file is meant.
    """

    file: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return ":".join(part for part in (self.file, self.sheet, self.cell) if part)
