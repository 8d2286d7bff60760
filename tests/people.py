"""Tiny townships whose profile has some of the numbers that plans set on people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

from gongshi.model.finding import Finding
from gongshi.model.profile import Number, Share, Words
from gongshi.model.working import Clearance, Exemption, Kinship, Officer, Uncounted
from gongshi.rules import check_records
from worlds import at, profile, records

PLAN = "《示例方案》"
TODAY = date(2026, 11, 21)


def numbers(**found: int) -> dict[str, Any]:
    return {"numbers": {name: Number(value, PLAN) for name, value in found.items()}}


def shares(**found: tuple[int, int]) -> dict[str, Any]:
    """Shares of the form (1, 3): no less than a third."""
    parts = {name: Share(Fraction(*part), True, "书记", PLAN) for name, part in found.items()}
    return {"shares": parts}


def lists(**found: tuple[str, ...]) -> dict[str, Any]:
    return {"lists": {name: Words(words, PLAN) for name, words in found.items()}}


def told(rule: str, law: dict[str, Any] | None = None, **changes: Any) -> list[Finding]:
    """What one rule says about the tiny township with these numbers and tables."""
    base = records(**changes)
    township = replace(base, term=replace(base.term, profile=profile(**(law or {}))))
    return [one for one in check_records(township, TODAY) if one.rule == rule]


def everybody(**changes: Any) -> tuple[Any, ...]:
    """The four candidates, all changed alike."""
    return tuple(replace(one, **changes) for one in records().candidates)


def changed(**by_name: dict[str, Any]) -> tuple[Any, ...]:
    """The four candidates, some of them changed: ``changed(王伟={"sex": "女"})``."""
    return tuple(replace(one, **by_name.get(one.name, {})) for one in records().candidates)


def kin(name: str, relation: str, relative: str) -> Kinship:
    row = Kinship(village="东村", name=name, relation=relation, relative=relative)
    return at(row, "亲属关系")  # type: ignore[no-any-return]


def allowed(approver: str, day: date, matter: str = "年龄", name: str = "丁一") -> Exemption:
    row = Exemption(village="东村", matter=matter, approver=approver, approved=day, name=name)
    return at(row, "放宽审批")  # type: ignore[no-any-return]


def cleared(name: str, department: str, opinion: str = "无异议", **more: Any) -> Clearance:
    row = Clearance(village="东村", name=name, department=department, opinion=opinion, **more)
    return at(row, "联审意见")  # type: ignore[no-any-return]


def officer(body: str, name: str, **more: Any) -> Officer:
    return at(Officer(village="东村", body=body, name=name, **more), "工作机构人员")  # type: ignore[no-any-return]


def left_out(name: str, ground: str = "年老体弱卧床不起", **more: Any) -> Uncounted:
    days = {"agreed": date(2026, 10, 20), "approved": date(2026, 10, 22), **more}
    row = Uncounted(village="东村", name=name, ground=ground, **days)
    return at(row, "不计入应到党员")  # type: ignore[no-any-return]
