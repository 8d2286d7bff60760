"""Townships with a second language, for tests: every kind in English, one kind in Uyghur."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import every_kind
import townships
from elections import KINDS, composed, entry, kinds, records
from gongshi.check import check_township
from gongshi.compose.compose import Composed, compose
from gongshi.model.finding import Finding
from gongshi.model.notice import Notice, Translation
from gongshi.model.records import Records
from gongshi.read.project import read_project

TODAY = date(2026, 11, 21)
UYGHUR = "C041-name-not-given"


def in_english(base: Records, **changes: Any) -> Records:
    """The same township with English notices."""
    return replace(base, township=replace(base.township, language="en", **changes))


def said(base: Records, kind: str, **changes: Any) -> Notice:
    """A notice of a township in two languages, which must be there."""
    row = entry(base, kind, **changes)
    found = compose(row, replace(base, register=(row,)), kinds())
    assert found.notice is not None, found.findings
    return found.notice


def english(kind: str, body: str) -> Composed:
    """Any kind for any body, in English."""
    if kind in KINDS:
        return composed(in_english(records(body)), kind)
    plain, base = every_kind.composed(kind, body), every_kind.world(kind, body)
    world = in_english(replace(base, register=(*base.register, plain.entry)))
    return compose(plain.entry, world, kinds())


def translation(found: Composed) -> Translation:
    """The only translation of a notice."""
    assert found.notice is not None, found.findings
    (one,) = found.notice.translations
    return one


def uyghur(tmp_path: Path) -> tuple[Notice, list[Finding]]:
    """The notice of the township that writes Uyghur, and what checking says of it."""
    project, _ = read_project(townships.overlay(UYGHUR, tmp_path))
    checked = check_township(project, townships.TOWNSHIP, TODAY)
    notice = checked.terms[0].composed[0].notice
    assert notice is not None
    return notice, list(checked.findings)
