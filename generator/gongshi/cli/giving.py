"""Files for the clerk: searched for what is private before they are written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi.cli.chinese import FoundError
from gongshi.cli.output import say

if TYPE_CHECKING:
    from gongshi.check import Checked
    from gongshi.model.notice import Published
    from gongshi.model.records import Records


def public_of(town: Checked) -> frozenset[str]:
    """What a township's papers may show: what is declared, and what was issued."""
    bodies = (body for term in town.terms for one in term.issued for body in one.notice.bodies)
    return public_in((term.records for term in town.terms), bodies)


def public_in(terms: Iterable[Records], bodies: Iterable[str] = ()) -> frozenset[str]:
    """What is declared public in these terms and stands in these texts."""
    from gongshi.publish.scan import public_words

    return public_words(terms, bodies)


def refuse_private(one: Published, public: frozenset[str]) -> None:
    """Raise ``FoundError`` for a notice that tells too much: a picture of it is not searched."""
    from gongshi.publish.scan import leaks_in

    notice = one.notice
    for text in (notice.title, *notice.bodies):
        for leak in leaks_in(text, "", public):
            reason = f"第 {notice.number} 号公告里有{leak.what}（{leak.masked}）"
            raise FoundError(f"{reason}，没有写成文件；从台账里删去再做")


def give(path: Path, data: bytes, public: frozenset[str], shown: str = "") -> None:
    """Write a file and say its name, or ``shown``; raises ``FoundError`` when it tells too much."""
    from gongshi import disk
    from gongshi.publish.scan import leaks_of

    for leak in leaks_of(path.name, data, public):
        raise FoundError(f"{leak.told()}，没有写成文件；从台账里删去再做")
    disk.write(path, data)
    say(shown or str(path))
