"""Profiles: the law's numbers from ``profiles/*.yml``, with a township's own on top.

A name and the township's 规则调整 go in, a ``Profile`` comes out, or findings with the
line of term.yml they are on.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from gongshi import resources
from gongshi.model.finding import Finding, Severity, errors
from gongshi.model.place import Place
from gongshi.model.profile import Limit, Number, Override, Profile, Share, Words
from gongshi.model.rule import Rule
from gongshi.read.overrides import OVERRIDES, share

UNKNOWN_PROFILE = Rule(
    id="Y080",
    severity=Severity.ERROR,
    title="规则名称写的是程序带的规则",
    basis="规则的数字各有出处，不能凭空选用",
    what="核对 term.yml 的“规则”是不是程序带的规则之一。",
    why="到会、当选、差额、公示天数都从规则里取；规则认错，所有核对都错。",
    example="规则: party2020",
    fix="把 term.yml 的“规则”改成列出的名称之一。",
)

UNKNOWN_OVERRIDE = Rule(
    id="Y081",
    severity=Severity.ERROR,
    title="规则调整的项目是可以调整的",
    basis="可以调整的项目是固定的，见手册",
    what="核对“规则调整”下的每个名称。",
    why="名称写错，调整就不起作用，而公告会照原来的数字核对。",
    example="规则调整: {到会率: {值: 超过4/5, 依据: …}}",
    fix="改成可以调整的项目名称；不需要调整就删去这一项。",
)

WITHOUT_BASIS = Rule(
    id="Y082",
    severity=Severity.ERROR,
    title="规则调整写明依据",
    basis="各地规定不同，数字必须有出处",
    what="核对“规则调整”的每一项有没有写“依据”。",
    why="没有文件依据就改动法定数字，公告和结果都会受到质疑。",
    example="规则调整: {到会比例: {值: 超过4/5}}",
    fix="写上这个数字出自哪个文件的哪一条。",
)

BAD_VALUE = Rule(
    id="Y083",
    severity=Severity.ERROR,
    title="规则调整的值写法正确",
    basis="每个项目的写法是固定的，见手册",
    what="核对“规则调整”每一项的“值”能不能读懂。",
    why="读不懂的数字不能拿来核对。",
    example="规则调整: {到会比例: {值: 大多数, 依据: …}}",
    fix="照提示的写法改。",
)

RULES = (UNKNOWN_PROFILE, UNKNOWN_OVERRIDE, WITHOUT_BASIS, BAD_VALUE)


def profile_names() -> tuple[str, ...]:
    """The profiles that come with the program, sorted."""
    return tuple(sorted(path.stem for path in resources.built_in("profiles").glob("*.yml")))


def load_profile(
    name: str, overrides: Mapping[str, Override] | None, place: Place
) -> tuple[Profile | None, list[Finding]]:
    """The profile of that name with the township's own numbers; none when it is refused.

    ``place`` is where the name stands in term.yml.
    """
    if name not in profile_names():
        known = "、".join(profile_names())
        return None, [UNKNOWN_PROFILE.at(place, f"没有名为“{name}”的规则，可用：{known}")]
    profile, findings = _built_in(name), []
    for item, override in sorted((overrides or {}).items()):
        profile, refused = _overridden(profile, item, override)
        findings += refused
    return (None if errors(findings) else profile), findings


def _overridden(profile: Profile, item: str, override: Override) -> tuple[Profile, list[Finding]]:
    if item not in OVERRIDES:
        near = difflib.get_close_matches(item, OVERRIDES, n=1, cutoff=0.5)
        hint = f"，是不是“{near[0]}”" if near else ""
        message = f"“规则调整”里没有“{item}”这一项{hint}"
        return profile, [UNKNOWN_OVERRIDE.at(override.place, message)]
    if not override.article.strip():
        return profile, [WITHOUT_BASIS.at(override.place, f"规则调整“{item}”没有写依据")]
    try:
        changed = OVERRIDES[item].apply(profile, override.value.strip(), override.article)
    except ValueError:
        message = f"规则调整“{item}”的值“{override.value}”读不懂"
        fix = f"写法如：{OVERRIDES[item].example}。"
        return profile, [BAD_VALUE.at(override.place, message, help=fix)]
    return replace(changed, overridden={**changed.overridden, item: override.article}), []


@cache
def _built_in(name: str) -> Profile:
    import yaml

    path = resources.built_in("profiles") / f"{name}.yml"
    return _profile(name, yaml.safe_load(path.read_text(encoding="utf-8")))


def _profile(name: str, data: Mapping[str, Any]) -> Profile:
    women = data.get("妇女")
    return Profile(
        id=name,
        title=data["标题"],
        body=data["机构"],
        laws=data["法规"],
        quorum=_share(data["到会"]),
        majority=_share(data["当选"]),
        margin={post: _share({"基数": "职数", **item}) for post, item in data["差额"].items()},
        seats={
            kind: (item["最少"], item["最多"], item["依据"]) for kind, item in data["职数"].items()
        },
        publicity={kind: Number(item["天数"], item["依据"]) for kind, item in data["公示"].items()},
        limits=tuple(_limit(item) for item in data["限制"]),
        women=Number(women["最少"], women["依据"]) if women else None,
        counting=data["起算"]["方式"],
        counting_article=data["起算"]["依据"],
        order=data["排序"]["方式"],
        order_article=data["排序"]["依据"],
        as_approved=tuple(data["排序"].get("按批准顺序", ())),
        numbers={k: Number(i["值"], i["依据"]) for k, i in data.get("数值", {}).items()},
        shares={k: _share(i) for k, i in data.get("比例", {}).items()},
        lists={k: Words(tuple(i["值"]), i["依据"]) for k, i in data.get("名单", {}).items()},
    )


def _share(item: Mapping[str, str]) -> Share:
    fraction, inclusive = share(item["比例"])
    return Share(fraction, inclusive, item["基数"], item["依据"])


def _limit(item: Mapping[str, Any]) -> Limit:
    return Limit(
        posts=tuple(item.get("职务", ())),
        standing=item.get("新任连任", ""),
        oldest=item.get("年龄上限"),
        schooling=item.get("学历下限", ""),
        article=item["依据"],
        youngest=item.get("年龄下限"),
    )
