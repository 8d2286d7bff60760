"""The words of the notices: Jinja templates that can print nothing but escaped facts.

Templates are code and come with the program or the project; data are not.  They run in
Jinja's sandbox all the same, see only the facts that their kind declares, and fail on a
name that is not there or a value that is empty.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from gongshi.compose.escape import Markdown, escape, plain
from gongshi.compose.speech import Speech
from gongshi.compose.wording import numeral


def body_environment(folders: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """For bodies in Markdown; a template is found in the first folder that has it."""
    return _environment(folders, escape)


@lru_cache(maxsize=1024)
def line_template(text: str) -> Template:
    """The template of a title or an issuer, which is a plain line of text."""
    return _line_environment().from_string(text)


@cache
def _line_environment() -> ImmutableSandboxedEnvironment:
    return _environment((), plain)


@cache
def said_environment(folders: tuple[Path, ...], lang: str) -> ImmutableSandboxedEnvironment:
    """For bodies in a second language: every value is said in it, then escaped.

    Filters: ``say`` says a value, ``person`` and ``people`` say names, ``listed`` a list.
    """
    made = _environment(folders, _saying(escape))
    made.filters |= _FILTERS
    made.globals["lang"] = lang
    return made


@lru_cache(maxsize=1024)
def said_line_template(text: str) -> Template:
    """The template of a title or an issuer in a second language."""
    return _said_line_environment().from_string(text)


@cache
def _said_line_environment() -> ImmutableSandboxedEnvironment:
    made = _environment((), _saying(plain))
    made.filters |= _FILTERS
    return made


def _saying(escaped: Callable[[object], str]) -> Callable[..., str]:
    @pass_context
    def finalize(context: Context, value: object) -> str:
        return escaped(_speech(context).say(value))

    return finalize


def _speech(context: Context) -> Speech:
    speech: Speech = context["speech"]
    return speech


_FILTERS: dict[str, Callable[..., object]] = {
    "say": pass_context(lambda context, value: _speech(context).say(value)),
    "capital": pass_context(lambda context, value: _speech(context).capital(value)),
    "person": pass_context(lambda context, name: _speech(context).person(name)),
    "people": pass_context(lambda context, names: _speech(context).people(names)),
    "named": pass_context(lambda context, text: _speech(context).named(text)),
    "roll": pass_context(lambda context, names: _speech(context).roll(names)),
    "listed": pass_context(lambda context, items: _speech(context).listed(items)),
}


def _environment(
    folders: tuple[Path, ...], finalize: Callable[..., str]
) -> ImmutableSandboxedEnvironment:
    # Autoescape is for HTML; a notice is Markdown and every value passes ``finalize``.
    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=False,
        undefined=StrictUndefined,
        finalize=finalize,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


_SPARE_LINES = re.compile(r"\n{3,}")


def tidy(text: str) -> str:
    """What a template wrote, without spare lines."""
    return _SPARE_LINES.sub("\n\n", text).strip()


class Headings:
    """Numbers the headings of one notice: 一、二、三、 and below them （一）（二）."""

    def __init__(self) -> None:
        """Starts before 一、."""
        self._section = self._part = 0

    def section(self, title: str) -> Markdown:
        """``## 一、职数``."""
        self._section, self._part = self._section + 1, 0
        return Markdown(f"## {numeral(self._section)}、{escape(title)}")

    def part(self, title: str) -> Markdown:
        """``### （一）书记``."""
        self._part += 1
        return Markdown(f"### （{numeral(self._part)}）{escape(title)}")
