"""``texts``: a notice for telephones, group chats and the loudspeaker."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE
from gongshi.cli.giving import give, public_of
from gongshi.cli.output import complain
from gongshi.cli.shared import day_of, main, open_project, say_all, with_project, with_today

if TYPE_CHECKING:
    from gongshi.check import Checked
    from gongshi.model.notice import Published
    from gongshi.read.project import Project

#: The sheets that are pictures for a phone.
PICTURES = ("wechat", "wechat-cover")


@main.command()
@click.argument("notices", metavar="NOTICE...", nargs=-1, required=True)
@click.option("--out", default="texts", metavar="DIR", help="放在哪里（默认 texts）")
@click.option("--no-pictures", is_flag=True, help="只做文字，不做微信长图和封面")
@with_today
@with_project
def texts(
    notices: Sequence[str], out: str, no_pictures: bool, today: date | None, folder: str | None
) -> int:
    """做几份公告的短信、群消息、广播稿和微信图。

    \b
    NOTICE 写成 乡镇/届/编号，如 yunxi/2026/5。
    文字都出自签发的公告；没有签发的标明草稿。
    """
    from gongshi.cli.posters import find_notices
    from gongshi.render.press import MissingGlyphError

    project, found = open_project(folder)
    say_all(found)
    refused = False
    for town, one in find_notices(project, notices, day_of(today)):
        place = Path(out) / town.slug / one.notice.term / one.notice.number
        try:
            files = dict(_texts(project, town, one))
            files |= {} if no_pictures else dict(_pictures(project, town, one))
        except MissingGlyphError as error:
            complain(f"{one.notice.title}：{error}")
            refused = True
            continue
        public = public_of(town)
        for name, data in files.items():
            shown = f"{place / name}{'（草稿）' if one.is_draft else ''}"
            give(place / name, data, public, shown)
    return FINDINGS if refused else FINE


def _texts(project: Project, town: Checked, one: Published) -> Iterator[tuple[str, bytes]]:
    """The texts as every Notepad shows them: UTF-8 with its mark, CRLF."""
    from gongshi.channels import group_text, sms, speech
    from gongshi.render.qr import notice_url

    base = project.county.url
    url = notice_url(base, town.slug, one.notice.path) if base and not one.is_draft else ""
    messages = (f"{each.text}\n（{each.units}字）\n" for each in sms(one, url))
    said = {
        "群消息.txt": group_text(one, url),
        "短信.txt": "\n".join(messages),
        "广播稿.txt": speech(one).text,
    }
    for name, text in said.items():
        yield name, text.replace("\n", "\r\n").encode("utf-8-sig")


def _pictures(project: Project, town: Checked, one: Published) -> Iterator[tuple[str, bytes]]:
    from gongshi.publish.posters import PosterRoom

    room = PosterRoom(project.root, project.county, town.reading.township)
    for file in room.draw(one, [room.sheets[name] for name in PICTURES]):
        yield file.name, file.data
