"""A restored term on the disk: shared files first, the term's folder last and whole."""

from __future__ import annotations

from pathlib import Path

from gongshi import disk
from gongshi.archive.restore import Plan
from gongshi.publish.township import lock_file


def restore_term(plan: Plan, project: Path) -> None:
    """Write what the plan says; the term is there whole or not at all."""
    folder = project / plan.folder
    with disk.lock(lock_file(project, folder.parent.name)):
        for path, source in plan.shared.items():
            disk.write(project / path, plan.tree.read(source))
        with disk.staged(folder) as stage:
            for path, source in plan.own.items():
                inside = Path(path).relative_to(plan.folder)
                disk.add(stage / inside, plan.tree.read(source))
            disk.sync(stage)
            disk.swap(stage, folder)
