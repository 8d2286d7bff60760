"""The tiny township dressed for each body, so that every kind can be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import worlds
from gongshi.compose.compose import Composed, compose
from gongshi.compose.kinds import Kind, load_kinds
from gongshi.model.notice import Published
from gongshi.model.profile import Share
from gongshi.model.records import Entry, Records, Term

THEMES = Path(__file__).parents[1] / "themes" / "notices"
KINDS = ("任职条件和职数公示", "候选人公示", "选举公告", "选举结果公告", "任职公示", "更正公告")
BODIES = ("党组织", "村民委员会", "居民委员会")

TEXTS = {
    "任职条件": {
        "委员": ("遵纪守法，公道正派。", "热心为群众服务。"),
        "书记": ("具备委员的任职条件。",),
        "主任": ("具备委员的任职条件。",),
        "副书记": ("具备委员的任职条件。",),
        "不得推荐的情形": ("有拉票贿选行为的。",),
    },
    "任期目标": {"": ("壮大集体经济。", "改善人居环境。")},
    "选举程序": {"": ("推荐提名。", "会议选举。")},
    "工作纪律": {"": ("严禁拉票贿选。",)},
    "议程": {"": ("清点人数。", "投票选举。", "宣布结果。")},
    "投票须知": {"": ("每张选票所选人数等于或者少于应选人数的有效。",)},
}

_PARTY_LAWS = {
    "选举条例": "《中国共产党基层组织选举工作条例》",
    "农村条例": "《中国共产党农村基层组织工作条例》",
    "支部条例": "《中国共产党支部工作条例（试行）》",
}
_VILLAGERS_LAW = "《中华人民共和国村民委员会组织法》"
_RESIDENTS_LAW = "《中华人民共和国城市居民委员会组织法》"


@cache
def kinds() -> dict[str, Kind]:
    found, findings = load_kinds((THEMES,))
    assert findings == []
    return found


def term(body: str, **profile: Any) -> Term:
    """The term of one body with all texts and laws of the example kind."""
    laws, quorum, majority = {
        "党组织": (_PARTY_LAWS, ("4/5", True, "应到", "第四章"), ("1/2", False, "应到", "第四章")),
        "村民委员会": (
            {"组织法": _VILLAGERS_LAW},
            ("1/2", False, "登记选民", "第十八条"),
            ("1/2", False, "投票人数", "第十八条"),
        ),
        "居民委员会": (
            {"组织法": _RESIDENTS_LAW},
            ("2/3", False, "居民代表", "第十九条"),
            ("1/2", False, "投票人数", "第十九条"),
        ),
    }[body]
    law = next(iter(laws.values()))
    shares = {
        name: Share(Fraction(part), inclusive, base, law + article)
        for name, (part, inclusive, base, article) in (("quorum", quorum), ("majority", majority))
    }
    rules = worlds.profile(body=body, laws=laws, **{**shares, **profile})
    title = {"党组织": "东镇2026年村（社区）党组织换届选举"}.get(body, f"东镇2026年{body}换届选举")
    return Term(slug="2026", title=title, profile=rules, texts=TEXTS)


def party(organisation: str = "党支部", **changes: Any) -> Records:
    """A Party organisation: a woman and a Hui among the candidates, staff at the meeting."""
    seats = {"书记": 1, "副书记": 0, "委员": 2}
    base = worlds.records(
        term=term("党组织"),
        villages=(worlds.village(organisation=organisation, seats=seats),),
        candidates=(
            worlds.candidate(2, name="丁一", post="书记"),
            worlds.candidate(3, name="张华", sex="女", ethnicity="回"),
            worlds.candidate(4, name="李明", sex="女"),
            worlds.candidate(5, name="王伟", ethnicity="汉"),
        ),
        meetings=(meeting(),),
    )
    return replace(base, **changes)


def meeting(**changes: Any) -> Any:
    return worlds.meeting(
        **{
            "time": "9:00",
            "host": "赵立",
            "chief_scrutineer": "钱明",
            "scrutineers": ("孙华", "李平"),
            "counters": ("周同",),
            "callers": ("吴新",),
            **changes,
        }
    )


def committee(body: str, **changes: Any) -> Records:
    """A villagers' or residents' committee: a chair, a deputy and a member to elect."""
    name = "东村" if body == "村民委员会" else "东社区"
    seats = {"主任": 1, "副主任": 1, "委员": 1}
    people = (("主任", "丁一"), ("副主任", "王伟"), ("委员", "李明"), ("委员", "张华"))
    contacts = replace(worlds.records().contacts, organiser="东镇换届选举工作指导组")
    votes = ("主任", "丁一", 9), ("副主任", "王伟", 8), ("委员", "李明", 7), ("委员", "张华", 2)
    base = worlds.records(
        term=term(body),
        villages=(worlds.village(name=name, seats=seats, due=None, representatives=10, voters=10),),
        candidates=tuple(
            worlds.candidate(
                row, village=name, name=one, post=post, joined=None, stage="正式候选人"
            )
            for row, (post, one) in enumerate(people, start=2)
        ),
        meetings=(meeting(village=name, venue=f"{name}党群服务中心"),),
        contacts=contacts,
        votes=tuple(
            worlds.vote(row, village=name, post=post, name=one, in_favour=yes, against=10 - yes)
            for row, (post, one, yes) in enumerate(votes, start=2)
        ),
    )
    return replace(base, **changes)


def records(body: str) -> Records:
    return party() if body == "党组织" else committee(body)


def entry(world: Records, kind: str, **changes: Any) -> Entry:
    """A row of the register that is approved and right for the kind."""
    clock = {"start": None, "days": None} if kind.endswith("公告") else {}
    if kind == "任职条件和职数公示":
        clock = {"start": None, "days": None}
    days = {"选举结果公告": date(2026, 11, 16), "更正公告": date(2026, 11, 4)}
    clock |= {"posted": days[kind]} if kind in days else {}
    if kind == "任职公示":
        clock = {"posted": date(2026, 11, 17), "start": date(2026, 11, 17)}
    number = {"number": "2", "corrects": "1", "document_number": ""} if kind == "更正公告" else {}
    words = "名单中王伟的出生年月“1985年6月”有误，应为“1986年6月”。"
    number |= {"correction": words} if number else {}
    return worlds.entry(
        **{"village": world.villages[0].name, "kind": kind, **clock, **number, **changes}
    )


def composed(world: Records, kind: str = "候选人公示", **changes: Any) -> Composed:
    """What the kind's register row becomes; a correction answers the issued candidates."""
    row = entry(world, kind, **changes)
    register, issued = (row,), ()
    if kind == "更正公告":
        first = entry(world, "候选人公示")
        issued = (published(compose(first, replace(world, register=(first,)), kinds())),)
        register = (first, row)
    return compose(row, replace(world, register=register), kinds(), issued)


def published(one: Composed, day: date = date(2026, 11, 2)) -> Published:
    assert one.notice is not None, one.findings
    return Published(notice=one.notice, digest="0" * 64, issued_on=day)
