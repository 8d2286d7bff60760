"""姓氏笔画: the order in which official lists put people.

Names go in, sort keys come out.  Characters rank by number of strokes, then by kind of
stroke (横竖撇点折), then by structure, as the national tables do: ``stroke-rank.txt`` is
the 8,105 characters of 通用规范汉字表 and those of GB 13000.1 in that order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import TypeVar

SURNAME = "姓氏笔画"
FULL_NAME = "姓名笔画"

Key = tuple[int, bool, tuple[int, ...]]
Person = TypeVar("Person")

#: Marks inside a name that have no strokes: the dots of 阿依古丽·买买提 and spaces.
_MARKS = frozenset("·・•‧．.　 ")


def sort_key(name: str, order: str = SURNAME) -> Key:
    """The key of a name.

    ``姓氏笔画``: by the first character, then one-character given names before longer
    ones (马飚 before 马兴瑞), then by the following characters; compound surnames go by
    their first character, and what follows both is the given name (欧阳修 before 欧阳晓燕).
    ``姓名笔画``: character by character.  A character that is not in the table comes after
    all that are, by code point.
    """
    ranks = tuple(_rank(character) for character in name if character not in _MARKS)
    if not ranks:
        return (0, False, ())
    longer = len(ranks) > 1 + len(surname(name))
    return (ranks[0], order == SURNAME and longer, ranks[1:])


def surname(name: str) -> str:
    """The two characters of a compound surname, else the first character.

    Names with a dot (阿依古丽·买买提) have no Chinese surname: the first character stands in.
    """
    plain = "".join(character for character in name if character not in " 　")
    whole = plain[:2] in _compound_surnames() and not _MARKS.intersection(plain)
    return plain[:2] if whole else plain[:1]


def in_stroke_order(
    people: Iterable[Person], key: Callable[[Person], str] | None = None, order: str = SURNAME
) -> list[Person]:
    """The people in order; ``key`` gives a person's name, by default itself.  Stable."""
    name = key or str
    return sorted(people, key=lambda person: sort_key(name(person), order))


def unranked(name: str) -> str:
    """The characters of a name whose place in the order is not certain."""
    return "".join(c for c in name if c not in _MARKS and c not in _ranks())


def _rank(character: str) -> int:
    ranks = _ranks()
    return ranks.get(character, len(ranks) + ord(character))


@cache
def _compound_surnames() -> frozenset[str]:
    path = Path(__file__).with_name("compound-surnames.txt")
    return frozenset(path.read_text(encoding="utf-8").split())


@cache
def _ranks() -> dict[str, int]:
    text = Path(__file__).with_name("stroke-rank.txt").read_text(encoding="utf-8").strip()
    return {character: rank for rank, character in enumerate(text)}
