"""The pages of a site as finished HTML: home, terms, villages, kinds and notices.

Every value goes through one autoescaping, strict environment whose templates lie in
``themes/site/content``.  Addresses inside a page are relative and name ``index.html``, so
that a site works from a sub-path and from a folder on a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from gongshi.compose.wording import chinese_date
from gongshi.model.notice import Translation
from gongshi.render import document, html
from gongshi.render.document import Document
from gongshi.report.charts import Chart
from gongshi.site import status
from gongshi.site.calendars import board_day, has_days
from gongshi.site.content import Item, SiteContent, VillageTerm
from gongshi.site.linked import linked_data
from gongshi.site.pieces import contacts_html, event_row, kind_path, piece, quote, template

if TYPE_CHECKING:
    from gongshi.render.posters import PosterFile

#: Notices on one page of a list; longer lists go on to further pages.
PER_PAGE = 25
#: Bars of charts on one page of statistics.
BARS = 20
#: Notices under 最近公告 on the home page.
RECENT = 8


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page: its folder below the site (``""`` or ``a/b/``), its texts and its HTML.

    ``title`` and ``description`` are plain text; ``menu`` is the folder of the menu entry
    that it belongs to.
    """

    path: str
    title: str
    description: str
    html: str
    menu: str


def index_pages(content: SiteContent) -> Iterator[SitePage]:
    """Home, the lists of terms, villages and kinds, and the pages of each of them."""
    rows = _rows(content)
    yield _home(content, rows)
    yield _terms(content)
    yield _villages(content)
    yield _kinds(content)
    for found in _lists(content):
        yield from _listed(content, found, rows)
    yield from _statistics(content)


def notice_page(content: SiteContent, item: Item, tree: Document) -> SitePage:
    """The page of one notice, whose body is ``tree``."""
    notice, period = item.notice, item.notice.publicity
    when = f"，公示期{status.short_period(period)}" if period else ""
    dated = chinese_date(notice.dated)
    return SitePage(
        path=notice.path,
        title=notice.title,
        description=f"{item.village}{notice.kind_title}，{notice.issuer}{dated}发布{when}。",
        html=_render(
            content,
            "notice.html",
            depth=3,
            item=item,
            notice=notice,
            crumbs=_crumbs(content, item),
            heading=_heading(content, notice.title),
            badge=piece(content.root, "badge", status.status(item.published)),
            dated=piece(content.root, "day", notice.dated),
            body=Markup(_tables_scroll(html.to_html(tree))),  # noqa: S704 — escaped by to_html
            said=[_said(one) for one in notice.translations],
            contacts=contacts_html(content.root, item.contacts or content.contacts),
            calendar=f"{notice.number}.ics" if has_days(content, item) else "",
            board=board_day(content, item),
            events=Markup("".join(map(event_row, item.events))),  # noqa: S704 — rows are escaped
            sheets=[list(files) for _, files in groupby(item.posters, _sheet)],
            linked=linked_data(content, item),
        ),
        menu="villages/",
    )


def _sheet(file: PosterFile) -> tuple[str, str]:
    """What the pages of one poster have in common."""
    return file.sheet, file.format


def _said(one: Translation) -> dict[str, str]:
    """A translation for its section: its Chinese words marked as Chinese."""
    text = html.chinese_marked(html.to_html(document.parse(one.body), below=1))
    lines = {"title": one.title, "issuer": one.issuer, "dated": one.dated}
    return {
        "lang": one.lang,
        "direction": one.direction,
        "body": Markup(_tables_scroll(text, escape(f"{one.title} "))),  # noqa: S704
        **{key: Markup(html.chinese_marked(escape(line))) for key, line in lines.items()},  # noqa: S704
    }


def _heading(content: SiteContent, title: str) -> Markup:
    """The title, its lines ending between words as on paper."""
    return Markup("<wbr>".join(content.cutter.lines(str(escape(title)))))  # noqa: S704


def _crumbs(content: SiteContent, item: Item) -> Markup:
    """The way to a notice: its election, its village, its kind."""
    term, village = f"{quote(item.term)}/", f"{quote(item.notice.village_path)}/"
    links = ((term, term_label(content, item.term)), (f"{term}{village}", item.village))
    return piece(content.root, "crumbs", "../" * 3, links, item.notice.kind_title)


def term_label(content: SiteContent, slug: str) -> str:
    """``2026年换届`` for a term whose folder is a year, else the election's title."""
    if slug.isdecimal():
        return f"{slug}年换届"
    titles = (term.records.term.title for term in content.terms if term.records.term.slug == slug)
    return next(titles, slug)


# Single pages.


@dataclass(frozen=True, slots=True)
class _Row:
    """A notice in a list: the end of its link and the line of facts, the same everywhere."""

    link: Markup
    facts: Markup


def _rows(content: SiteContent) -> dict[str, _Row]:
    """The row of each notice by its path; most stand in three lists and on the home page."""
    macros: Any = template(content.root, "macros.html").module
    return {
        item.notice.path: _Row(macros.row_link(item), macros.row_facts(item))
        for item in content.items
    }


def _home(content: SiteContent, rows: dict[str, _Row]) -> SitePage:
    running = [item for item in content.items if status.is_open(item.published, content.today)]
    newest = {village.path: village for village in reversed(content.villages)}
    link = content.terms[-1].link if content.terms else ""
    place = content.township.full_name
    return SitePage(
        path="",
        title="首页",
        description=f"{place}村和社区换届公告：正在公示的、最近的和以往的全部公告。",
        html=_render(
            content,
            "home.html",
            depth=0,
            running=running,
            recent=content.items[:RECENT],
            rows=rows,
            villages=[one for one in content.villages if newest[one.path] is one],
            link=link,
        ),
        menu="",
    )


def _terms(content: SiteContent) -> SitePage:
    terms = [
        (
            term.records.term,
            term_label(content, term.records.term.slug),
            [village for village in content.villages if village.term == term.records.term.slug],
            len(term.published),
            statistics_path(content, term.records.term.slug),
        )
        for term in reversed(content.terms)
    ]
    return SitePage(
        "terms/",
        "届次",
        f"{content.township.full_name}历次换届选举的公告，一届一页。",
        _render(content, "terms.html", depth=1, terms=terms),
        "terms/",
    )


def _villages(content: SiteContent) -> SitePage:
    groups: dict[str, list[VillageTerm]] = {}
    for village in content.villages:
        groups.setdefault(village.name, []).append(village)
    return SitePage(
        "villages/",
        "村和社区",
        f"{content.township.full_name}各村、社区的换届公告。",
        _render(content, "villages.html", depth=1, groups=groups),
        "villages/",
    )


def _kinds(content: SiteContent) -> SitePage:
    counts: dict[tuple[str, str], int] = {}
    for item in content.items:
        key = (item.notice.kind, item.notice.kind_title)
        counts[key] = counts.get(key, 0) + 1
    return SitePage(
        "kinds/",
        "公告种类",
        f"{content.township.full_name}换届公告，按种类查看。",
        _render(content, "kinds.html", depth=1, kinds=sorted(counts.items())),
        "kinds/",
    )


def _statistics(content: SiteContent) -> Iterator[SitePage]:
    """统计: of each term with issued results, first the numbers, then the charts."""
    titles = {term.records.term.slug: term.records.term.title for term in content.terms}
    for slug, figures in content.statistics.items():
        label = term_label(content, slug)
        parts = [(), *_few_bars(figures.charts)]
        path = f"statistics/{slug}/"
        addresses = _addresses(path, len(parts))
        for number, (address, charts) in enumerate(zip(addresses, parts, strict=True), start=1):
            values = {"label": label, "title": titles[slug], "figures": figures}
            values |= {"charts": charts, "number": number, "addresses": list(map(quote, addresses))}
            depth = address.count("/")
            yield SitePage(
                address,
                f"{label}统计" if number == 1 else f"{label}统计（第{number}页）",
                f"{content.township.full_name}{label}的统计数字：人数、结构、到会，都写明基数。",
                _render(content, "statistics.html", depth=depth, **values),
                "terms/",
            )


def _few_bars(charts: Iterable[Chart]) -> Iterator[tuple[Chart, ...]]:
    """The charts in order, on each page as many as make no more than ``BARS`` bars."""
    page: list[Chart] = []
    for chart in charts:
        if page and sum(len(one.bars) for one in (*page, chart)) > BARS:
            yield tuple(page)
            page = []
        page.append(chart)
    if page:
        yield tuple(page)


def statistics_path(content: SiteContent, slug: str) -> str:
    """The address of a term's figures below the site, or empty where there are none."""
    return quote(f"statistics/{slug}/") if slug in content.statistics else ""


# Lists of notices, twenty-five to a page.


@dataclass(frozen=True, slots=True)
class _List:
    """A list of notices at an address, with the way to it and what stands beside it."""

    path: str
    title: str
    subtitle: str
    items: list[Item]
    menu: str
    menu_title: str
    others: tuple[tuple[str, str], ...] = ()
    figures: str = ""
    link: str = ""


def _lists(content: SiteContent) -> Iterator[_List]:
    by_term: dict[str, list[Item]] = {}
    by_village: dict[tuple[str, str], list[Item]] = {}
    by_kind: dict[str, list[Item]] = {}
    for item in content.items:
        by_term.setdefault(item.term, []).append(item)
        by_village.setdefault((item.term, item.notice.village_path), []).append(item)
        by_kind.setdefault(item.notice.kind, []).append(item)
    for term in content.terms:
        yield _term_list(content, term.records.term.slug, by_term)
    for village in content.villages:
        items = by_village.get((village.term, village.path), [])
        yield _village_list(content, village, items)
    for kind, items in sorted(by_kind.items()):
        subtitle = content.township.name
        title = items[0].notice.kind_title
        yield _List(kind_path(kind), title, subtitle, items, "kinds/", "公告种类")


def _term_list(content: SiteContent, slug: str, by_term: dict[str, list[Item]]) -> _List:
    titles = {term.records.term.slug: term.records.term.title for term in content.terms}
    label = term_label(content, slug)
    items = by_term.get(slug, [])
    link = next(term.link for term in content.terms if term.records.term.slug == slug)
    figures = statistics_path(content, slug)
    page = (f"{slug}/", titles[slug], label, items, "terms/", "届次")
    return _List(*page, link=link, figures=figures)


def _village_list(content: SiteContent, village: VillageTerm, items: list[Item]) -> _List:
    label = term_label(content, village.term)
    others = tuple(
        (other.url, term_label(content, other.term))
        for other in content.villages
        if other.path == village.path and other.term != village.term
    )
    return _List(
        f"{village.term}/{village.path}/",
        village.name,
        label,
        items,
        "villages/",
        "村和社区",
        others,
    )


def _listed(content: SiteContent, one: _List, rows: dict[str, _Row]) -> Iterator[SitePage]:
    parts = [one.items[n : n + PER_PAGE] for n in range(0, len(one.items), PER_PAGE)] or [[]]
    addresses = _addresses(one.path, len(parts))
    for number, (path, part) in enumerate(zip(addresses, parts, strict=True), start=1):
        title = one.title if number == 1 else f"{one.title}（第{number}页）"
        yield SitePage(
            path,
            title,
            f"{content.township.full_name}{one.title}（{one.subtitle}）的换届公告，"
            f"共{len(one.items)}份，新的在前。",
            _render(
                content,
                "list.html",
                depth=path.count("/"),
                one=one,
                part=part,
                rows=rows,
                number=number,
                addresses=[quote(address) for address in addresses],
            ),
            one.menu,
        )


def _addresses(path: str, count: int) -> list[str]:
    """The address of each page of something that begins at ``path``."""
    return [path, *(f"{path}page-{number}/" for number in range(2, count + 1))]


# The environment.


def _render(content: SiteContent, name: str, *, depth: int, **values: Any) -> str:
    return template(content.root, name).render(site=content, root="../" * depth, **values)


def _tables_scroll(body: str, label: str = "表格") -> str:
    """Tables in a box of their own, so that a wide one scrolls and the page does not."""
    parts = body.replace("</table>", "</table></section>").split("<table>")
    many = len(parts) > 2 or label != "表格"
    boxes = (
        f'<section class="gs-table" aria-label="{label}{number if many else ""}" '
        'tabindex="0"><table>'
        for number in range(1, len(parts))
    )
    return parts[0] + "".join(f"{box}{part}" for box, part in zip(boxes, parts[1:], strict=True))
