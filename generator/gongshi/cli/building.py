"""``build``: where the site goes, and what is said about each township."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gongshi.cli.chinese import FINDINGS, FINE, MACHINE, Refused
from gongshi.cli.output import complain, say, told
from gongshi.publish import Outcome, State

if TYPE_CHECKING:
    from gongshi.read.project import Project


def _say_outcome(outcome: Outcome) -> None:
    """What became of one township; findings only where they stopped it."""
    name = outcome.slug
    if outcome.state is State.FAILED:
        complain(f"{name}：{outcome.reason}")
    elif outcome.state is State.REFUSED:
        for finding in outcome.findings:
            say(told(finding))
        say(f"{name}：没有发布，{outcome.reason}。")
    elif outcome.state is State.UNCHANGED:
        say(f"{name}：没有变化，不用重做。")
    else:
        drafts = f"，草稿 {outcome.drafts} 份" if outcome.drafts else ""
        kept = f"（{outcome.carried} 个没有变）" if outcome.carried else ""
        say(f"{name}：公告 {outcome.notices} 份{drafts}，海报文件 {outcome.posters} 个{kept}。")
    if outcome.state in {State.PUBLISHED, State.UNCHANGED} and not outcome.notices:
        say(f"{name}：还没有签发过公告；先运行 gongshi issue {name}")


def say_outcomes(outcomes: Sequence[Outcome], out: str) -> int:
    """What became of each township, a last line over all, and the exit code."""
    for outcome in outcomes:
        _say_outcome(outcome)
    failed = [one.slug for one in outcomes if one.state is State.FAILED]
    refused = [one.slug for one in outcomes if one.state is State.REFUSED]
    fine = len(outcomes) - len(failed) - len(refused)
    missing = f"；没有发布：{'、'.join([*refused, *failed])}" if refused or failed else ""
    say(f"{out} 里有 {fine} 个乡镇（街道）的网站是新的{missing}。")
    return MACHINE if failed else FINDINGS if refused else FINE


def out_folder(project: Project, out: str | None) -> Path:
    """The published folder: ``dist`` in the project; never one that holds its sources."""
    root = project.root.resolve()
    path = root / "dist" if out is None else Path(out).resolve()
    sources = [root / name for name in ("notices", "themes", "site_src", ".gongshi")]
    if path in {root, *root.parents} or any(path.is_relative_to(source) for source in sources):
        raise Refused(f"--out 不能是 {out}：里面是项目自己的文件")
    if path.exists() and not path.is_dir():
        raise Refused(f"--out 不能是 {out}：它是一个文件")
    return path
