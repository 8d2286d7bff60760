"""A notice's second language for the sheet: words are never broken, Chinese ones are marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from gongshi.model.notice import Translation
from gongshi.render.blocks import Ways, blocks_of
from gongshi.render.document import Runs, Table, parse
from gongshi.render.estimate import first_guess
from gongshi.render.sheets import POINTS_A_MM, Sheet
from gongshi.render.tables import INSET, setting
from gongshi.render.text import plain
from gongshi.render.widths import em, is_han

#: Where a line may break: at spaces, behind hyphens and behind the tsheg of Tibetan.
_WORDS = re.compile(r"[^\s\-\u0f0b]+[\-\u0f0b]?")
_STRETCHES = re.compile(
    r"[\u3001-\u3020\u3400-\u9fff\uf900-\ufaff\uff01-\uff1f\U00020000-\U000323af]+"
)
#: A cell wider than this may be set in several lines, in em.
_WIDE = 9.0


def said(one: Translation, sheet: Sheet) -> dict[str, Any]:
    """A translation as the sheet gets it: its own blocks, and its own guess at their size."""
    ways = Ways(_name, _line, partial(_table, sheet=sheet))
    blocks = blocks_of(parse(one.body), ways)
    return {
        "lang": one.lang,
        "dir": one.direction,
        "title": _marked(one.title),
        "issuer": _marked(one.issuer),
        "dated": one.dated,
        "blocks": blocks,
        "guess": first_guess(blocks, sheet),
    }


def _name(name: str) -> dict[str, Any]:
    return {"t": name, "em": em(name)}


def _line(runs: Runs) -> dict[str, Any]:
    return {"runs": _runs(runs), "em": em(plain(runs))}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for run in runs:
        heavy = {"b": True} if run.strong else {}
        parts = [{"t": "", "br": True}] if run.text == "\n" else _marked(run.text)
        found += [{**part, **heavy} for part in parts]
    return found


def _marked(text: str) -> list[dict[str, Any]]:
    """The text in stretches, the Chinese ones marked ``zh``."""
    found: list[dict[str, Any]] = []
    end = 0
    for match in _STRETCHES.finditer(text):
        found += [{"t": text[end : match.start()]}, {"t": match.group(), "zh": True}]
        end = match.end()
    return [part for part in (*found, {"t": text[end:]}) if part["t"]]


def _table(table: Table, sheet: Sheet) -> dict[str, Any]:
    columns = [[plain(row[n]) for row in (table.header, *table.rows)]
               for n in range(len(table.header))]  # fmt: skip
    needs, wants = [max(map(_need, each)) for each in columns], [_want(each) for each in columns]
    return {
        "kind": "table",
        "header": [_runs(cell) for cell in table.header],
        "rows": [[_runs(cell) for cell in row] for row in table.rows],
        "ems": [[em(plain(cell)) for cell in row] for row in table.rows],
        "settings": [_setting(needs, wants, sheet, size) for size, _ in sheet.steps],
    }


def _setting(
    needs: list[float], wants: list[float], sheet: Sheet, text_size: float
) -> dict[str, Any]:
    """As for Chinese tables, but smaller still where a word would not fit its column."""
    width = sheet.text[0] * POINTS_A_MM
    found = setting(needs, wants, sheet, text_size)
    least = sum(needs) + 2 * INSET * len(needs)
    if found["size"] * least <= width:
        return found
    size = width / least
    return {"size": size, "widths": [(need + 2 * INSET) * size for need in needs]}


def _need(cell: str) -> float:
    """The longest word; Chinese may break anywhere."""
    return max(map(_word, _WORDS.findall(cell)), default=1.0)


def _word(word: str) -> float:
    return 1.0 if all(map(is_han, word)) else em(word) + 0.3


def _want(cells: Iterable[str]) -> float:
    return max(max(_need(cell), min(em(cell) + 0.3, _WIDE)) for cell in cells)
