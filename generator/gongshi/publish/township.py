"""One township from its tables to its published folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi import disk
from gongshi.check import Checked, check_township
from gongshi.model.notice import Published
from gongshi.publish import fingerprint, paths, scan
from gongshi.publish.outcome import Options, Outcome, State
from gongshi.publish.record import NAME, Record, read_record, size_of, summary_facts

if TYPE_CHECKING:
    from gongshi.publish.posters import PosterRoom
    from gongshi.read.project import Project
    from gongshi.render.posters import PosterFile
    from gongshi.site.content import SiteContent

Step = Callable[[int, int], None]

#: What a clerk can do about an address.
_RENAME = "改村社名册的“网址代号”"


class _RefusalError(Exception):
    """Stops one township; the message is one Chinese line for the clerk."""


def lock_file(root: Path, slug: str) -> Path:
    """The file whose lock means: somebody issues or builds this township."""
    return root / ".gongshi" / f"{slug}.lock"


def journal(root: Path, slug: str) -> Path:
    """Where an issue notes what it is about to write."""
    return root / ".gongshi" / f"{slug}.issue"


def build_township(
    project: Project, slug: str, today: date, options: Options, step: Step
) -> Outcome:
    """Check, draw, stage, scan and swap in one township.

    The published folder is the old one or the new one at every moment.  Raises ``Held``
    when the township is being worked on, and ``OSError`` from the disk.
    """
    target = options.out / slug
    with disk.lock(lock_file(project.root, slug)):
        disk.undo(journal(project.root, slug))
        disk.recover(target)
        last = read_record(target)
        key = _key(project, slug, today, options)
        if last and last.key == key and last.size == size_of(target):
            return Outcome(slug=slug, state=State.UNCHANGED, **last.counts)
        checked = check_township(project, slug, today)
        try:
            _refuse(checked, target, last)
            return _Build(project, checked, today, options, last or Record(""), key, step).run()
        except _RefusalError as refusal:
            findings = checked.findings
            return Outcome(slug=slug, state=State.REFUSED, findings=findings, reason=str(refusal))


def _key(project: Project, slug: str, today: date, options: Options) -> str:
    """The digest of all that a township's site is made from."""
    made_from = fingerprint.inputs(project.root, slug, project.county.fonts)
    chosen = [options.drafts, options.posters, today.isoformat()]
    return fingerprint.digest_of([fingerprint.program(), made_from, chosen])


def _refuse(checked: Checked, target: Path, last: Record | None) -> None:
    """Raise where there is nothing to publish, or no place to publish it."""
    if errors := checked.errors:
        raise _RefusalError(f"有 {len(errors)} 处错误要先改正")
    if not checked.terms:
        raise _RefusalError("还没有一届的资料，要有一个文件夹，里面有 term.yml")
    if last is None and target.exists() and any(target.iterdir()):
        raise _RefusalError(f"{target.name} 里有不是本程序生成的文件，请用 --out 另选文件夹")


@dataclass(frozen=True, slots=True)
class _Build:
    """The second half, for a township without errors."""

    project: Project
    checked: Checked
    today: date
    options: Options
    last: Record
    key: str
    step: Step

    def run(self) -> Outcome:
        """Gather everything, then write it beside the target, then swap."""
        published = self._published()
        notices = [one for term in published for one in term]
        _refuse_addresses([one.notice.path for one in notices])
        target = self.options.out / self.checked.slug
        with disk.staged(target) as stage:
            room, posters = self._posters(notices, stage / "posters")
            content = self._content(published, posters)
            _site(content, stage / "site")
            for path, files in posters.items():
                for file in files:
                    disk.move(stage / "posters" / path / file.name, stage / "site" / path)
            _refuse_leaks(stage / "site", content)
            outcome = self._outcome(notices, room)
            disk.add(stage / "site" / NAME, self._record(content, stage / "site", room, outcome))
            disk.sync(stage)
            disk.swap(stage / "site", target)
            disk.remove(stage)
        return outcome

    def _published(self) -> list[tuple[Published, ...]]:
        from gongshi.life import public

        return [public(term, drafts=self.options.drafts) for term in self.checked.terms]

    def _posters(
        self, notices: list[Published], folder: Path
    ) -> tuple[PosterRoom | None, dict[str, tuple[PosterFile, ...]]]:
        """Each notice's poster files by its path, written below ``folder``."""
        from gongshi.publish.posters import PosterRoom
        from gongshi.render.press import MissingGlyphError
        from gongshi.render.sheets import SheetError

        steps = len(notices) + 1
        if not self.options.posters:
            return None, {}
        site = self.options.out / self.checked.slug
        kinds = {kind.id: kind for kind in self.checked.kinds.values()}
        posters = {}
        try:
            room = PosterRoom(self.project.root, self.project.county, self.checked.reading.township)
            for done, one in enumerate(notices):
                self.step(done, steps)
                path, sheets = one.notice.path, room.sheets_of(kinds.get(one.notice.kind))
                sheets = [] if one.is_tombstone else sheets
                posters[path] = room.put(one, sheets, folder / path, site, self.last)
        except (MissingGlyphError, SheetError) as error:
            raise _RefusalError(str(error)) from error
        self.step(len(notices), steps)
        return room, posters

    def _content(
        self, published: list[tuple[Published, ...]], posters: dict[str, tuple[PosterFile, ...]]
    ) -> SiteContent:
        from gongshi.issue.chain import newest_link
        from gongshi.site.content import SiteContent, TermContent

        terms = zip(self.checked.terms, published, strict=True)
        folder = self.project.root / "notices" / self.checked.slug
        return SiteContent(
            root=self.project.root,
            county=self.project.county,
            township=self.checked.reading.township,
            contacts=self.checked.terms[-1].records.contacts,
            terms=tuple(
                TermContent(term.records, notices, newest_link(folder / term.records.term.slug))
                for term, notices in terms
            ),
            posters=posters,
            today=self.today,
            drafts=self.options.drafts,
        )

    def _outcome(self, notices: list[Published], room: PosterRoom | None) -> Outcome:
        drafts = sum(one.is_draft for one in notices)
        return Outcome(
            slug=self.checked.slug,
            state=State.PUBLISHED,
            findings=self.checked.findings,
            notices=len(notices) - drafts,
            drafts=drafts,
            posters=room.made if room else 0,
            carried=room.carried if room else 0,
        )

    def _record(
        self, content: SiteContent, site: Path, room: PosterRoom | None, outcome: Outcome
    ) -> bytes:
        from gongshi.site.build import summary

        counts = {"notices": outcome.notices, "drafts": outcome.drafts, "posters": outcome.posters}
        posters = room.record if room else {}
        return Record(
            self.key, size_of(site), counts, summary_facts(summary(content)), posters
        ).to_bytes()


def _site(content: SiteContent, folder: Path) -> None:
    """The site without its posters; MkDocs' own way of giving up becomes a refusal."""
    from gongshi.render.document import DocumentError
    from gongshi.site.build import build_site
    from gongshi.site.content import SiteError

    disk.make(folder)
    try:
        build_site(content, folder)
    except (SiteError, DocumentError) as error:
        raise _RefusalError(str(error)) from error
    except SystemExit as error:
        raise _RefusalError(f"网站没有生成：{error}") from error


def _refuse_addresses(addresses: list[str]) -> None:
    """Raise for an address that is no folder name, and for two that are one."""
    for address in addresses:
        if reason := paths.trouble(address):
            raise _RefusalError(f"公告的地址“{address}”{reason}；{_RENAME}")
    for group in paths.twins(addresses):
        raise _RefusalError(f"这些公告的地址分不开：{'、'.join(group)}；{_RENAME}")


def _refuse_leaks(site: Path, content: SiteContent) -> None:
    """The last wall: raise when a page holds a private number."""
    bodies = (
        body
        for term in content.terms
        for one in term.published
        if one.digest
        for body in one.notice.bodies
    )
    public = scan.public_words([term.records for term in content.terms], bodies)
    for leak in scan.leaks(site, public):
        raise _RefusalError(f"生成的文件 {leak.told()}；从台账、网页或者图片里删去再生成")
