"""The notice as a script for the village loudspeaker: short sentences, said twice.

Numbers and dates stand as they are said, a rare character of a name has its reading
beside it, and the time it takes is stated for the pace at which villages broadcast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from gongshi.channels.lines import lines
from gongshi.channels.spoken import spoken
from gongshi.compose.wording import chinese_date
from gongshi.model.notice import Published
from gongshi.render.document import parse

#: Characters read out in a minute, slowly enough for the open air.
PACE = 180
_LONGEST = 40
_ENDS = re.compile(r"[^。；！？]+[。；！？]?")


@dataclass(frozen=True, slots=True)
class Speech:
    """A script and the seconds that reading it twice takes, at :data:`PACE`."""

    text: str
    seconds: int


def speech(published: Published) -> Speech:
    """The script, with its opening, its repetition and its time; raises ``DocumentError``."""
    notice = published.notice
    said = [
        f"现在广播{notice.title}。",
        *lines(parse(notice.body)),
        f"{notice.issuer}，{chinese_date(notice.dated)}。",
    ]
    once = [sentence for line in said for sentence in _sentences(spoken(line))]
    characters = sum(len(re.findall(r"\w", _unread(line))) for line in once)
    seconds = -(-2 * characters * 60 // PACE)
    minutes, rest = divmod(seconds, 60)
    took = (f"{minutes}分" if minutes else "") + (f"{rest}秒" if rest else "钟")
    head = ["（草稿，尚未签发，不要广播）"] if published.is_draft else []
    readings = "；“（读……）”是生僻字的读音，不读出来" if any("（读" in one for one in once) else ""
    head += [f"（播两遍约{took}，每分钟{PACE}字{readings}）", ""]
    script = [*head, "各位村民：" if not notice.village.endswith("社区") else "各位居民：", *once]
    script += ["", "下面再播一遍。", "", *once, "", "播送完了。"]
    return Speech("\n".join(script) + "\n", seconds)


def _sentences(line: str) -> Iterator[str]:
    """Sentences that can be said in one breath; a long one goes on after a comma."""
    for sentence in _ENDS.findall(line.strip()):
        rest = sentence.strip()
        while len(rest) > _LONGEST and (cut := _breath(rest)):
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _breath(text: str) -> int:
    """Where to draw breath: behind the last comma in reach, else between names; else later."""
    for mark in "，、":
        if cut := text.rfind(mark, 8, _LONGEST) + 1:
            return cut
    later = [place for mark in "，、" if (place := text.find(mark, _LONGEST) + 1)]
    return min(later, default=0)


def _unread(line: str) -> str:
    """What is read out: without the readings in brackets."""
    return re.sub(r"（读[^）]*）", "", line)
