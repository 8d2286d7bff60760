"""A plan turned into the files that would carry it out, in the order of writing.

The notices come first and the chain last: until the chain names them, a notice's file has
not been issued, so an interruption leaves nothing half issued.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from gongshi.issue.chain import CHAIN, FOLDER, START, file_name, link_after
from gongshi.issue.frozen import freeze
from gongshi.issue.plan import IssuePlan


def writes(
    plan: IssuePlan, term_folder: Path, chain: Sequence[str], today: date
) -> list[tuple[Path, bytes]]:
    """Path and bytes of each file to write; none where the plan has nothing ready.

    ``chain`` holds the lines that the chain has now (``chain.chain_lines``), verified.
    """
    lines, files = list(chain), []
    previous = lines[-1].partition(" ")[0] if lines else START
    for one in plan.ready:
        if one.notice is None:
            continue
        data = freeze(one.notice)
        name = file_name(one.notice.number, one.notice.kind)
        link = link_after(previous, sha256(data).hexdigest(), today, name)
        previous = link.value
        lines.append(link.line())
        files.append((term_folder / FOLDER / name, data))
    if not files:
        return []
    text = "".join(f"{line}\n" for line in lines)
    return [*files, (term_folder / FOLDER / CHAIN, text.encode())]
