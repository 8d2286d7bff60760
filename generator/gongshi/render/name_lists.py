"""Paragraphs that are nothing but names: page and poster set them as columns.

A roll of voters is a thousand names; as running text nobody finds theirs, as a table it
is forty metres long.
"""

from __future__ import annotations

import re

from gongshi.compose.voters import GAP
from gongshi.render.document import Runs

_LONGEST = 24
_SENTENCE = re.compile("[。，；：、！？]")


def names_of(runs: Runs) -> tuple[str, ...]:
    """The names of a paragraph of two names or more, or nothing for any other paragraph."""
    if len(runs) != 1 or runs[0].strong:
        return ()
    text = runs[0].text
    if GAP not in text:
        return ()
    names = tuple(text.split(GAP))
    if len(names) < 2 or _SENTENCE.search(text):
        return ()
    return names if all(0 < len(name) <= _LONGEST for name in names) else ()
