"""A value as Markdown that is read back as that very text.

Every value that a template prints passes through :func:`escape` (Jinja's ``finalize``),
so nothing typed into a table can become a heading, a link, a list or a row of its own.
Signs that mean something only at the start of a line are escaped only there, so that
dates, telephone numbers and hours stay readable in the frozen file.
"""

from __future__ import annotations

import re


class Markdown(str):
    """Text that is Markdown already; only our own code makes it."""

    __slots__ = ()


class BlankError(ValueError):
    """A template printed nothing where a fact should stand."""


_ALWAYS = re.compile(r"([\\`*_\[\]<>&|#~])")
_AT_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[-+=:.)]))(.)")
_SPACES = re.compile(r"\s*[\r\n]\s*")


def escape(value: object) -> str:
    """The value's text, escaped; line ends become spaces, outer white space goes.

    Raises :class:`BlankError` for ``None`` and for empty text: a notice has no blanks.
    """
    if isinstance(value, Markdown):
        return value
    text = "" if value is None else _SPACES.sub(" ", str(value)).strip()
    if not text:
        raise BlankError("模板要填的内容是空的")
    return _AT_START.sub(r"\1\\\2", _ALWAYS.sub(r"\\\1", text))


def plain(value: object) -> str:
    """The value's text for a title or an issuer, which are no Markdown; no blanks either."""
    text = "" if value is None else str(value).strip()
    if not text:
        raise BlankError("模板要填的内容是空的")
    return text
