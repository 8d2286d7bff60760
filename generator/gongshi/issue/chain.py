"""The chain of a term's issued notices: read, and verified while it is read.

``issued/chain.txt`` has one line a notice: link, SHA-256 of the file, day of issue, file
name.  A link is the SHA-256 of the previous link and of the rest of its own line, so that
no line can be changed, dropped or moved without being found.  What a chain cannot show is
that its end was cut off together with the files: for that, compare the newest link with
the one printed or kept elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import count
from os import scandir
from pathlib import Path

from gongshi.issue import problems
from gongshi.issue.frozen import FrozenError, thaw
from gongshi.model.finding import Finding
from gongshi.model.notice import Notice, Published
from gongshi.model.place import Place
from gongshi.model.rule import Rule

FOLDER, CHAIN = "issued", "chain.txt"
#: What may lie beside the chain: its signature and its time stamp.
SIGNATURE, STAMP = f"{CHAIN}.sig", f"{CHAIN}.tsr"
#: The steps of 全程纪实 that have been recorded, in a chain of their own.
STEPS = "steps.txt"

#: The link before the first line.
START = "0" * 64
_LINE = re.compile(r"([0-9a-f]{64}) ([0-9a-f]{64}) (\d{4}-\d{2}-\d{2}) ([0-9]{4,}-[a-z0-9-]+\.md)")


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the chain; ``row`` counts from 1, ``digest`` is the file's."""

    value: str
    digest: str
    day: date
    name: str
    row: int = 0

    def line(self) -> str:
        """The line as it stands in the file, without its end."""
        return f"{self.value} {self.digest} {self.day.isoformat()} {self.name}"


def link_after(previous: str, digest: str, day: date, name: str) -> Link:
    """The next link of a chain whose last value is ``previous``."""
    text = f"{previous} {digest} {day.isoformat()} {name}"
    return Link(sha256(text.encode()).hexdigest(), digest, day, name)


def file_name(number: str, kind: str) -> str:
    """``0005-candidates.md``."""
    return f"{int(number):04d}-{kind}.md"


def chain_lines(term_folder: Path, name: str = CHAIN) -> tuple[str, ...]:
    """A chain's lines as they are (``name`` is its file), none where there is no chain yet."""
    try:
        text = (term_folder / FOLDER / name).read_bytes().decode("utf-8", "replace")
    except FileNotFoundError:
        return ()
    return tuple(text.removesuffix("\n").split("\n")) if text else ()


def newest_link(term_folder: Path) -> str:
    """The value that the chain ends in, empty when nothing has been issued."""
    lines = chain_lines(term_folder)
    return lines[-1].split(" ")[0] if lines else ""


def line_with(term_folder: Path, start: str) -> Link | None:
    """The line whose link begins with ``start``, as it is printed on a sheet; none if gone."""
    links = filter(None, map(_link, chain_lines(term_folder), count(1)))
    return next((link for link in links if link.value.startswith(start)), None)


def load_issued(term_folder: Path) -> tuple[tuple[Published, ...], list[Finding]]:
    """The issued notices in the order of issue, and what is wrong with them.

    Only notices whose file is exactly what the chain says come out.  ``term_folder`` is
    ``notices/<township>/<term>`` below the project.
    """
    place = Place("/".join((*term_folder.parts[-3:], FOLDER, CHAIN)))
    links, findings = _read_links(chain_lines(term_folder), place)
    findings += _check_links(links, place)
    files, strangers = _files(term_folder / FOLDER)
    findings += _unknown_files({link.name for link in links}, sorted([*files, *strangers]), place)
    published = []
    for link in links:
        notice, problem = _load(term_folder / FOLDER, link, link.name in files, place)
        findings += problem
        if notice:
            one = Published(notice=notice, digest=link.digest, issued_on=link.day, link=link.value)
            published.append(one)
    return _with_corrections(published), findings


def _read_links(lines: Iterable[str], place: Place) -> tuple[list[Link], list[Finding]]:
    links: dict[str, Link] = {}
    findings = []
    for row, line in enumerate(lines, start=1):
        link = _link(line, row)
        if link is None or link.name in links:
            message = "同一份文件写了两行" if link else "这一行读不懂"
            findings.append(problems.MALFORMED.at(replace(place, cell=str(row)), message))
        else:
            links[link.name] = link
    return list(links.values()), findings


def _link(line: str, row: int) -> Link | None:
    match = _LINE.fullmatch(line)
    if not match:
        return None
    try:
        day = date.fromisoformat(match[3])
    except ValueError:
        return None
    return Link(match[1], match[2], day, match[4], row)


def _check_links(links: list[Link], place: Place) -> Iterator[Finding]:
    """Broken, reordered and back-dated lines, each named by its file."""
    values = [START, *(link.value for link in links)]
    for index, link in enumerate(links):
        follows, later = (
            _follows(link, values[index]),
            not index or link.day >= links[index - 1].day,
        )
        if follows and later:
            continue
        at = replace(place, cell=str(link.row))
        if not follows:
            if any(_follows(link, value) for value in values):
                yield problems.REORDERED.at(at, f"{link.name}不在原来的次序上")
            else:
                yield problems.BROKEN.at(at, f"{link.name}接不上前面的链")
        if not later:
            yield problems.BACKDATED.at(
                at, f"{link.name}的签发日期{link.day}早于上一份的{links[index - 1].day}"
            )


def _follows(link: Link, previous: str) -> bool:
    return link_after(previous, link.digest, link.day, link.name).value == link.value


def _files(folder: Path) -> tuple[set[str], list[str]]:
    """The ordinary files by name, and everything else that does not belong there."""
    if not folder.is_dir():
        return set(), []
    with scandir(folder) as entries:
        kinds = {entry.name: entry.is_file(follow_symlinks=False) for entry in entries}
    for name in (CHAIN, SIGNATURE, STAMP, STEPS):
        if kinds.get(name):
            del kinds[name]
    return {name for name in kinds if kinds[name]}, [name for name in kinds if not kinds[name]]


def _unknown_files(known: set[str], names: list[str], place: Place) -> Iterator[Finding]:
    for name in names:
        if name not in known:
            file = place.file.replace(CHAIN, name)
            yield problems.ADDED.at(Place(file), f"{name}没有经过签发")


def _load(
    folder: Path, link: Link, exists: bool, place: Place
) -> tuple[Notice | None, list[Finding]]:
    def wrong(rule: Rule, message: str) -> tuple[None, list[Finding]]:
        return None, [rule.at(Place(place.file.replace(CHAIN, link.name)), message)]

    if not exists:
        return wrong(problems.MISSING, f"{link.name}不见了")
    with open(f"{folder}/{link.name}", "rb") as file:  # noqa: PTH123 — thousands are read
        data = file.read()
    if sha256(data).hexdigest() != link.digest:
        return wrong(problems.CHANGED, f"{link.name}签发后被改动过")
    try:
        notice = thaw(data)
    except FrozenError as error:
        return wrong(problems.UNREADABLE, str(error))
    if not notice.number.isascii() or not notice.number.isdigit():
        return wrong(problems.UNREADABLE, "编号不是数字")
    if file_name(notice.number, notice.kind) != link.name:
        return wrong(problems.UNREADABLE, f"{link.name}里写的是第{notice.number}号")
    return notice, []


def _with_corrections(published: list[Published]) -> tuple[Published, ...]:
    """Each notice with the number of the last correction that answers it."""
    answers = {one.notice.corrects: one.notice.number for one in published if one.notice.corrects}
    return tuple(
        replace(one, corrected_by=answers[one.notice.number])
        if one.notice.number in answers
        else one
        for one in published
    )
