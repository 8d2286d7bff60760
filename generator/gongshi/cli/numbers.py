"""``profile``: the numbers in force for a township, and where each comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINE, Refused, Words, meant
from gongshi.cli.output import say, say_json
from gongshi.cli.shared import chosen, main, open_project, say_all, with_project

if TYPE_CHECKING:
    from gongshi.model.profile import Profile
    from gongshi.model.records import Records
    from gongshi.read.numbers import NumberRow


@main.command()
@click.argument("township", metavar="TOWNSHIP")
@click.option("--term", default="", metavar="TERM", help="哪一届，如 2026（默认每一届）")
@click.option(
    "--format",
    "form",
    type=Words("text", "json"),
    default="text",
    metavar="text|json",
    help="给人看的文字，或给程序用的 JSON",
)
@with_project
def profile(township: str, term: str, form: tuple[str, ...], folder: str | None) -> int:
    """列出一个乡镇现在用的数字、依据和出自哪里。"""
    from gongshi.model.finding import errors
    from gongshi.read.township import read_township

    project, found = open_project(folder)
    (slug,) = chosen(project, [township])
    reading = read_township(project, slug)
    known = {records.term.slug: records for records in reading.terms}
    if term and term not in known:
        say_all(errors([*found, *reading.findings]))
        raise Refused(f"{slug} 没有“{term}”这一届{meant(term, known)}")
    terms = [known[term]] if term else list(known.values())
    if form == ("json",):
        say_json([_as_json(records) for records in terms])
    else:
        say_all(errors([*found, *reading.findings]))
        for records in terms:
            _say(records)
    return FINE


def _say(records: Records) -> None:
    from gongshi.read.numbers import number_rows

    used = records.term.profile
    say(f"{records.term.title}：{used.id} {used.title}")
    group = ""
    for row in number_rows(used):
        if row.group != group:
            group = row.group
            say(f"【{group}】")
        level, where = _origin(row, used)
        say(f"  {row.name}：{row.value}")
        say(f"    依据：{row.article}")
        say(f"    出自：{level} {where}")
    say()


def _origin(row: NumberRow, used: Profile) -> tuple[str, str]:
    """The layer and the file (with its line, for what was adjusted) of one number."""
    from gongshi.read.numbers import layer, origin

    override = origin(row, used)
    if override is None:
        return "全国", f"profiles/{used.base or used.id}.yml"
    return layer(override.place), str(override.place)


def _as_json(records: Records) -> dict[str, object]:
    from gongshi.read.numbers import number_rows

    used = records.term.profile
    rows = [
        {
            "group": row.group,
            "name": row.name,
            "value": row.value,
            "basis": row.article,
            "layer": level,
            "place": where,
        }
        for row in number_rows(used)
        for level, where in [_origin(row, used)]
    ]
    return {"term": records.term.slug, "profile": used.id, "title": used.title, "numbers": rows}
