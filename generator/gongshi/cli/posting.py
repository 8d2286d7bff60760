"""``post``: where notices hang, with photographs as proof."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, ChineseGroup, Day, Refused, meant
from gongshi.cli.output import say
from gongshi.cli.shared import (
    checked,
    chosen,
    day_of,
    main,
    open_project,
    say_all,
    with_project,
    with_today,
)

if TYPE_CHECKING:
    from gongshi.check import Checked, CheckedTerm
    from gongshi.model.records import Entry

TABLE = "张贴记录.csv"
HEADER = ("公告编号", "张贴地点", "张贴日期", "张贴照片", "张贴人")
#: First characters that make a formula of a cell.
_FORMULA = ("=", "+", "-", "@")
_ENDINGS = {".jpg", ".jpeg", ".png", ".webp"}


@main.group(cls=ChineseGroup)
def post() -> None:
    """登记公告贴在了哪里，附上照片。"""


@post.command("add")
@click.argument("notice", metavar="NOTICE")
@click.argument("spot", metavar="SPOT")
@click.option("--photo", "picture", metavar="FILE", help="张贴照片")
@click.option("--day", type=Day(), metavar="DATE", help="哪天贴的（默认照片的日期，再就是今天）")
@click.option("--by", "poster", default="", metavar="NAME", help="张贴人")
@with_today
@with_project
def add(
    notice: str,
    spot: str,
    picture: str | None,
    day: date | None,
    poster: str,
    today: date | None,
    folder: str | None,
) -> int:
    """记一处张贴，把照片收进 postings 文件夹。

    \b
    NOTICE 写成 乡镇/届/编号；SPOT 是张贴点的名称。
    照片原样存档；拍摄日期和位置只留在档案里，不上网。
    """
    from gongshi import disk
    from gongshi.publish.evidence import FOLDER
    from gongshi.publish.township import lock_file

    project, found = open_project(folder)
    say_all(found)
    slug, term, number = _address(notice)
    (slug,) = chosen(project, [slug])
    with disk.lock(lock_file(project.root, slug)):
        (town,) = checked(project, [slug], day_of(today))
        one = _term(town, term)
        entry = _entry(one, number)
        _new_spot(one, entry, spot, poster)
        data, ending, taken = _photo(Path(picture)) if picture else (b"", "", None)
        when = _day(entry, day or taken or day_of(today), day_of(today))
        place = project.root / "notices" / slug / one.records.term.slug
        name = f"{number}-{when.isoformat()}-{sha256(data).hexdigest()[:8]}{ending}" if data else ""
        table = _appended(one, place / TABLE, (number, spot, when.isoformat(), name, poster))
        if data:
            disk.write(place / FOLDER / name, data)
        disk.write(place / TABLE, table)
    said = f"第{number}号{entry.kind}贴在{spot}，{when.isoformat()}"
    say(f"记下了：{said}{'，有照片' if name else ''}")
    return FINE


@post.command("list")
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@with_today
@with_project
def list_postings(townships: Sequence[str], today: date | None, folder: str | None) -> int:
    """每份公告贴了哪些点、还缺哪些点；缺的时候退出码是 1。"""
    from gongshi.rules.boards import coverage

    project, found = open_project(folder)
    say_all(found)
    lacking = 0
    for town in checked(project, chosen(project, townships), day_of(today)):
        for term in town.terms:
            for one in coverage(term.records, day_of(today)):
                hung = "、".join(posting.spot for posting in one.covered) or "还没有"
                missing = "、".join(spot.name for spot in one.lacking)
                where = (
                    f"{town.slug}/{term.records.term.slug}/{one.entry.number} {one.entry.village}"
                )
                say(f"{where}：已贴 {hung}" + (f"；还缺 {missing}" if missing else ""))
                lacking += bool(missing)
    return FINDINGS if lacking else FINE


def _address(name: str) -> tuple[str, str, str]:
    parts = name.strip("/").split("/")
    if len(parts) != 3 or not all(parts):
        raise Refused(f"“{name}”不是公告，请写成 yunxi/2026/5 的样子")
    return parts[0], parts[1], parts[2]


def _term(town: Checked, slug: str) -> CheckedTerm:
    for term in town.terms:
        if term.records.term.slug == slug:
            return term
    known = [term.records.term.slug for term in town.terms]
    raise Refused(f"{town.slug} 没有“{slug}”这一届{meant(slug, known)}")


def _entry(term: CheckedTerm, number: str) -> Entry:
    entry = term.records.entry(number)
    if entry is None:
        raise Refused(f"公告登记簿里没有第 {number} 号公告")
    return entry


def _day(entry: Entry, when: date, today: date) -> date:
    """The day of the posting, which lies between the notice's own and today."""
    if entry.posted and when < entry.posted:
        was = f"公告{entry.posted.isoformat()}才发布"
        raise Refused(f"{when.isoformat()} 张贴不对：{was}。换一张照片，或用 --day 写明")
    if when > today:
        raise Refused(f"{when.isoformat()} 还没有到，不能先记")
    return when


def _new_spot(term: CheckedTerm, entry: Entry, spot: str, poster: str) -> None:
    names = [one.name for one in term.records.spots if one.village == entry.village]
    if names and spot not in names:
        raise Refused(f"{entry.village}的张贴点里没有“{spot}”{meant(spot, names)}")
    for name, what in ((spot, "张贴点的名称"), (poster, "张贴人")):
        if name.startswith(_FORMULA):
            raise Refused(f"“{name}”不能用作{what}，开头不能是 {'、'.join(_FORMULA)}")
    if any((one.notice, one.spot) == (entry.number, spot) for one in term.records.postings):
        raise Refused(f"第 {entry.number} 号公告在“{spot}”的张贴已经记过；记错的，在张贴记录里改")


def _appended(term: CheckedTerm, path: Path, row: tuple[str, ...]) -> bytes:
    """The table with one row more, as Excel opens it; only a table of our own is added to.

    An empty sheet, such as that of a new project, is no other table.
    """
    others = {
        sheet.place.file
        for sheet in term.records.sheets
        if sheet.table == "张贴记录" and sheet.rows and Path(sheet.place.file).name != TABLE
    }
    head = ",".join(HEADER)
    old = path.read_bytes().decode("utf-8-sig") if path.is_file() else f"{head}\r\n"
    if others or not old.startswith(head):
        where = "、".join(sorted(others)) or TABLE
        raise Refused(f"张贴记录在 {where} 里，请在那里填写")
    line = io.StringIO()
    csv.writer(line).writerow(row)
    joint = "" if old.endswith("\n") else "\r\n"
    return f"{old}{joint}{line.getvalue()}".encode("utf-8-sig")


def _photo(path: Path) -> tuple[bytes, str, date | None]:
    """Its bytes as they are, its ending and the day it was taken."""
    from gongshi.publish.evidence import PhotoError, photo

    if path.suffix.lower() not in _ENDINGS or not path.is_file():
        raise Refused(f"没有照片 {path}（要 JPEG、PNG 或 WebP）")
    data = path.read_bytes()
    try:
        taken = photo(data).taken
    except PhotoError as error:
        raise Refused(f"{path}：{error}") from error
    return data, path.suffix.lower(), taken.date() if taken else None
