"""What goes into a term's bag besides files that are there already, as bytes by path."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from gongshi import __version__, life
from gongshi.archive.bag import FORMAT, FORMAT_NOW
from gongshi.check import CheckedTerm
from gongshi.model.finding import Finding, Waiver
from gongshi.open_data import canonical, elections
from gongshi.open_data.public import public_tables

PUBLIC, INTERNAL = "data/公开", "data/内部"
#: A project with one township and one term: what ``restore`` takes out again.
PROJECT = f"{INTERNAL}/项目"
SITE, POSTERS, OPEN = f"{PUBLIC}/网站", f"{PUBLIC}/海报", f"{PUBLIC}/数据"


@dataclass(frozen=True, slots=True)
class About:
    """What a bag says of itself.

    ``chain`` are the lines of the term's chain; ``previous`` is the term before, with
    ``previous_manifest`` the SHA-256 of its bag's tag manifest and ``previous_link`` the
    last link of its chain, as far as they are there.
    """

    township: str
    slug: str
    term: str
    title: str
    day: date
    chain: tuple[str, ...] = ()
    previous: str = ""
    previous_manifest: str = ""
    previous_link: str = ""

    @property
    def link(self) -> str:
        """The newest link of the chain, empty when nothing is issued."""
        return self.chain[-1].split(" ")[0] if self.chain else ""


def data_files(checked: CheckedTerm, about: About) -> dict[str, bytes]:
    """Tables, results, findings and waivers of a term, by path below the bag."""
    name = f"{about.slug}-{about.term}"
    shown = life.public(checked)
    public = canonical.files_of(name, about.title, public_tables(shown))
    public["results.nist.json"] = elections.report(checked.records, shown)
    tables = canonical.files_of(name, about.title, canonical.record_tables(checked.records))
    return {
        **{f"{OPEN}/{path}": data for path, data in public.items()},
        **{f"{INTERNAL}/表格/{path}": data for path, data in tables.items()},
        f"{INTERNAL}/核对/findings.json": _json(map(_finding, checked.findings)),
        f"{INTERNAL}/核对/waivers.json": _json(map(_waiver, checked.records.term.waivers)),
        f"{PUBLIC}/签发链.txt": "".join(f"{line}\n" for line in about.chain).encode(),
    }


def evidence_file(photographs: Iterable[Mapping[str, Any]]) -> dict[str, bytes]:
    """What each photograph of a posting says of itself: its day, its place, whether they agree."""
    return {f"{INTERNAL}/张贴证据.json": _json(photographs)}


def info(about: About) -> list[tuple[str, str]]:
    """The facts of ``bag-info.txt`` (RFC 8493, 2.2.2); those that are not known are left out."""
    facts = [
        ("Source-Organization", about.township),
        ("External-Description", about.title),
        ("External-Identifier", f"{about.slug}/{about.term}"),
        ("Bagging-Date", about.day.isoformat()),
        ("Bag-Software-Agent", f"gongshi {__version__}"),
        (FORMAT, FORMAT_NOW),
        ("Gongshi-Township", about.slug),
        ("Gongshi-Term", about.term),
        ("Gongshi-Chain-Newest", about.link),
        ("Gongshi-Previous-Term", about.previous),
        ("Gongshi-Previous-Manifest-SHA256", about.previous_manifest),
        ("Gongshi-Previous-Chain-Newest", about.previous_link),
    ]
    return [(name, value) for name, value in facts if value]


def readme(about: About) -> bytes:
    """``README.txt`` for a reader who has this folder only."""
    text = (Path(__file__).parent / "README.txt").read_text("utf-8")
    before = about.previous_manifest or about.previous_link
    return text.format(
        title=about.title,
        township=about.township,
        term=about.title,
        day=about.day.isoformat(),
        link=about.link or "（还没有签发过公告）",
        previous=f"{about.previous}，{before}" if before else "没有上一届的记录",
        slug=about.slug,
        slug_term=about.term,
    ).encode()


def _json(values: Iterable[Mapping[str, Any]]) -> bytes:
    return f"{json.dumps(list(values), ensure_ascii=False, indent=1)}\n".encode()


def _finding(found: Finding) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "place": str(found.place),
        "village": found.village,
        "message": found.message,
        "waived": found.waived and _waiver(found.waived),
    }


def _waiver(one: Waiver) -> dict[str, Any]:
    return {
        "rule": one.rule,
        "where": one.where,
        "reason": one.reason,
        "approver": one.approver,
        "approved": one.approved.isoformat(),
        "words": one.words,
    }
