"""How wide text is, in em, without asking a font: Han and full-width marks are one em."""

from __future__ import annotations

from unicodedata import east_asian_width

#: The width of a digit in Noto Serif SC; other fonts' digits and letters are narrower.
_DIGIT = 0.56


def em(text: str) -> float:
    """The width of one line of text in em; half-width ones count as a serif's digits do."""
    return sum(1.0 if east_asian_width(char) in "WFA" else _DIGIT for char in text)


def is_han(char: str) -> bool:
    """Whether a character is a Chinese character (any CJK ideograph)."""
    return east_asian_width(char) == "W" and char.isalpha()
