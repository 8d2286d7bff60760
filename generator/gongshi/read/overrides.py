"""规则调整: the closed list of numbers a township may change, and how each is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from gongshi.model.profile import Limit, Number, Profile, Share, Words
from gongshi.model.records import POSTS

Apply = Callable[[Profile, str, str], Profile]

#: Schooling from low to high; each level with the words that clerks use for it.
SCHOOLING = (
    ("小学", "文盲", "扫盲班"),
    ("初中",),
    ("高中", "中专", "职高", "技校", "中技", "职业高中", "中等专科", "中等专业", "中等职业"),
    ("大专", "专科", "大学专科", "高职", "电大", "夜大", "函大"),
    ("本科", "大学", "学士"),
    ("研究生", "硕士", "博士"),
)

_LEVELS = {word: level for level, words in enumerate(SCHOOLING) for word in words}
#: The longest word counts: 中等专科 is no 专科 and 大学专科 no 大学.
_LEVEL = re.compile("|".join(sorted(_LEVELS, key=len, reverse=True)))
_NUMERALS = "零一二三四五六七八九十"
#: What a share may be a share of.
BASES = ("应到", "实到", "登记选民", "居民代表", "投票人数", "有效票", "职数")
_UNITS = "个?工作日|日|天|个月|年|周?岁|名|人|次|元|%"
_BASES = {
    "到会基数": ("应到", "登记选民", "居民代表"),
    "当选基数": ("应到", "实到", "投票人数", "有效票"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of 规则调整: an example of its value and what it changes.

    ``apply`` takes the profile, the value as typed and its citation, and raises
    ``ValueError`` for a value it cannot read.
    """

    example: str
    apply: Apply


def share(text: str) -> tuple[Fraction, bool]:
    """``不少于4/5``, ``超过半数``, ``不低于20%``, ``超过三分之二`` as (fraction, inclusive).

    Raises ``ValueError`` for anything else, and for the whole or more being exceeded.
    """
    match = re.fullmatch(r"(不少于|不低于|超过|多于)(.+)", text)
    if match is None:
        raise ValueError(text)
    fraction, inclusive = _fraction(match[2].strip()), match[1].startswith("不")
    if not 0 <= fraction <= 1 or (fraction == 1 and not inclusive):
        raise ValueError(text)
    return fraction, inclusive


def share_of(text: str, bases: Iterable[str], article: str) -> Share:
    """``超过应到的1/2`` as a share; the base is empty where the text names none.

    Raises ``ValueError`` for what is no share.
    """
    names = "|".join(map(re.escape, bases))
    match = re.fullmatch(rf"(不少于|不低于|超过|多于)(?:({names})的)?(.+)", text)
    if match is None:
        raise ValueError(text)
    fraction, inclusive = share(match[1] + match[3])
    return Share(fraction, inclusive, match[2] or "", article)


def number_item(name: str, example: Number) -> Item:
    """The item of a generic number (数值): digits, with or without a unit."""

    def apply(profile: Profile, value: str, article: str) -> Profile:
        digits = max(4, len(str(example.value)))
        match = re.fullmatch(rf"(\d{{1,{digits}}})(?:{_UNITS})?", value)
        if match is None:
            raise ValueError(value)
        return replace(profile, numbers={**profile.numbers, name: Number(int(match[1]), article)})

    return Item(f"{example.value}，可以带单位，如 5日、5个工作日、30%", apply)


def share_item(name: str, example: Share) -> Item:
    """The item of a generic share (比例), with or without the base it is a share of."""

    def apply(profile: Profile, value: str, article: str) -> Profile:
        new = share_of(value, (*BASES, example.base), article)
        base = new.base or profile.shares.get(name, example).base
        return replace(profile, shares={**profile.shares, name: replace(new, base=base)})

    return Item(f"超过1/2，或者写明基数：超过{example.base}的1/2", apply)


def choice_item(name: str, ways: tuple[str, ...]) -> Item:
    """The item of a list (名单) of one word, which is one of several ways."""

    def apply(profile: Profile, value: str, article: str) -> Profile:
        if value not in ways:
            raise ValueError(value)
        return replace(profile, lists={**profile.lists, name: Words((value,), article)})

    return Item(f"{'、'.join(ways)} 之一", apply)


def list_item(name: str, example: Words) -> Item:
    """The item of a generic list (名单): words with 、 between them, or a list of YAML."""

    def apply(profile: Profile, value: str, article: str) -> Profile:
        words = tuple(word.strip() for word in re.split(r"[、\n]", value))
        if not all(words):
            raise ValueError(value)
        return replace(profile, lists={**profile.lists, name: Words(words, article)})

    return Item("、".join(example.words), apply)


def _fraction(text: str) -> Fraction:
    if text in {"半数", "一半"}:
        return Fraction(1, 2)
    if match := re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?)%", text):
        return Fraction(match[1]) / 100
    if match := re.fullmatch(r"(\d\d?)(?:/([1-9]\d?))?", text):
        return Fraction(int(match[1]), int(match[2] or 1))
    if match := re.fullmatch(f"([{_NUMERALS[2:]}])分之([{_NUMERALS[1:]}])", text):
        return Fraction(_NUMERALS.index(match[2]), _NUMERALS.index(match[1]))
    raise ValueError(text)


def schooling_level(text: str) -> int | None:
    """How high a schooling is, from 0; none for words that are not known.

    ``大专（在读）`` counts as 大专: plans say 含在读.
    """
    return max((_LEVELS[word] for word in _LEVEL.findall(text)), default=None)


def _share_of(field: str) -> Apply:
    def apply(profile: Profile, value: str, article: str) -> Profile:
        fraction, inclusive = share(value)
        old: Share = getattr(profile, field)
        new = replace(old, fraction=fraction, inclusive=inclusive, article=article)
        change: dict[str, Any] = {field: new}
        return replace(profile, **change)

    return apply


def _base_of(field: str, item: str) -> Apply:
    def apply(profile: Profile, value: str, article: str) -> Profile:
        if value not in _BASES[item]:
            raise ValueError(value)
        old: Share = getattr(profile, field)
        change: dict[str, Any] = {field: replace(old, base=value, article=article)}
        return replace(profile, **change)

    return apply


def _margin(profile: Profile, value: str, article: str) -> Profile:
    fraction, inclusive = share(value)
    margin = {
        post: Share(fraction, inclusive, "职数", article) for post in (*profile.margin, "委员")
    }
    return replace(profile, margin=margin)


def _days_of(kind: str) -> Apply:
    def apply(profile: Profile, value: str, article: str) -> Profile:
        match = re.fullmatch(r"([1-9]\d?)(?:个?工作日)?", value)
        if match is None:
            raise ValueError(value)
        days = {**profile.publicity, kind: Number(int(match[1]), article)}
        return replace(profile, publicity=days)

    return apply


def _seats_of(organisation: str) -> Apply:
    def apply(profile: Profile, value: str, article: str) -> Profile:
        match = re.fullmatch(r"(\d{1,2})(?:\s*[-—－至~～]+\s*(\d{1,2}))?", value)
        if match is None or int(match[1]) > int(match[2] or match[1]):
            raise ValueError(value)
        bounds = (int(match[1]), int(match[2] or match[1]), article)
        return replace(profile, seats={**profile.seats, organisation: bounds})

    return apply


def _limit(posts: tuple[str, ...], standing: str) -> tuple[Apply, Apply, Apply]:
    """Setters of the age, the schooling and the birth limit of some posts and standing."""

    def put(profile: Profile, limit: Limit) -> Profile:
        return replace(profile, limits=(*profile.limits, limit))

    def age(profile: Profile, value: str, article: str) -> Profile:
        match = re.fullmatch(r"([1-9]\d)(?:周?岁)?", value)
        if match is None:
            raise ValueError(value)
        return put(profile, Limit(posts, standing, int(match[1]), "", article))

    def schooling(profile: Profile, value: str, article: str) -> Profile:
        if schooling_level(value) is None:
            raise ValueError(value)
        return put(profile, Limit(posts, standing, None, value, article))

    def born(profile: Profile, value: str, article: str) -> Profile:
        after = date.fromisoformat(value)
        return put(profile, Limit(posts, standing, None, "", article, born_after=after))

    return age, schooling, born


def _choice_of(field: str, choices: tuple[str, ...]) -> Apply:
    def apply(profile: Profile, value: str, article: str) -> Profile:
        if value not in choices:
            raise ValueError(value)
        change: dict[str, Any] = {field: value, f"{field}_article": article}
        return replace(profile, **change)

    return apply


def _in_table_order(profile: Profile, value: str, article: str) -> Profile:
    """Posts whose people stay as the table lists them, such as by votes (得票多少)."""
    posts = tuple(word.strip() for word in re.split(r"[、\n]", value))
    if not set(posts) <= set(POSTS):
        raise ValueError(value)
    return replace(profile, as_approved=posts, order_article=article)


_AGE, _SCHOOLING, _BORN = _limit((), "")
_NEW_AGE, _NEW_SCHOOLING, _NEW_BORN = _limit(("书记", "主任"), "新任")
_OLD_AGE, _OLD_SCHOOLING, _OLD_BORN = _limit(("书记", "主任"), "连任")

#: Every item that may be changed, by its name in term.yml.
OVERRIDES: dict[str, Item] = {
    "到会比例": Item("超过4/5，或者 不少于五分之四", _share_of("quorum")),
    "到会基数": Item("应到、登记选民、居民代表 之一", _base_of("quorum", "到会基数")),
    "当选比例": Item("超过半数", _share_of("majority")),
    "当选基数": Item("应到、实到、投票人数、有效票 之一", _base_of("majority", "当选基数")),
    "差额比例": Item("不低于20%", _margin),
    "候选人公示天数": Item("5个工作日", _days_of("候选人公示")),
    "任职公示天数": Item("5个工作日", _days_of("任职公示")),
    "任职条件和职数公示天数": Item("5个工作日", _days_of("任职条件和职数公示")),
    "党支部职数": Item("3-5", _seats_of("党支部")),
    "党总支职数": Item("5-7", _seats_of("党总支")),
    "党委职数": Item("5-9", _seats_of("党委")),
    "委员会职数": Item("5-9", _seats_of("")),
    "年龄上限": Item("55周岁", _AGE),
    "学历下限": Item("初中", _SCHOOLING),
    "新任书记年龄上限": Item("45周岁", _NEW_AGE),
    "新任书记学历下限": Item("高中", _NEW_SCHOOLING),
    "连任书记年龄上限": Item("50周岁", _OLD_AGE),
    "连任书记学历下限": Item("初中", _OLD_SCHOOLING),
    "出生晚于": Item("1971-11-30", _BORN),
    "新任书记出生晚于": Item("1981-11-30", _NEW_BORN),
    "连任书记出生晚于": Item("1976-11-30", _OLD_BORN),
    "公示起算": Item("次日 或者 当日", _choice_of("counting", ("次日", "当日"))),
    "姓名排序": Item("姓氏笔画 或者 姓名笔画", _choice_of("order", ("姓氏笔画", "姓名笔画"))),
    "照名册次序": Item(
        "主任、副主任、委员（名册已按得票多少或者批准次序排好的职务）", _in_table_order
    ),
}
