"""``build.json``: what a published township was made from, so that the next build knows.

It lies in the site itself and is swapped in with it, so it can never speak of another
site than the one it lies in.  It holds digests and facts that are on the pages anyway.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gongshi.model.notice import Notice, Publicity
from gongshi.model.records import Township

if TYPE_CHECKING:
    from gongshi.render.posters import PosterFile
    from gongshi.site.build import Summary

NAME = "build.json"


@dataclass(frozen=True, slots=True)
class Record:
    """``key`` is the digest of all inputs; ``size`` counts files and bytes beside this file.

    ``summary`` is the township's line on the county page.  ``posters`` gives by notice
    path and sheet the digest of what the poster was drawn from, and its files.
    """

    key: str
    size: tuple[int, int] = (0, 0)
    counts: Mapping[str, Any] = field(default_factory=dict)
    summary: Mapping[str, Any] = field(default_factory=dict)
    posters: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """The file's content."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True)
        return f"{text}\n".encode()


def read_record(site: Path) -> Record | None:
    """The record of a published site, or none when there is none that can be trusted."""
    try:
        fields = json.loads((site / NAME).read_bytes())
        return Record(**{**fields, "size": tuple(fields["size"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def size_of(tree: Path) -> tuple[int, int]:
    """How many files there are below a folder, and their bytes, without ``build.json``."""
    files = [Path(folder, name) for folder, _, names in os.walk(tree) for name in names]
    sizes = [path.stat().st_size for path in files if path != tree / NAME]
    return len(sizes), sum(sizes)


def poster_facts(files: Iterable[PosterFile]) -> list[dict[str, Any]]:
    """The posters' files without their bytes."""
    return [{**asdict(replace(file, data=b"")), "data": ""} for file in files]


def summary_facts(summary: Summary) -> dict[str, Any]:
    """A township's line on the county page as data."""
    township, newest = summary.township, summary.newest
    return {
        "township": [township.slug, township.name, township.full_name, township.kind],
        "total": summary.total,
        "periods": [_period_facts(period) for period in summary.periods],
        "newest": newest and _notice_facts(newest),
    }


def summary_from(facts: Mapping[str, Any]) -> Summary:
    """The line again."""
    from gongshi.site.build import Summary

    slug, name, full_name, kind = facts["township"]
    return Summary(
        township=Township(slug=slug, name=name, full_name=full_name, kind=kind),
        total=facts["total"],
        periods=tuple(_period_from(period) for period in facts["periods"]),
        newest=_notice_from(facts["newest"]) if facts["newest"] else None,
    )


def _period_facts(period: Publicity) -> list[Any]:
    days = [day.isoformat() for day in (period.start, period.end, period.latest)]
    return [*days, period.working_days, period.counting]


def _period_from(facts: list[Any]) -> Publicity:
    start, end, latest = map(date.fromisoformat, facts[:3])
    return Publicity(start, end, latest, *facts[3:])


def _notice_facts(notice: Notice) -> dict[str, Any]:
    """What the county page may show; not who approved it."""
    bare = replace(notice, body="", facts="", approver="", approved=None, publicity=None)
    publicity = notice.publicity and _period_facts(notice.publicity)
    return {**asdict(bare), "dated": notice.dated.isoformat(), "publicity": publicity}


def _notice_from(facts: Mapping[str, Any]) -> Notice:
    publicity = facts["publicity"]
    return Notice(
        **{
            **facts,
            "dated": date.fromisoformat(facts["dated"]),
            "publicity": _period_from(publicity) if publicity else None,
        }
    )
