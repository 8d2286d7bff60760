"""Small townships on the site: issued notices, a draft, a correction, from keywords."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import worlds
from gongshi.model.notice import Notice, Publicity, Published
from gongshi.model.records import Township
from gongshi.render.posters import PosterFile
from gongshi.site.content import SiteContent, TermContent

SHORT = "东镇党委研究同意，现将有关事项公告如下。\n"
TODAY = date(2026, 11, 4)
BODY = """经中共东镇委员会研究，现将候选人预备人选予以公示。

## 一、人选名单（按姓氏笔画为序）

| 姓名 | 性别 | 民族 | 出生年月 | 学历 | 现任职务 | 拟任职务 |
|---|---|---|---|---|---|---|
| 丁　䶮 | 男 | 汉族 | 1985年6月 | 大专 | 村民小组长 | 书记候选人预备人选 |
| 欧阳晓燕 | 女 | 汉族 | 1990年3月 | 本科 | 村级后备干部 | 委员候选人预备人选 |
| 阿依古丽·买买提 | 女 | 维吾尔族 | 1988年1月 | 大专 | 妇女主任 | 委员候选人预备人选 |

## 二、有关事项

1. 公示期内，有意见的可以反映。
2. 反映问题要**实事求是**。
"""


def period(start: date = date(2026, 11, 2), end: date = date(2026, 11, 6)) -> Publicity:
    return Publicity(start, end, end, 5)


def notice(**changes: Any) -> Notice:
    base = Notice(
        number="1",
        kind="candidates",
        kind_title="候选人公示",
        title="关于东村党支部委员会委员候选人预备人选的公示",
        township="东镇",
        term="2026",
        village="东村",
        village_path="dongcun",
        document_number="东党发〔2026〕1号",
        issuer="中共东镇委员会",
        dated=date(2026, 11, 2),
        approver="镇党委书记",
        approved=date(2026, 11, 1),
        publicity=period(),
        corrects="",
        facts="0" * 64,
        body=BODY,
    )
    return replace(base, **changes)


def issued(one: Notice | None = None, **changes: Any) -> Published:
    number = f"东党发〔2026〕{changes.get('number', '1')}号"
    made = one or notice(**{"document_number": number, **changes})
    digest = sha256(repr(made).encode()).hexdigest()
    return Published(notice=made, digest=digest, issued_on=made.dated)


def poster(name: str = "a3-red.pdf", **changes: Any) -> PosterFile:
    data = b"x" * 86_400
    base = PosterFile(
        name=name,
        data=data,
        size=len(data),
        sheet="a3-red",
        title="A3 红头张贴件",
        format=name.rpartition(".")[2],
        width_mm=297,
        height_mm=420,
        pages=1,
        sha256=sha256(data).hexdigest(),
    )
    return replace(base, **changes)


def board(*published: Published, root: Path = Path("/nonexistent"), **changes: Any) -> SiteContent:
    """One township with one term; without notices given, one of each state."""
    records = worlds.records(villages=(worlds.village(), worlds.village(name="西村", path="xicun")))
    shown = published or (
        issued(),
        issued(
            number="2",
            title="东村选举公告",
            kind="election",
            kind_title="选举公告",
            publicity=None,
            dated=date(2026, 11, 3),
            body=SHORT,
        ),
        replace(
            issued(
                number="3",
                village="西村",
                village_path="xicun",
                title="关于西村候选人的公示",
                body=BODY.replace("欧阳晓燕", "李明").replace("阿依古丽·买买提", "张华"),
            ),
            corrected_by="4",
        ),
        issued(
            number="4",
            village="西村",
            village_path="xicun",
            corrects="3",
            kind="correction",
            kind_title="更正公告",
            title="关于西村公示的更正公告",
            publicity=None,
            dated=date(2026, 11, 4),
            body=SHORT,
        ),
        Published(
            notice=notice(
                number="5",
                title="东村选举结果公告",
                kind="result",
                kind_title="选举结果公告",
                publicity=None,
                body=SHORT,
            )
        ),
    )
    base = SiteContent(
        root=root,
        county=records.county,
        township=records.township,
        contacts=records.contacts,
        terms=(TermContent(records, shown),),
        posters={shown[0].notice.path: (poster(), poster("a3-red.png"))},
        today=TODAY,
    )
    return replace(base, **changes)


def other_township() -> Township:
    return Township(slug="other", name="荷塘街道", full_name="青禾县荷塘街道", kind="街道")
