"""Which fonts there are and which characters they lack.

Posters name fonts by family; this package knows the files.  A county's own fonts come
first, then the two faces kept in ``themes/fonts``, then Noto Serif SC and Noto Sans SC.
"""

from gongshi.fonts.coverage import missing
from gongshi.fonts.files import font_files

__all__ = ["font_files", "missing"]
