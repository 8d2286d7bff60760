"""A new project for a clerk to fill: settings that explain themselves and empty tables."""

from __future__ import annotations

from gongshi.scaffold.project import project_files

__all__ = ["project_files"]
