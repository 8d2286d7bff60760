"""The commands that every term needs; each asks the stages and prints what they say."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from gongshi.cli.chinese import FINDINGS, FINE, Refused, Whole, Words
from gongshi.cli.output import counted, findings_as_json, progress, say, say_json, told
from gongshi.cli.shared import (
    checked,
    chosen,
    day_of,
    main,
    open_project,
    root_of,
    say_all,
    sound_project,
    with_project,
    with_today,
)


@main.command()
@click.argument("folder", metavar="DIR")
@click.option("--county", default="", metavar="NAME", help="县名，如 青禾县")
def init(folder: str, county: str) -> int:
    """新建一个项目，里面有空白表格和说明。"""
    from gongshi import disk
    from gongshi.scaffold import project_files

    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Refused(f"{folder} 已经存在，而且不是空文件夹；换一个名字")
    try:
        files = project_files(county)
    except ValueError as error:
        raise Refused(f"县名“{county}”只能用汉字") from error
    for name, data in sorted(files.items()):
        disk.write(target / name, data)
    say(f"新项目在 {folder}，共 {len(files)} 个文件。")
    say(f"下一步：填好里面的表格，再运行 gongshi check --project {folder}")
    return FINE


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=Words("text", "json"),
    default="text",
    metavar="text|json",
    help="给人看的文字，或给程序用的 JSON",
)
@click.option("--explain-tables", is_flag=True, help="说明每张表是怎样读的")
@with_today
@with_project
def check(
    townships: Sequence[str],
    form: tuple[str, ...],
    explain_tables: bool,
    today: date | None,
    folder: str | None,
) -> int:
    """核对表格和公告，一行说一个问题。

    有错误时退出码是 1；只有警告时是 0。
    """
    from gongshi.check import in_order
    from gongshi.model.finding import errors
    from gongshi.read.explain import explain as explain_sheets

    project, found = open_project(folder)
    results = list(checked(project, chosen(project, townships), day_of(today)))
    findings = in_order([*found, *(one for result in results for one in result.findings)])
    if form == ("json",):
        say_json(findings_as_json(findings))
    else:
        for finding in findings:
            say(told(finding))
        if explain_tables:
            reports = (sheet for one in results for sheet in one.reading.sheets)
            for line in explain_sheets(reports).splitlines():
                say(line)
        say(f"核对了 {len(results)} 个乡镇（街道）：{counted(findings)}。")
    return FINDINGS if errors(findings) else FINE


@main.command()
@click.argument("townships", metavar="TOWNSHIP...", nargs=-1, required=True)
@with_today
@with_project
def issue(townships: Sequence[str], today: date | None, folder: str | None) -> int:
    """签发已审、没有错误、到了日子的公告。

    签发后的公告不能再改，改错要发更正公告。
    """
    from gongshi.cli.issuing import issue_township

    project = sound_project(folder)
    slugs = chosen(project, townships)
    return max(issue_township(project, slug, day_of(today)) for slug in slugs)


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option("--out", metavar="DIR", help="网站放在哪里（默认项目里的 dist）")
@click.option("--drafts", is_flag=True, help="连没有签发的公告一起，标明草稿")
@click.option("--jobs", type=Whole(1, 64), metavar="N", help="同时做几个乡镇（默认按 CPU 数）")
@click.option("--no-posters", is_flag=True, help="只做网页，不做海报")
@with_today
@with_project
def build(
    townships: Sequence[str],
    out: str | None,
    drafts: bool,
    jobs: int | None,
    no_posters: bool,
    today: date | None,
    folder: str | None,
) -> int:
    """生成网站和海报，每个乡镇一个文件夹。

    只用已签发的公告。新网站全部做好以后才换下旧的。
    """
    from gongshi.cli.building import out_folder, say_outcomes
    from gongshi.publish import Options
    from gongshi.publish import build as publish

    project = sound_project(folder)
    slugs = chosen(project, townships)
    jobs = jobs or os.cpu_count() or 1
    options = Options(out_folder(project, out), drafts, not no_posters, jobs)
    with progress("生成") as bar:
        outcomes = publish(project, slugs, day_of(today), options, bar.step)
    return say_outcomes(outcomes, out or "dist")


@main.command()
@click.argument("township")
@click.option("--port", type=Whole(1, 65535), default=8000, metavar="N", help="端口（默认 8000）")
@with_project
def serve(township: str, port: int, folder: str | None) -> int:
    """在自己的电脑上预览一个乡镇的网站，连草稿一起。

    用浏览器打开显示的网址；改了表格就自动更新。按 Ctrl-C 结束。
    """
    from gongshi.site.serve import serve_township

    project, found = open_project(folder)
    say_all(found)
    (slug,) = chosen(project, [township])
    say_all(next(iter(checked(project, [slug], day_of(None)))).findings)
    say(f"预览：http://127.0.0.1:{port}/（按 Ctrl-C 结束）")
    serve_township(project, slug, port)
    return FINE


@main.command()
@click.argument("notices", metavar="NOTICE...", nargs=-1, required=True)
@click.option("--sheet", metavar="S", help="哪一种纸（默认这种公告常用的几种）")
@click.option(
    "--format",
    "forms",
    type=Words("pdf", "png", several=True),
    metavar="pdf,png",
    help="文件格式（默认这种纸常用的）",
)
@click.option("--paper", default="", metavar="P", help="印在别的纸上：A0 到 A5，或宽x高毫米")
@click.option("--tile", default="", metavar="P", help="拆成几张小纸（如 a4），裁切后拼贴")
@click.option("--specimen", is_flag=True, help="标明样张，给人看样子用")
@click.option("--out", default="posters", metavar="DIR", help="放在哪里（默认 posters）")
@with_today
@with_project
def poster(
    notices: Sequence[str],
    sheet: str | None,
    forms: tuple[str, ...] | None,
    paper: str,
    tile: str,
    specimen: bool,
    out: str,
    today: date | None,
    folder: str | None,
) -> int:
    """做几份公告的海报，可以送去打印。

    \b
    NOTICE 写成 乡镇/届/编号，如 yunxi/2026/5；
    只有一个乡镇、一届时写编号就行。没有签发的标明草稿。
    """
    from gongshi.cli.posters import Wish, draw_posters

    project, found = open_project(folder)
    say_all(found)
    mark = "样张" if specimen else ""
    wish = Wish(sheet, forms, Path(out), paper.strip(), tile.strip(), mark)
    return draw_posters(project, notices, wish, day_of(today))


@main.command()
@with_project
def kinds(folder: str | None) -> int:
    """列出能写的公告种类。"""
    from gongshi.cli.manual import list_kinds

    return list_kinds(root_of(folder))


@main.command()
def rules() -> int:
    """列出核对时用的规则。"""
    from gongshi.cli.manual import list_rules

    return list_rules()


@main.command()
@click.argument("name", metavar="ID")
@with_project
def explain(name: str, folder: str | None) -> int:
    """说明一条规则（如 V001）或一种公告。"""
    from gongshi.cli.manual import explain_name

    return explain_name(name, root_of(folder))
