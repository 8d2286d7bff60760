"""The commands of a term's archive: put away, prove, take out again, sign."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gongshi.cli.chinese import FINDINGS, FINE, FoundError, Refused, meant
from gongshi.cli.output import progress, say
from gongshi.cli.shared import (
    chosen,
    day_of,
    main,
    open_project,
    say_all,
    sound_project,
    with_project,
    with_today,
)

if TYPE_CHECKING:
    from gongshi.model.finding import Finding
    from gongshi.publish.archiving import Archived
    from gongshi.read.project import Project

#: What a sheet shows of a chain, and what stands on the site.
_PRINTED = re.compile("[0-9a-fA-F]{8,64}")


@main.command()
@click.argument("township")
@click.argument("term")
@click.option("--out", metavar="DIR", help="归档包放在哪里（默认项目里的 archive）")
@click.option("--no-posters", is_flag=True, help="不重做海报")
@with_today
@with_project
def archive(
    township: str,
    term: str,
    out: str | None,
    no_posters: bool,
    today: date | None,
    folder: str | None,
) -> int:
    """把一届的全部资料做成一个归档包。

    归档包是一个文件夹，几十年后只用 sha256sum 就能核对。

    有什么、怎样看，见里面的 README.txt。
    """
    from gongshi.cli.building import out_folder
    from gongshi.publish.archiving import Order, archive_term

    project = sound_project(folder)
    (slug,) = chosen(project, [township])
    _term_folder(project, slug, term)
    where = out_folder(project, out or str(project.root / "archive"))
    order = Order(slug, term, day_of(today), where, not no_posters)
    with progress("归档") as bar:
        done = archive_term(project, order, lambda at, of: bar.step("", at, of))
    return _say_archived(done, f"{slug}/{term}", out or "archive")


def _say_archived(done: Archived, term: str, out: str) -> int:
    from gongshi.publish.outcome import State

    if done.state is State.REFUSED:
        say_all(done.findings)
        say(f"{term}：没有归档，{done.reason}。")
        return FINDINGS
    same = "，与原来的一样，没有动" if done.state is State.UNCHANGED else ""
    say(f"{out}/{done.bag.name}：{done.files} 个文件，{done.size} 字节{same}。")
    return FINE


@main.command()
@click.argument("bag", metavar="BAG")
@click.option("--project", "folder", metavar="DIR", help="恢复到哪个项目文件夹（必须写）")
def restore(bag: str, folder: str | None) -> int:
    """从一个归档包里恢复一届的资料。

    归档包要完好；项目里已经有这一届的，不会动它。
    """
    from gongshi.archive.restore import RestoreError, plan_restore
    from gongshi.publish.restoring import restore_term

    if not folder:
        raise Refused("用 --project 指明恢复到哪个项目文件夹")
    target = Path(folder)
    if not is_bag(Path(bag)):
        raise Refused(f"{bag} 不是归档包（里面要有 bagit.txt）")
    try:
        plan = plan_restore(Path(bag), target)
    except RestoreError as error:
        say_all(error.findings)
        raise FoundError(str(error)) from error
    restore_term(plan, target)
    for path in plan.kept:
        say(f"{path}：项目里已经有，而且不一样，没有动")
    say(f"{folder} 里有了 {plan.folder}，共 {len(plan.own) + len(plan.shared)} 个文件。")
    return FINE


@main.command()
@click.argument("township")
@click.argument("term")
@click.option("--key", metavar="FILE", default="", help="OpenSSH 私钥文件（必须写）")
@with_project
def sign(township: str, term: str, key: str, folder: str | None) -> int:
    """给一届的签发链签名（要装有 ssh-keygen）。

    签名放在 issued/chain.txt.sig。

    把公钥写进 notices/allowed_signers，verify 就会核对。
    """
    from gongshi import disk
    from gongshi.archive.seal import SealError
    from gongshi.archive.seal import sign as signature
    from gongshi.issue.chain import FOLDER, SIGNATURE, load_issued
    from gongshi.model.finding import errors
    from gongshi.publish.township import lock_file

    project, _ = open_project(folder)
    (slug,) = chosen(project, [township])
    term_folder = _term_folder(project, slug, term)
    if not Path(key).is_file():
        raise Refused(f"没有 {key} 这个文件" if key else "用 --key 指明私钥文件")
    with disk.lock(lock_file(project.root, slug)):
        issued, findings = load_issued(term_folder)
        say_all(findings)
        if errors(findings) or not issued:
            raise FoundError("签发链有问题，不能签名" if findings else "还没有签发过公告，不用签名")
        try:
            disk.write(term_folder / FOLDER / SIGNATURE, signature(term_folder, Path(key)))
        except SealError as error:
            raise FoundError(f"没有签成：{error}") from error
    say(f"{slug}/{term}：已经给 {len(issued)} 份公告的签发链签名")
    return FINE


@main.command()
@click.argument("names", metavar="[TOWNSHIP|BAG]...", nargs=-1)
@click.option("--link", default="", metavar="VALUE", help="海报上印的签发链，看它还在不在链里")
@with_project
def verify(names: tuple[str, ...], link: str, folder: str | None) -> int:
    """查已签发的公告有没有被动过；给出归档包的文件夹就查归档包。"""
    from gongshi.archive.neighbours import chain_folder

    if link and not _PRINTED.fullmatch(link):
        raise Refused("--link 后面写海报上“签发链”后面的字母和数字，8 到 64 位")
    bags = [name for name in names if is_bag(Path(name))]
    townships = [name for name in names if name not in bags]
    codes = [verify_bag_at(Path(name), name) for name in bags]
    folders = [chain_folder(Path(name)) for name in bags]
    if townships or not bags:
        project, _ = open_project(folder)
        for slug in chosen(project, townships):
            terms = sorted((project.root / "notices" / slug).glob("*/term.yml"))
            folders += [path.parent for path in terms]
            codes += [_verify_term(path.parent) for path in terms]
    if link:
        codes.append(_look_for(link.lower(), list(filter(None, folders))))
    return max(codes, default=FINE)


def _look_for(start: str, folders: list[Path]) -> int:
    """Whether a link that was printed is still in one of the chains."""
    from gongshi.issue.chain import line_with

    for folder in folders:
        if found := line_with(folder, start):
            where = f"{folder.parent.name}/{folder.name}"
            say(f"{where}：链里有 {start}，是第 {found.row} 份 {found.name}（{found.day}）")
            return FINE
    say(f"链里没有 {start}：抄错了，或者链在那以后被截短、换过")
    return FINDINGS


def is_bag(path: Path) -> bool:
    """Whether a folder is a BagIt bag, or means to be one."""
    return path.is_dir() and ((path / "bagit.txt").is_file() or any(path.glob("manifest-*.txt")))


def verify_bag_at(path: Path, name: str) -> int:
    """One bag, and where it is of this program its chain and its neighbour."""
    from gongshi.archive.bag import folder_tree
    from gongshi.archive.neighbours import inside
    from gongshi.archive.verify import verify_bag

    tree = folder_tree(path)
    findings = [*verify_bag(tree, path.resolve().name), *inside(path)]
    code = _code(findings)
    if code == FINE:
        say(f"{name}：{len(tree.files)} 个文件与归档时一致")
    return code


def _verify_term(folder: Path) -> int:
    """A term's chains, and who vouches for them."""
    from gongshi.archive.seal import check_seals
    from gongshi.issue.chain import load_issued, newest_link
    from gongshi.issue.steps import link_findings, step_lines
    from gongshi.model.finding import errors

    issued, findings = load_issued(folder)
    findings += link_findings(folder)
    sound = bool(issued) and not errors(findings)
    code = _code([*findings, *check_seals(folder, folder.parents[1], asked=sound)])
    last, steps = newest_link(folder), len(step_lines(folder))
    told = f"{folder.parent.name}/{folder.name}：{len(issued)} 份与签发时一致"
    say(told + f"，链值 {last}" * bool(last) + f"；纪实记下 {steps} 步" * bool(steps))
    return code


def _code(findings: Iterable[Finding]) -> int:
    from gongshi.model.finding import errors

    listed = list(findings)
    say_all(listed)
    return FINDINGS if errors(listed) else FINE


def _term_folder(project: Project, slug: str, term: str) -> Path:
    """The folder of a term; raises ``Refused`` where there is none of that name."""
    folder = project.root / "notices" / slug
    terms = sorted(path.parent.name for path in folder.glob("*/term.yml"))
    if term not in terms:
        raise Refused(f"{slug} 没有“{term}”这一届{meant(term, terms)}")
    return folder / term
