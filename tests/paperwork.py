"""Papers for tests: made from records in memory, and looked at by the numbers of their layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_PATH

import papers as sheets
import worlds
from gongshi.model.finding import Finding
from gongshi.model.records import Candidate, Records
from gongshi.model.working import HandoverItem, Officer, Spot, Voter
from gongshi.papers import Paper, Stationery, Subject, Wish, load_papers, make
from gongshi.resources import folders

TEXTS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "选举办法": {"": ("选举采取无记名投票的方式。",)},
    "演讲提纲": {"": ("本人基本情况。", "任期内打算办的事。")},
    "承诺书": {"候选人": ("不拉票。",), "当选人": ("按时到岗。",), "党委": ("严格按程序办。",)},
    "标语": {"": ("严肃换届纪律，营造风清气正的换届环境！", "举报电话12380")},
    "纪律宣传": {"小卡片": ("不收钱物、不吃请。",), "海报": ("严禁拉票贿选。", "严禁造谣诬告。")},
    "宣传画": {"": ("箱.png：不收红包不吃请",)},
    "选举程序": {"": ("推荐候选人初步人选。", "召开党员大会选举。")},
}
STAFF: dict[str, Any] = {
    "host": "孙立",
    "chief_scrutineer": "周平",
    "scrutineers": ("吴红",),
    "counters": ("郑方",),
    "callers": ("冯春",),
}


@cache
def known() -> tuple[dict[str, Paper], Stationery]:
    return load_papers(folders(sheets.NOWHERE, "themes/papers"))


def full(**changes: Any) -> Records:
    """The tiny township with everything that any paper needs."""
    base = worlds.records()
    item = HandoverItem(
        village="东村", item="党支部印章", kind="印章", quantity="1枚", giver="丁一"
    )
    village = replace(base.villages[0], organisation="党支部")
    return replace(
        base,
        **{
            "term": replace(base.term, texts=TEXTS),
            "villages": (village,),
            "meetings": (worlds.meeting(**STAFF),),
            "handovers": (item,),
            "spots": (Spot(village="东村", name="东村公开栏", kind="公开栏", copies=2),),
            "voters": (Voter(village="东村", name="赵钱", group="第1小组"),),
            "officers": (Officer(village="东村", body="工作人员", name="李四"),),
            **changes,
        },
    )


def people(count: int, names: tuple[str, ...], post: str = "委员") -> tuple[Candidate, ...]:
    """A secretary's candidate and ``count - 1`` others, with names of every length."""
    first = worlds.candidate(2, name=names[0], post="书记", post_text="书记候选人")
    rest = (worlds.candidate(n + 2, name=names[n % len(names)], post=post) for n in range(1, count))
    return (first, *rest)


def made(
    name: str,
    records: Records | None = None,
    *,
    folder: Path = sheets.NOWHERE,
    size: tuple[float, float] | None = None,
    colour: tuple[str, str] = ("", ""),
    number: int = 0,
) -> tuple[bytes, list[Finding]]:
    """The paper of that id for the first village of the records."""
    every, stationery = known()
    paper, found = every[name], records or full()
    village = found.villages[0] if paper.per_village else None
    subject = Subject(records=found, folder=folder, maybe_village=village, round=number)
    wish = Wish(size=size or next(iter(paper.sizes.values())), colour=colour)
    return make(paper, subject, wish, stationery, sheets.press())


def pdf(name: str, records: Records | None = None, **more: Any) -> bytes:
    """The paper, which must have been made."""
    data, findings = made(name, records, **more)
    assert findings == []
    return data


def text(data: bytes) -> str:
    """All text of a PDF without white space."""
    found = (page.get_textpage().get_text_bounded() for page in sheets.pages(data))
    return sheets.squeezed("".join(found))


def count(data: bytes) -> int:
    return len(pypdfium2.PdfDocument(data))


def outside(data: bytes, slack: float = 0.5) -> list[tuple[float, float, float, float]]:
    """Characters that reach beyond the edge of their page, in points."""
    return [
        box
        for page in sheets.pages(data)
        for box in sheets.boxes(page)
        if box[0] < -slack
        or box[1] < -slack
        or box[2] > page.get_width() + slack
        or box[3] > page.get_height() + slack
    ]


def overlapping(data: bytes) -> list[tuple[Any, Any]]:
    """Pairs of characters of a page that lie over each other by more than a hair."""
    found = []
    for page in sheets.pages(data):
        boxes = sheets.boxes(page)
        for n, one in enumerate(boxes):
            for other in boxes[n + 1 :]:
                if other[0] > one[2]:
                    break
                wide = min(one[2], other[2]) - max(one[0], other[0])
                high = min(one[3], other[3]) - max(one[1], other[1])
                least = min(one[2] - one[0], other[2] - other[0])
                if wide > 0.4 * least and high > 0.4 * min(one[3] - one[1], other[3] - other[1]):
                    found.append((one, other))
    return found


def crossed(data: bytes) -> list[tuple[Any, Any]]:
    """Characters that lie over an upright rule of their table, with that rule."""
    found = []
    for page in sheets.pages(data):
        bounds = [path.get_bounds() for path in page.get_objects([FPDF_PAGEOBJ_PATH])]
        rules = [one for one in bounds if one[2] - one[0] < 2 < one[3] - one[1]]
        for left, bottom, right, top in sheets.boxes(page):
            for rule in rules:
                beside = rule[2] < left + 0.5 or rule[0] > right - 0.5
                if not beside and rule[1] < (bottom + top) / 2 < rule[3]:
                    found.append(((left, bottom, right, top), rule))
    return found
