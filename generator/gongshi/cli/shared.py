"""What all commands share: the group, the common options, opening and choosing.

Each area has a module of commands; ``gongshi.cli`` imports them, so that they register.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gongshi import __version__
from gongshi.cli.chinese import ChineseGroup, Day, FoundError, Refused, meant
from gongshi.cli.output import progress, say, told

if TYPE_CHECKING:
    from gongshi.check import Checked
    from gongshi.model.finding import Finding
    from gongshi.read.project import Project

Command = TypeVar("Command", bound=Callable[..., Any])


def with_project(command: Command) -> Command:
    """The option that every command about a project has."""
    return click.option(
        "--project",
        "folder",
        metavar="DIR",
        help="项目文件夹（不写就从当前文件夹往上找）",
    )(command)


def with_today(command: Command) -> Command:
    """The option of every command whose answer depends on the day."""
    return click.option(
        "--today",
        type=Day(),
        metavar="DATE",
        is_flag=False,
        flag_value=Day.TODAY,
        help="按哪一天算，如 2026-11-21（默认今天）",
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


def root_of(folder: str | None) -> Path | None:
    """The project's folder, or none when there is none here."""
    from gongshi.read.project import find_project

    if folder is not None and not Path(folder).is_dir():
        raise Refused(f"--project：没有 {folder} 这个文件夹")
    return find_project(Path(folder) if folder is not None else Path())


def open_project(folder: str | None) -> tuple[Project, list[Finding]]:
    """The project and what is wrong with its shared settings."""
    from gongshi.read.project import read_project

    root = root_of(folder)
    if root is None:
        raise Refused("这里没有公示项目；用 --project 指明，或先运行 gongshi init")
    return read_project(root)


def sound_project(folder: str | None) -> Project:
    """The project, if its shared settings have no errors."""
    from gongshi.model.finding import errors

    project, found = open_project(folder)
    say_all(found)
    if errors(found):
        raise FoundError("全县共用的设置有错误，要先改正")
    return project


def chosen(project: Project, names: Sequence[str]) -> list[str]:
    """The townships that were named, each once, or all of them."""
    if not project.townships:
        raise Refused("项目里还没有乡镇：notices 里要有文件夹，里面有 township.yml")
    for name in names:
        if name not in project.townships:
            raise Refused(f"没有“{name}”这个乡镇{meant(name, project.townships)}")
    return list(dict.fromkeys(names)) or list(project.townships)


def day_of(today: date | None) -> date:
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


def say_all(findings: Iterable[Finding]) -> None:
    """Findings, one line each."""
    for finding in findings:
        say(told(finding))


def checked(project: Project, slugs: Sequence[str], today: date) -> Iterable[Checked]:
    """Each township checked, with a bar where that takes long."""
    from gongshi.check import check_township

    with progress("核对") as bar:
        for done, slug in enumerate(slugs):
            yield check_township(project, slug, today)
            bar.step("", done + 1, len(slugs))
