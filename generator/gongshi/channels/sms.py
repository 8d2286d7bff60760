"""The notice as short messages: what it is, until when, where to read it."""

from __future__ import annotations

from dataclasses import dataclass

from gongshi.model.notice import Published

#: Characters of one message, in UTF-16 units, as GSM 03.38/UCS-2 counts Chinese.
LONGEST = 70
_STOPS = "，。；、！？）"


@dataclass(frozen=True, slots=True)
class Sms:
    """One message with the number of units it is counted as."""

    text: str
    units: int


def units(text: str) -> int:
    """How many of the 70 units a text takes: a character outside the BMP takes two."""
    return len(text.encode("utf-16-le")) // 2


def sms(published: Published, url: str = "") -> tuple[Sms, ...]:
    """The messages in order, numbered ``（1/2）`` when there are several."""
    text = _text(published, url)
    if units(text) <= LONGEST:
        return (Sms(text, units(text)),)
    for count in range(2, 100):
        parts = _cut(text, LONGEST - units(f"（{count}/{count}）"))
        if len(parts) <= count:
            numbered = (f"（{n}/{len(parts)}）{part}" for n, part in enumerate(parts, start=1))
            return tuple(Sms(part, units(part)) for part in numbered)
    raise ValueError(text)


def _text(published: Published, url: str) -> str:
    notice = published.notice
    period = notice.publicity
    said = [f"【{notice.township}】{notice.title}已发布"]
    if published.is_draft:
        said = [f"【草稿】{notice.title}"]
    if period is not None:
        start, end = period.start, period.end
        provisional = "（暂定）" if period.provisional else ""
        said.append(f"公示期{start.month}月{start.day}日至{end.month}月{end.day}日{provisional}")
    said.append(f"原文见{url}" if url else "原文见公示栏")
    return "，".join(said) + ("" if url else "。")


def _cut(text: str, room: int) -> list[str]:
    """Parts of at most ``room`` units, cut behind a stop where one is near the end."""
    parts: list[str] = []
    while units(text) > room:
        end = _reach(text, room)
        stop = max((text.rfind(mark, 0, end) for mark in _STOPS), default=-1) + 1
        end = stop if stop * 2 > end and not _inside_address(text, stop) else end
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text] if text else parts


def _reach(text: str, room: int) -> int:
    """How many characters fit; an address is never cut in two if it fits one message."""
    end = len(text)
    while units(text[:end]) > room:
        end -= 1
    begin = text.find("http")
    return begin if 0 < begin < end and units(text[begin:]) <= room else end


def _inside_address(text: str, at: int) -> bool:
    begin = text.find("http")
    return 0 <= begin < at
