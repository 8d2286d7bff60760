"""What a term has published, as tables: notices, votes as announced, persons elected.

Nothing comes from the office's tables here, everything from notices as they are shown, so
that open data never says more than the notice board, and a withdrawn text is gone from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gongshi.model.notice import Published
from gongshi.open_data.canonical import DataTable, Field
from gongshi.render.document import Document, Heading, Runs, Table, parse

_NUMBER = Field("公告编号", "string", "notices.csv 里的编号", True)
_VILLAGE = Field("村（社区）", "string", "", True)
_NOTICES = (
    Field("编号", "string", "这一届里的编号", True),
    Field("公告种类", "string", "", True),
    Field("标题", "string", "", True),
    Field("村（社区）"),
    Field("文号"),
    Field("发布单位", "string", "", True),
    Field("发布日期", "date", "", True),
    Field("签发日期", "date"),
    Field("公示开始", "date"),
    Field("公示截止", "date", "含当天；日历还没有公布时是最早的一天"),
    Field("更正对象", "string", "被更正的公告的编号"),
    Field("已被更正", "string", "更正它的公告的编号"),
    Field("网页", "string", "在网站里的地址", True),
    Field("核对码"),
    Field("SHA-256", "string", "签发文件的校验值"),
)
_VOTES = (
    _NUMBER,
    _VILLAGE,
    Field("轮次", "string", "公告里分几轮的写是哪一轮"),
    Field("职务", "string", "", True),
    Field("姓名", "string", "", True),
    Field("赞成票", "integer", "", True),
    Field("反对票", "integer"),
    Field("弃权票", "integer"),
    Field("是否当选", "string", "", True),
)
_ELECTED = (_NUMBER, _VILLAGE, Field("职务", required=True), Field("姓名", required=True))


@dataclass(frozen=True, slots=True)
class Announced:
    """One person's votes as a result notice announces them; ``part`` is its heading."""

    number: str
    village: str
    part: str
    post: str
    name: str
    in_favour: int
    against: int | None
    abstain: int | None
    result: str

    @property
    def elected(self) -> bool:
        """Whether the notice says so."""
        return self.result == "当选"


def public_tables(published: Iterable[Published]) -> tuple[DataTable, ...]:
    """The three tables of a term's issued notices; drafts are left out."""
    issued = [one for one in published if not one.is_draft]
    votes = [vote for one in issued for vote in announced(one)]
    return (
        DataTable("notices", "已签发的公告", "每份公告一行", _NOTICES, tuple(map(_row, issued))),
        DataTable("votes", "得票情况", "选举结果公告里公布的，每人一行", _VOTES, _votes(votes)),
        DataTable("elected", "当选人员", "选举结果公告里公布的", _ELECTED, _elected(votes)),
    )


def announced(one: Published) -> Iterator[Announced]:
    """The votes that a notice announces: rows of tables headed 姓名 and 赞成票."""
    if "赞成票" not in one.notice.body:
        return
    for part, table in _tables(parse(one.notice.body)):
        names = [_text(cell) for cell in table.header]
        if not {"职务", "姓名", "赞成票"} <= set(names):
            continue
        for cells in table.rows:
            row = dict(zip(names, map(_text, cells), strict=True))
            yield _announced(one, part, row)


def _announced(one: Published, part: str, row: dict[str, str]) -> Announced:
    return Announced(
        number=one.notice.number,
        village=one.notice.village,
        part=part,
        post=row["职务"],
        name="".join(row["姓名"].split()),
        in_favour=_count(row["赞成票"]) or 0,
        against=_count(row.get("反对票", "")),
        abstain=_count(row.get("弃权票", "")),
        result=row.get("是否当选", ""),
    )


def _tables(document: Document) -> Iterator[tuple[str, Table]]:
    """Each table with the subheading above it."""
    part = ""
    for block in document.blocks:
        if isinstance(block, Heading):
            part = _text(block.runs) if block.level == 3 else ""
        elif isinstance(block, Table):
            yield part, block


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs).strip()


def _count(text: str) -> int | None:
    return int(text) if text.isdecimal() else None


def _row(one: Published) -> tuple[object, ...]:
    notice, period = one.notice, one.notice.publicity
    return (
        *(notice.number, notice.kind_title, notice.title, notice.village),
        *(notice.document_number, notice.issuer, notice.dated, one.issued_on),
        *((period.start, period.end) if period else (None, None)),
        *(notice.corrects, one.corrected_by, notice.path, one.check_code, one.digest),
    )


def _votes(votes: Iterable[Announced]) -> tuple[tuple[object, ...], ...]:
    return tuple(
        (
            *(vote.number, vote.village, vote.part, vote.post, vote.name),
            *(vote.in_favour, vote.against, vote.abstain, vote.result),
        )
        for vote in votes
    )


def _elected(votes: Iterable[Announced]) -> tuple[tuple[object, ...], ...]:
    found = ((vote.number, vote.village, vote.post, vote.name) for vote in votes if vote.elected)
    return tuple(dict.fromkeys(found))
