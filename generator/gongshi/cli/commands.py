"""The commands; each asks the stages for something and prints what they say."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gongshi import __version__
from gongshi.cli.chinese import (
    FINDINGS,
    FINE,
    ChineseGroup,
    Day,
    FoundError,
    Refused,
    Whole,
    Words,
    meant,
)
from gongshi.cli.output import (
    counted,
    findings_as_json,
    progress,
    say,
    say_json,
)

if TYPE_CHECKING:
    from gongshi.check import Checked
    from gongshi.model.finding import Finding
    from gongshi.read.project import Project

Command = TypeVar("Command", bound=Callable[..., Any])


def _with_project(command: Command) -> Command:
    """The option that every command about a project has."""
    return click.option(
        "--project",
        "folder",
        metavar="DIR",
        help="项目文件夹（不写就从当前文件夹往上找）",
    )(command)


def _with_today(command: Command) -> Command:
    """The option of every command whose answer depends on the day."""
    return click.option(
        "--today", type=Day(), metavar="DATE", help="按哪一天算，如 2026-11-21（默认今天）"
    )(command)


@click.group(cls=ChineseGroup)
@click.version_option(__version__, "--version", message="gongshi %(version)s", help="显示版本")
def main() -> None:
    """公示：核对、签发、上网、张贴村和社区换届公告。

    \b
    第一次用：  gongshi init 我的项目
    改了表格后：gongshi check
    可以公布了：gongshi issue 乡镇文件夹名，再 gongshi build
    """


@main.command()
@click.argument("folder", metavar="DIR")
@click.option("--county", default="", metavar="NAME", help="县名，如 青禾县")
def init(folder: str, county: str) -> int:
    """新建一个项目，里面有空白表格和说明。"""
    from gongshi import disk
    from gongshi.scaffold import project_files

    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise Refused(f"{folder} 已经存在，而且不是空文件夹")
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
@_with_today
@_with_project
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

    project, found = _open(folder)
    results = list(_checked(project, _chosen(project, townships), _day(today)))
    findings = in_order([*found, *(one for result in results for one in result.findings)])
    if form == ("json",):
        say_json(findings_as_json(findings))
    else:
        for finding in findings:
            say(finding.line())
        if explain_tables:
            reports = (sheet for one in results for sheet in one.reading.sheets)
            for line in explain_sheets(reports).splitlines():
                say(line)
        say(f"核对了 {len(results)} 个乡镇（街道）：{counted(findings)}。")
    return FINDINGS if errors(findings) else FINE


def _checked(project: Project, slugs: Sequence[str], today: date) -> Iterable[Checked]:
    """Each township checked, with a bar where that takes long."""
    from gongshi.check import check_township

    with progress("核对") as bar:
        for done, slug in enumerate(slugs):
            yield check_township(project, slug, today)
            bar.step("", done + 1, len(slugs))


@main.command()
@click.argument("townships", metavar="TOWNSHIP...", nargs=-1, required=True)
@_with_today
@_with_project
def issue(townships: Sequence[str], today: date | None, folder: str | None) -> int:
    """签发已审、没有错误、到了日子的公告。

    签发后的公告不能再改，改错要发更正公告。
    """
    from gongshi.cli.issuing import issue_township

    project = _sound(folder)
    slugs = _chosen(project, townships)
    return max(issue_township(project, slug, _day(today)) for slug in slugs)


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@click.option("--out", metavar="DIR", help="网站放在哪里（默认项目里的 dist）")
@click.option("--drafts", is_flag=True, help="连没有签发的公告一起，标明草稿")
@click.option("--jobs", type=Whole(1, 64), metavar="N", help="同时做几个乡镇（默认按 CPU 数）")
@click.option("--no-posters", is_flag=True, help="只做网页，不做海报")
@_with_today
@_with_project
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

    project = _sound(folder)
    slugs = _chosen(project, townships)
    jobs = jobs or os.cpu_count() or 1
    options = Options(out_folder(project, out), drafts, not no_posters, jobs)
    with progress("生成") as bar:
        outcomes = publish(project, slugs, _day(today), options, bar.step)
    return say_outcomes(outcomes, out or "dist")


@main.command()
@click.argument("township")
@click.option("--port", type=Whole(1, 65535), default=8000, metavar="N", help="端口（默认 8000）")
@_with_project
def serve(township: str, port: int, folder: str | None) -> int:
    """在自己的电脑上预览一个乡镇的网站，连草稿一起。

    用浏览器打开显示的网址；改了表格就自动更新。按 Ctrl-C 结束。
    """
    from gongshi.site.serve import serve_township

    project, found = _open(folder)
    _say_all(found)
    (slug,) = _chosen(project, [township])
    _say_all(next(iter(_checked(project, [slug], _day(None)))).findings)
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
    default="pdf,png",
    metavar="pdf,png",
    help="文件格式",
)
@click.option("--out", default="posters", metavar="DIR", help="放在哪里（默认 posters）")
@_with_today
@_with_project
def poster(
    notices: Sequence[str],
    sheet: str | None,
    forms: tuple[str, ...],
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

    project, found = _open(folder)
    _say_all(found)
    return draw_posters(project, notices, Wish(sheet, forms, Path(out)), _day(today))


@main.command()
@_with_project
def kinds(folder: str | None) -> int:
    """列出能写的公告种类。"""
    from gongshi.cli.manual import list_kinds

    return list_kinds(_root(folder))


@main.command()
def rules() -> int:
    """列出核对时用的规则。"""
    from gongshi.cli.manual import list_rules

    return list_rules()


@main.command()
@click.argument("name", metavar="ID")
@_with_project
def explain(name: str, folder: str | None) -> int:
    """说明一条规则（如 V001）或一种公告。"""
    from gongshi.cli.manual import explain_name

    return explain_name(name, _root(folder))


@main.command()
@click.argument("townships", metavar="[TOWNSHIP]...", nargs=-1)
@_with_project
def verify(townships: Sequence[str], folder: str | None) -> int:
    """查已签发的公告有没有被动过。"""
    from gongshi.issue.chain import chain_lines, load_issued
    from gongshi.model.finding import errors

    project, _ = _open(folder)
    broken = False
    for slug in _chosen(project, townships):
        for term in sorted((project.root / "notices" / slug).glob("*/term.yml")):
            issued, findings = load_issued(term.parent)
            _say_all(findings)
            broken = broken or bool(errors(findings))
            last = (chain_lines(term.parent) or ("",))[-1].split(" ")[0]
            where = f"{slug}/{term.parent.name}"
            say(f"{where}：{len(issued)} 份与签发时一致" + (f"，链值 {last}" if last else ""))
    return FINDINGS if broken else FINE


# What the commands share.


def _root(folder: str | None) -> Path | None:
    """The project's folder, or none when there is none here."""
    from gongshi.read.project import find_project

    if folder is not None and not Path(folder).is_dir():
        raise Refused(f"--project：没有 {folder} 这个文件夹")
    return find_project(Path(folder) if folder is not None else Path())


def _open(folder: str | None) -> tuple[Project, list[Finding]]:
    """The project and what is wrong with its shared settings."""
    from gongshi.read.project import read_project

    root = _root(folder)
    if root is None:
        raise Refused("这里没有公示项目；用 --project 指明，或先运行 gongshi init")
    return read_project(root)


def _sound(folder: str | None) -> Project:
    """The project, if its shared settings have no errors."""
    from gongshi.model.finding import errors

    project, found = _open(folder)
    _say_all(found)
    if errors(found):
        raise FoundError("全县共用的设置有错误，要先改正")
    return project


def _chosen(project: Project, names: Sequence[str]) -> list[str]:
    """The townships that were named, each once, or all of them."""
    if not project.townships:
        raise Refused("项目里还没有乡镇：notices 里要有文件夹，里面有 township.yml")
    for name in names:
        if name not in project.townships:
            raise Refused(f"没有“{name}”这个乡镇{meant(name, project.townships)}")
    return list(dict.fromkeys(names)) or list(project.townships)


def _day(today: date | None) -> date:
    """The day that was asked for, else SOURCE_DATE_EPOCH, else today in China."""
    if today is not None:
        return today
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(timezone(timedelta(hours=8))).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        raise Refused(f"环境变量 SOURCE_DATE_EPOCH 的值“{epoch}”不是秒数") from error


def _say_all(findings: Iterable[Finding]) -> None:
    """Findings, one line each."""
    for finding in findings:
        say(finding.line())
