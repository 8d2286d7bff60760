"""P020: a notice stays on the board as long as the law asks."""

from __future__ import annotations

from collections.abc import Iterator

from gongshi.model.finding import Finding, Severity
from gongshi.model.records import Records
from gongshi.model.rule import Rule

RULE = Rule(
    id="P020",
    severity=Severity.WARNING,
    title="公开栏里张贴够天数",
    basis="《中华人民共和国村民委员会组织法》（2025年修改）第三十五条、《中华人民共和国城市居民委员会组织法》（2025年修订）第三十四条（公布不少于十五日）",
    what="张贴记录里的取下日期减去张贴日期，不少于规则里的公开栏天数。",
    why="法律规定公布的时间，提前揭下等于没有公布够。",
    example="2026-11-02 张贴，11 月 16 日取下，只有 14 日。",
    fix="重新张贴补足天数；日期记错的改正。",
    covers=("L-R16",),
    waivable=True,
)


def check(records: Records) -> Iterator[Finding]:
    """Every sheet taken down before its days on the board were over."""
    least = records.term.profile.numbers.get("公开栏天数")
    for row in records.postings if least else ():
        if least is None or row.removed is None or (row.removed - row.day).days >= least.value:
            continue
        days = (row.removed - row.day).days
        message = (
            f"{row.notice}号公告在{row.spot}张贴{days}日就取下，"
            f"应当不少于{least.value}日（{least.article}）"
        )
        entry = records.entry(row.notice)
        yield RULE.at(row.place("removed"), message, village=entry.village if entry else "")
