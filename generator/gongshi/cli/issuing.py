"""``issue``: what is frozen today, and why the rest waits."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from gongshi import disk
from gongshi.check import Checked, CheckedTerm, check_township
from gongshi.cli.chinese import FINDINGS, FINE
from gongshi.cli.output import say
from gongshi.cli.shared import say_all
from gongshi.model.finding import errors
from gongshi.publish.township import journal, lock_file

if TYPE_CHECKING:
    from gongshi.issue.plan import IssuePlan
    from gongshi.model.records import Entry
    from gongshi.read.project import Project


def issue_township(project: Project, slug: str, today: date) -> int:
    """Freeze what is ready, under the township's lock; 1 when an error stopped a due notice."""
    from gongshi.issue.chain import chain_lines
    from gongshi.issue.issue import writes
    from gongshi.issue.steps import step_writes

    code = FINE
    with disk.lock(lock_file(project.root, slug)):
        disk.undo(journal(project.root, slug))
        checked = check_township(project, slug, today)
        say_all(checked.findings)
        for term in checked.terms:
            folder = project.root / "notices" / slug / term.records.term.slug
            plan = plan_of(checked, term, today)
            files = writes(plan, folder, chain_lines(folder), today)
            if not errors(checked.concerning(term)):
                files += step_writes(folder, term.records.log, today)
            if files:
                disk.commit(files, journal(project.root, slug))
            _say_plan(slug, term, plan)
            if any(_due(entry, today) for entry, _ in plan.waiting):
                code = FINDINGS
    if not checked.terms:
        say(f"{slug}：没有可以签发的公告")
    return FINDINGS if errors(checked.findings) and not checked.terms else code


def plan_of(checked: Checked, term: CheckedTerm, today: date) -> IssuePlan:
    """One term's plan; the findings of other terms do not stop it."""
    from gongshi.issue.plan import plan_issue

    findings = checked.concerning(term)
    return plan_issue(term.records, term.composed, findings, term.issued, today)


def _say_plan(slug: str, term: CheckedTerm, plan: IssuePlan) -> None:
    """What was issued, and what waits for what."""
    where = f"{slug}/{term.records.term.slug}"
    for one in plan.ready:
        say(f"{where}：签发第 {one.entry.number} 号 {_name(one.entry)}")
    for entry, reason in plan.waiting:
        say(f"{where}：第 {entry.number} 号 {_name(entry)} 等一等：{reason}")
    count = f"签发了 {len(plan.ready)} 份" if plan.ready else "没有要签发的"
    say(f"{where}：{count}，早已签发 {len(plan.done)} 份，等着的 {len(plan.waiting)} 份。")


def _name(entry: Entry) -> str:
    return f"{entry.village} {entry.kind}"


def _due(entry: Entry, today: date) -> bool:
    """Whether a notice is approved and its day has come, so that only an error keeps it."""
    return entry.is_approved and entry.posted is not None and entry.posted <= today
