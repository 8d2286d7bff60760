"""The preview on the clerk's own computer, which follows every change of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gongshi import resources
from gongshi.site.build import config_file

if TYPE_CHECKING:
    from gongshi.read.project import Project


def serve_township(project: Project, slug: str, port: int) -> None:
    """Serves the township, drafts included, on 127.0.0.1 until Ctrl-C."""
    from mkdocs.commands.serve import serve

    from gongshi.site.plugin import GongshiPlugin

    GongshiPlugin.chosen = (project.root, slug)
    serve(
        config_file=str(config_file(project.root)),
        docs_dir=str(resources.folders(project.root, "site_src")[0]),
        dev_addr=f"127.0.0.1:{port}",
    )
