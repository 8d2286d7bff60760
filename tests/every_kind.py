"""A tiny township for each kind of notice and each body: what the kind is about has happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import worlds
from elections import BODIES, KINDS, committee, entry, kinds, meeting, records
from elections import composed as composed_plainly
from gongshi.compose.compose import Composed, compose
from gongshi.model.decisions import Decision
from gongshi.model.profile import Number, Share
from gongshi.model.records import Meeting, Records, Term, Vote
from gongshi.model.working import (
    Audit,
    Goal,
    HandoverItem,
    Objection,
    Officer,
    Posting,
    Proxy,
    Step,
    Voter,
)

LATE = date(2026, 11, 25)
ARTICLE = "《示例条例》第一条"
TEXTS = {
    "明白纸": {"什么时候选": ("选举在11月举行。",), "怎样参加": ("按通知到会投票。",)},
    "政策问答": {"学历不够能不能当候选人？": ("按公布的任职条件执行。",)},
    "公开信": {"": ("换届选举关系每个人的利益。", "请你珍惜自己的一票。")},
    "通告": {"严禁的行为": ("严禁拉票贿选。",), "处理": ("依法依规处理。",)},
    "通报": {"": ("某村一名党员请客拉票，被给予党内警告处分。",)},
    "先进典型": {"": ("三年来修通村道5公里。",)},
    "情况回应": {"关于应到人数": ("应到人数按名册核定。",)},
    "村规民约": {"邻里": ("邻里和睦，互相帮助。",), "环境": ("门前三包。",)},
}
NUMBERS = {
    "异议提出期限": Number(5, ARTICLE),
    "异议处理期限": Number(3, ARTICLE),
    "移交期限": Number(10, ARTICLE),
    "党员推荐权重": Number(60, ARTICLE),
    "群众代表推荐权重": Number(40, ARTICLE),
}
#: What each kind about another round or a decision needs to have happened.
MATTERS = {
    "取消候选人资格公告": "取消候选人资格",
    "当选无效公告": "当选无效",
    "候选人调整公告": "退出",
    "延期选举公告": "延期选举",
    "终止选举公告": "终止选举",
    "选举无效公告": "选举无效",
}
CASES = [(kind.name, body) for kind in kinds().values() for body in kind.bodies]
assert {body for _, body in CASES} == set(BODIES)


def composed(kind: str, body: str, **changes: Any) -> Composed:
    """What a register row of the kind becomes for a body; the plain township has six."""
    if kind in KINDS and not changes:
        return composed_plainly(records(body), kind)
    base = world(kind, body)
    row = entry(
        base, kind, **{"number": "9", "posted": LATE, "start": None, "days": None, **changes}
    )
    if kinds()[kind].publicity == "有" and "days" not in changes:
        row = replace(row, days=5)
    return compose(row, replace(base, register=(*base.register, row)), kinds())


def world(kind: str, body: str) -> Records:
    """Everything told in the tables, and what the kind is about."""
    base = _told(records(body))
    name = base.villages[0].name
    if kind == "另行选举公告":
        votes = tuple(
            replace(v, in_favour=3, against=7) if v.post == "委员" else v for v in base.votes
        )
        return replace(base, votes=votes, meetings=(*base.meetings, _second(name)))
    if kind == "重新投票公告":
        votes = tuple(_tie(vote, body) for vote in base.votes)
        return replace(base, votes=votes, meetings=(*base.meetings, _second(name)))
    if kind == "罢免结果公告":
        return recalling(base, name)
    if kind in MATTERS:
        return replace(base, decisions=(_decision(name, MATTERS[kind]),))
    return base


def _told(base: Records) -> Records:
    name = base.villages[0].name
    people = tuple(
        replace(
            one,
            resume="2005年参加工作。\n2015年起任村干部。",
            achievements="修通村道2公里。",
            character="肯吃苦，有时急躁。",
            pledge="办好三件实事。",
        )
        for one in base.candidates
    )
    replaced = (*people[:-1], replace(people[-1], replaces="赵六"))
    publicity = worlds.entry(
        number="1", village=name, kind="任职公示", posted=date(2026, 11, 10),
        start=date(2026, 11, 10), days=5,
    )  # fmt: skip
    return replace(
        base,
        term=_term(base.term),
        villages=(replace(base.villages[0], members=12, representatives=10, voters=10, groups=2),),
        candidates=replaced,
        meetings=tuple(replace(one, boxes=2, mobile_boxes=1, booths=2) for one in base.meetings)
        + _recommending(name),
        votes=(*base.votes, *_recommended(name)),
        register=(publicity,),
        schedule=_steps(),
        officers=_officers(name),
        voters=_voters(name),
        proxies=(Proxy(village=name, principal="吴一", proxy="郑二", day=date(2026, 11, 1)),
                 Proxy(village=name, principal="丁三", proxy="郑二", day=date(2026, 11, 2))),
        audits=(_audit(name),),
        goals=_goals(name),
        handovers=_items(name),
        objections=_objections(),
        postings=(Posting(notice="1", spot="村口公示栏", day=date(2026, 11, 10)),),
    )  # fmt: skip


def _term(term: Term) -> Term:
    profile = replace(term.profile, numbers=NUMBERS)
    return replace(term, profile=profile, texts={**term.texts, **TEXTS})


def _steps() -> tuple[Step, ...]:
    names = ("选民登记", "提名候选人", "办理委托投票")
    return tuple(
        Step(name=name, start=date(2026, 10, 8 + 3 * n), until=date(2026, 10, 10 + 3 * n),
             requirement="到党群服务中心办理")
        for n, name in enumerate(names)
    )  # fmt: skip


def _officers(name: str) -> tuple[Officer, ...]:
    rows = (
        ("选举委员会", "主任", "周同", "男", "", "村民会议推选"),
        ("选举委员会", "委员", "吴新", "女", "", "村民会议推选"),
        ("选举委员会", "委员", "丁山", "男", "", "村民会议推选"),
        ("村民代表", "", "赵立", "男", "第一小组", ""),
        ("村民代表", "", "孙华", "女", "第二小组", ""),
        ("人民调解委员会", "主任", "钱明", "男", "", "村民代表会议推选"),
        ("村民小组长", "第一小组", "李平", "女", "", ""),
    )
    return tuple(
        Officer(village=name, body=body, post=post, name=who, sex=sex, group=group, method=how)
        for body, post, who, sex, group, how in rows
    )


def _voters(name: str) -> tuple[Voter, ...]:
    first, second = ["王伟", "李明", "张华", "王伟", "丁一", "欧阳晓燕"], ["赵立", "孙华", "周同"]
    sexes = ("男", "女", "女", "女", "男", "女")
    rows = [Voter(village=name, group="第一小组", name=one, sex=sex)
            for one, sex in zip(first, sexes, strict=True)]  # fmt: skip
    rows += [Voter(village=name, group="第二小组", name=one) for one in second]
    changed = date(2026, 11, 20)
    rows.append(
        Voter(village=name, group="第二小组", name="冯七", change="增加", changed_on=changed)
    )
    rows.append(
        Voter(village=name, group="第二小组", name="陈八", change="删除", changed_on=changed)
    )
    return tuple(rows)


def _audit(name: str) -> Audit:
    return Audit(
        village=name, name="钱明", post="村党支部书记", period="2021年3月至2026年10月",
        funds="收支平衡，手续齐全。", assets="账实相符", conclusion="未发现违反财经纪律的问题",
    )  # fmt: skip


def _goals(name: str) -> tuple[Goal, ...]:
    rows = (
        ("任期目标", "", "修通东坡机耕道2公里", "2029年底"),
        ("年度目标", "", "整修饮水管网", "2027年底"),
        ("责任状", "", "集体收入年均增长8%", ""),
        ("公开承诺", "丁一", "每周下村三天", "2027年"),
    )
    return tuple(
        Goal(village=name, kind=kind, name=who, text=text, until=until)
        for kind, who, text, until in rows
    )


def _items(name: str) -> tuple[HandoverItem, ...]:
    rows = ("印章", "公章", "1枚"), ("档案", "换届选举档案", "2卷")
    return tuple(
        HandoverItem(village=name, kind=kind, item=item, quantity=count, giver="钱明",
                     receiver="丁一", witness="郑安", day=date(2026, 11, 24))
        for kind, item, count in rows
    )  # fmt: skip


def _objections() -> tuple[Objection, ...]:
    return (
        Objection(number="1", notice="1", received=date(2026, 11, 12), kind="异议",
                  subject="年龄有疑问",
                  upheld="不成立", outcome="经核查，年龄属实", closed=date(2026, 11, 14)),
    )  # fmt: skip


def _recommending(name: str) -> tuple[Meeting, ...]:
    counts = {"due": 10, "present": 9, "issued": 9, "collected": 9, "valid": 9, "invalid": 0}
    return tuple(
        worlds.meeting(village=name, name=what, day=date(2026, 10, 20), **counts)
        for what in ("党员推荐会", "群众代表推荐会")
    )


def _recommended(name: str) -> tuple[Vote, ...]:
    rows = (("党员推荐会", "丁一", 8), ("群众代表推荐会", "丁一", 7), ("党员推荐会", "张华", 5),
            ("群众代表推荐会", "张华", 9))  # fmt: skip
    return tuple(
        worlds.vote(
            row, village=name, meeting=what, post="委员", name=who, in_favour=yes, against=0
        )
        for row, (what, who, yes) in enumerate(rows, start=20)
    )


def _second(name: str) -> Meeting:
    blank = dict.fromkeys(("present", "issued", "collected", "valid", "invalid"))
    return meeting(village=name, round=2, day=date(2026, 12, 1), **blank)


def _tie(vote: Vote, body: str) -> Vote:
    """Equal votes at the last seat of 委员: two of three for the Party, two for one elsewhere."""
    level = {"李明": 8, "张华": 8, "王伟": 9 if body == "党组织" else 8}
    if vote.post != "委员" or vote.meeting != "选举大会":
        return vote
    return replace(vote, in_favour=level[vote.name], against=10 - level[vote.name])


def recalling(base: Records, name: str, present: int = 6, collected: int = 6) -> Records:
    """A vote of ten voters on two members: one is recalled, the other stays."""
    shares = {
        "罢免到会": Share(Fraction(1, 2), inclusive=False, base="登记选民", article=ARTICLE),
        "罢免通过": Share(Fraction(1, 2), inclusive=False, base="投票人数", article=ARTICLE),
    }
    profile = replace(base.term.profile, shares=shares)
    counts = {"present": present, "issued": 6, "collected": collected, "valid": 6, "invalid": 0}
    held = meeting(village=name, name="罢免投票会议", day=LATE, due=10, **counts)
    votes = tuple(
        worlds.vote(
            30 + n,
            village=name,
            meeting=held.name,
            post="委员",
            name=who,
            in_favour=yes,
            against=6 - yes,
        )
        for n, (who, yes) in enumerate((("李明", 4), ("张华", 3)))
    )
    return replace(
        base,
        term=replace(base.term, profile=profile),
        meetings=(*base.meetings, held),
        votes=(*base.votes, *votes),
    )


def _decision(name: str, matter: str) -> Decision:
    whom = {"取消候选人资格": "赵六", "当选无效": "王伟", "退出": "赵六"}.get(matter, "")
    later = matter == "延期选举"
    return Decision(
        village=name,
        matter=matter,
        body="中共东镇委员会",
        decided=date(2026, 11, 20),
        name=whom,
        post="委员" if whom else "",
        ground="收回的选票与领票登记不符"
        if matter == "选举无效"
        else "经查有拉票行为"
        if whom
        else "连日暴雨",
        basis="《东镇换届选举办法》第十条",
        day=date(2026, 12, 8) if later else None,
        time="上午9:00" if later else "",
        venue="东村党群服务中心" if later else "",
    )


__all__ = ["CASES", "LATE", "committee", "composed", "recalling", "world"]
