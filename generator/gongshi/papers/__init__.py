"""Papers that are handed out, filled in, signed or hung up, and never put on the site.

In come a paper's folder (``themes/papers/<id>/``) and the records of a term; out comes one
PDF, or the findings that say why there is none.  What a paper needs stands in its
``paper.yml``; how it is set in ``paper.typ``; longer words in ``paper.md.j2``.
"""

from __future__ import annotations

from gongshi.papers.make import Wish, make
from gongshi.papers.paper import Paper, PaperError, Stationery, load_papers
from gongshi.papers.subject import Subject

__all__ = ["Paper", "PaperError", "Stationery", "Subject", "Wish", "load_papers", "make"]
