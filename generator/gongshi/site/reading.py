"""A township's content straight from its tables, for MkDocs run by itself."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi.site.content import SiteContent, SiteError, TermContent

if TYPE_CHECKING:
    from gongshi.check import CheckedTerm


def read_content(start: Path, township: str | None, today: date) -> SiteContent:
    """The township's notices, drafts included, without posters.

    ``township`` is the folder under ``notices/``; the variable ``GONGSHI_TOWNSHIP`` wins,
    and a project with one township needs neither.  Raises :class:`SiteError`.
    """
    from gongshi.check import check_township
    from gongshi.read.project import find_project, read_project

    root = find_project(start)
    if root is None:
        raise SiteError("这里没有公示项目（要有 notices/county.yml）")
    project, findings = read_project(root)
    slug = _chosen(os.environ.get("GONGSHI_TOWNSHIP") or township, project.townships)
    checked = check_township(project, slug, today)
    terms = tuple(_term(term, root / "notices" / slug) for term in checked.terms)
    if not terms:
        raise SiteError(f"{slug} 还没有一届的资料" + "".join(f"\n{one.line()}" for one in findings))
    return SiteContent(
        root=root,
        county=project.county,
        township=checked.reading.township,
        contacts=terms[-1].records.contacts,
        terms=terms,
        today=today,
        drafts=True,
    )


def _term(term: CheckedTerm, township: Path) -> TermContent:
    from gongshi.issue.chain import newest_link
    from gongshi.life import public

    link = newest_link(township / term.records.term.slug)
    return TermContent(term.records, public(term, drafts=True), link)


def _chosen(wanted: str | None, townships: tuple[str, ...]) -> str:
    if wanted in townships and wanted is not None:
        return wanted
    if wanted is None and len(townships) == 1:
        return townships[0]
    names = "、".join(townships)
    raise SiteError(f"请用环境变量 GONGSHI_TOWNSHIP 或 mkdocs.yml 的 township 指明乡镇：{names}")
