"""What a township's site is made of, and the views of it that every page shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import quote

from gongshi.life import Event, events
from gongshi.model.notice import Notice, Published
from gongshi.model.records import Contacts, County, Records, Township
from gongshi.model.working import Objection, Posting
from gongshi.site.words import Cutter, known_words

if TYPE_CHECKING:
    from gongshi.render.posters import PosterFile
    from gongshi.report.public import PublicFigures


OfNotice = TypeVar("OfNotice", Objection, Posting)

#: Folders of a site that no term may be called.
RESERVED = frozenset({"assets", "kinds", "search", "statistics", "terms", "villages"})


class SiteError(ValueError):
    """A site that cannot be built as asked: two pages of one address, an unusable address."""


@dataclass(frozen=True, slots=True)
class TermContent:
    """One term: its records and its notices (issued, and drafts in a preview).

    ``link`` is the newest link of the term's chain, empty when nothing is issued.
    """

    records: Records
    published: tuple[Published, ...] = ()
    link: str = ""


@dataclass(frozen=True, kw_only=True)
class SiteContent:
    """Everything a township's site shows; ``terms`` is ordered from the oldest.

    ``posters`` gives the printable files by ``Notice.path``.  ``today`` decides only what
    stands on the home page: the status of a notice is worked out in the reader's browser.
    """

    root: Path
    county: County
    township: Township
    contacts: Contacts
    terms: tuple[TermContent, ...] = ()
    posters: Mapping[str, tuple[PosterFile, ...]] = field(default_factory=dict)
    today: date
    drafts: bool = False

    @property
    def name(self) -> str:
        """``云溪镇公示``, the name of the site."""
        return f"{self.township.name}公示"

    @cached_property
    def url(self) -> str:
        """The address of the published site with a final ``/``, or empty."""
        base = self.county.url.rstrip("/")
        return f"{base}/{quote(self.township.slug)}/" if base else ""

    @cached_property
    def cutter(self) -> Cutter:
        """Knows the words of the township: for the search, and for the lines of titles."""
        return Cutter(known_words(self))

    @cached_property
    def people(self) -> dict[str, tuple[str, ...]]:
        """The candidates of every term, in order, by the first two characters of the name."""
        names = {one.name for term in self.terms for one in term.records.candidates}
        starts = groupby(sorted(names), key=lambda name: name[:2])
        return {start: tuple(found) for start, found in starts}

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every notice with its address and neighbours, newest first."""
        items = [item for term in self.terms for item in _items(term, self.township, self.posters)]
        _refuse_twins(items)
        return tuple(sorted(items, key=_newest_first))

    @cached_property
    def villages(self) -> tuple[VillageTerm, ...]:
        """Each village of each term, newest term first, in the order of the tables."""
        counts = Counter((item.term, item.notice.village_path) for item in self.items)
        found: dict[tuple[str, str], VillageTerm] = {}
        for term in reversed(self.terms):
            for path, name in _village_names(term, self.township).items():
                key = (term.records.term.slug, path)
                found[key] = VillageTerm(*key, name=name, count=counts[key])
        return tuple(found.values())

    @cached_property
    def statistics(self) -> dict[str, PublicFigures]:
        """The figures of each term with issued results, by the term's slug."""
        terms = tuple(term.records for term in self.terms)
        if not any(records.candidates for records in terms):
            return {}
        from gongshi.report.public import public_figures
        from gongshi.report.roster import previous
        from gongshi.rules.both_posts import same_year

        published = {term.records.term.slug: term.published for term in self.terms}
        found = {}
        for records in terms:
            before = previous(terms, records)
            old = (before, published[before.term.slug]) if before else None
            others = [(one, published[one.term.slug]) for one in same_year(terms, records)]
            figures = public_figures(records, published[records.term.slug], old, others)
            if figures:
                found[records.term.slug] = figures
        return found


@dataclass(frozen=True, slots=True)
class VillageTerm:
    """One village in one term, with the number of its notices."""

    term: str
    path: str
    name: str
    count: int

    @property
    def url(self) -> str:
        """Its page below the site."""
        return quote(f"{self.term}/{self.path}/")


@dataclass(frozen=True, slots=True)
class Item:
    """A notice on the site: with its village, its neighbours and its corrections.

    ``url`` is its page below the site, percent-encoded.  ``events`` is its life,
    ``objections`` what was raised against it, ``spots`` where it has been put up;
    ``contacts`` are those of its own election, where they are known.
    """

    published: Published
    url: str
    village: str
    posters: tuple[PosterFile, ...] = ()
    older: Notice | None = None
    newer: Notice | None = None
    correction: Notice | None = None
    corrected: Notice | None = None
    events: tuple[Event, ...] = ()
    objections: tuple[Objection, ...] = ()
    spots: tuple[str, ...] = ()
    contacts: Contacts | None = None

    @property
    def notice(self) -> Notice:
        """The notice itself."""
        return self.published.notice

    @property
    def term(self) -> str:
        """The slug of its term."""
        return self.notice.term


def _items(
    term: TermContent, township: Township, posters: Mapping[str, tuple[PosterFile, ...]]
) -> list[Item]:
    """The notices of one term, each with the older and newer one of its village."""
    numbers = {one.notice.number: one.notice for one in term.published}
    ordered = sorted(term.published, key=_by_day)
    older, newer = _neighbours(one.notice for one in ordered)
    rows = {entry.number: entry for entry in term.records.register}
    objections = _by_notice(term.records.objections)
    postings = _by_notice(term.records.postings)
    contacts = None if term.records.contacts == Contacts() else term.records.contacts
    return [
        Item(
            published=one,
            url=quote(one.notice.path),
            village=one.notice.village or township.name,
            posters=posters.get(one.notice.path, ()),
            older=older.get(one.notice.number),
            newer=newer.get(one.notice.number),
            correction=numbers.get(one.corrected_by),
            corrected=numbers.get(one.notice.corrects),
            events=events(one, rows.get(one.notice.number), numbers),
            objections=tuple(objections.get(one.notice.number, ())),
            spots=tuple(posting.spot for posting in postings.get(one.notice.number, ())),
            contacts=contacts,
        )
        for one in ordered
    ]


def _by_notice(found: Iterable[OfNotice]) -> dict[str, list[OfNotice]]:
    """Records by the number of the notice that they are about."""
    groups: dict[str, list[OfNotice]] = {}
    for one in found:
        groups.setdefault(one.notice, []).append(one)
    return groups


def _neighbours(ordered: Iterable[Notice]) -> tuple[dict[str, Notice], dict[str, Notice]]:
    """By number the notice before each of them in its village, and the one after."""
    by_village: dict[str, list[Notice]] = {}
    for notice in ordered:
        by_village.setdefault(notice.village_path, []).append(notice)
    pairs = [pair for notices in by_village.values() for pair in pairwise(notices)]
    older = {after.number: before for before, after in pairs}
    newer = {before.number: after for before, after in pairs}
    return older, newer


def _village_names(term: TermContent, township: Township) -> dict[str, str]:
    """Path → name: the villages of the tables, then those that only notices name."""
    names = {village.path: village.name for village in term.records.villages}
    for one in sorted(term.published, key=_by_day):
        names.setdefault(one.notice.village_path, one.notice.village or township.name)
    return names


def _by_day(one: Published) -> tuple[date, int, str]:
    number = one.notice.number
    return one.notice.dated, int(number) if number.isdecimal() else 0, number


def _newest_first(item: Item) -> tuple[int, int, str]:
    day, value, number = _by_day(item.published)
    return -day.toordinal(), -value, number


def _refuse_twins(items: list[Item]) -> None:
    """Raises when two notices want one address, or an address leaves the site."""
    seen: dict[str, str] = {}
    for item in items:
        path = item.notice.path
        parts = path[:-1].split("/")
        odd = any(part.strip(". ") == "" or "\\" in part for part in parts)
        if odd or len(parts) != 3 or parts[0] in RESERVED:
            raise SiteError(
                f"公告“{item.notice.title}”的地址“{path}”不能用作网址；改“网址代号”或者届的文件夹名"
            )
        if path in seen:
            raise SiteError(
                f"公告“{item.notice.title}”和“{seen[path]}”的地址都是“{path}”；改其中一份的编号"
            )
        seen[path] = item.notice.title
