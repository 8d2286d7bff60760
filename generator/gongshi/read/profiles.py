"""Profiles: the law's numbers from ``profiles/*.yml``, layer upon layer.

National law stands in a whole profile.  A province or a plan is a profile with 上级 and
规则调整, of the program or of the project (``notices/profiles``).  County, township and
term bring 规则调整 of their own, in this order.  A name and these layers go in, a
``Profile`` comes out, or findings with the line they are on.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from gongshi import resources
from gongshi.model.finding import Finding, Severity, errors
from gongshi.model.place import Place
from gongshi.model.profile import Limit, Number, Override, Profile, Share, Words
from gongshi.model.records import Adjustments
from gongshi.model.rule import Rule
from gongshi.read import overrides
from gongshi.read.local_items import local_items
from gongshi.read.overrides import OVERRIDES, Item, share
from gongshi.read.settings import mapping, texts, yaml_file
from gongshi.read.settings import overrides as read_overrides
from gongshi.read.text import shown
from gongshi.read.yaml_text import Mapping as Node
from gongshi.read.yaml_text import Scalar, Sequence

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

BAD_PROFILE = Rule(
    id="Y084",
    severity=Severity.ERROR,
    title="自己的规则文件有自己的名称和上级",
    basis="录入约定：notices/profiles 里每个文件是一套规则，在上级规则上调整",
    what="核对 notices/profiles 里的文件名能作规则名称、不与程序带的重名，上级不绕圈。",
    why="规则从哪里来必须说得清；绕圈或者重名，就不知道该用哪一个数字。",
    example="甲规则的上级是乙，乙规则的上级又是甲。",
    fix="文件名用小写字母、数字和短横，不与程序带的规则重名；“上级”写程序带的规则或另一个文件。",
)

RULES = (UNKNOWN_PROFILE, UNKNOWN_OVERRIDE, WITHOUT_BASIS, BAD_VALUE, BAD_PROFILE)

#: Where a project keeps profiles of its own.
OWN = "notices/profiles"
#: What is typed where there is no document to cite.
_NO_BASIS = frozenset({"", "无", "略", "待定", "待补", "-", "—", "/"})
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,9}")
_KEYS = {"标题": "title", "上级": "above"}

Overrides = Mapping[str, Override]


@dataclass(frozen=True, slots=True)
class Layers:
    """What lies on the profile: the project's folder, then county, township and term."""

    root: Path | None = None
    shared: tuple[Adjustments, ...] = ()
    term: Overrides = field(default_factory=dict)


def profile_names(root: Path | None = None) -> tuple[str, ...]:
    """The profiles that come with the program, and those of a project; sorted."""
    folders = [resources.built_in("profiles"), *([root / OWN] if root else [])]
    return tuple(sorted({path.stem for folder in folders for path in folder.glob("*.yml")}))


def own_profiles(root: Path) -> list[Finding]:
    """What is wrong with the project's own profiles, used or not."""
    findings = []
    for path in sorted((root / OWN).glob("*.yml")):
        place = Place(f"{OWN}/{path.name}")
        if not _NAME.fullmatch(path.stem) or path.stem in profile_names():
            findings.append(BAD_PROFILE.at(place, f"“{shown(path.stem)}”不能作规则的名称"))
        else:
            findings += _found(path.stem, place, root)[1]
    return findings


def refused(adjustments: Adjustments) -> list[Finding]:
    """What is wrong with 规则调整 of a county or a township, tried on each 机构's profile."""
    findings: list[Finding] = []
    for body, changes in sorted(adjustments.items()):
        profile = next(one for one in _whole_profiles() if one.body == body)
        findings += _changed(profile, changes)[1]
    return findings


def load_profile(
    name: str, place: Place, layers: Layers = Layers()
) -> tuple[Profile | None, list[Finding]]:
    """The profile of that name under its layers; none when it is refused.

    ``place`` is where the name stands in term.yml.  What is wrong with the shared layers
    is reported where they are read (``refused``), not again for every term.
    """
    profile, findings = _found(name, place, layers.root)
    if profile is None:
        return None, findings
    for adjustments in layers.shared:
        profile, _ = _changed(profile, adjustments.get(profile.body, {}))
    profile, own = _changed(profile, layers.term)
    findings += own
    return (None if errors(findings) else profile), findings


def _found(
    name: str, place: Place, root: Path | None, below: tuple[str, ...] = ()
) -> tuple[Profile | None, list[Finding]]:
    """A profile by name, of the program or of the project, on what stands above it."""
    if name in below:
        return None, [BAD_PROFILE.at(place, f"规则“{shown(name)}”的上级绕回了自己")]
    if name not in profile_names(root) or not _NAME.fullmatch(name):
        known = "、".join(profile_names(root))
        return None, [UNKNOWN_PROFILE.at(place, f"没有名为“{shown(name)}”的规则，可用：{known}")]
    if name in profile_names():
        return _built_in(name), []
    path = (root or Path()) / OWN / f"{name}.yml"
    node, findings = yaml_file(path, f"{OWN}/{path.name}")
    if findings:
        return None, findings
    return _derived(name, node, f"{OWN}/{path.name}", root, (*below, name))


def _derived(
    name: str, node: Any, file: str, root: Path | None, below: tuple[str, ...]
) -> tuple[Profile | None, list[Finding]]:
    """标题, 上级 and 规则调整 of a profile that changes another."""
    top, findings = mapping(node, file)
    if top is None:
        return None, findings
    changes, findings = read_overrides(top.items.pop("规则调整", None))
    settings = texts(top, _KEYS, file)
    settings.need(_KEYS, *_KEYS.values())
    findings += settings.findings
    if errors(findings):
        return None, findings
    place = settings.places["above"]
    profile, above = _found(settings.texts["above"], place, root, below)
    if profile is None:
        return None, [*findings, *above]
    base, title = profile.base or profile.id, settings.texts["title"]
    profile, own = _changed(replace(profile, id=name, title=title, base=base), changes)
    findings += own
    return (None if errors(findings) else profile), findings


def _changed(profile: Profile, changes: Overrides) -> tuple[Profile, list[Finding]]:
    findings: list[Finding] = []
    for item, override in sorted(changes.items()):
        profile, found = _overridden(profile, item, override)
        findings += found
    return profile, findings


def _overridden(profile: Profile, item: str, override: Override) -> tuple[Profile, list[Finding]]:
    known = items()
    if item not in known:
        near = difflib.get_close_matches(item, known, n=3, cutoff=0.5)
        hint = f"，是不是“{'”“'.join(near)}”" if near else ""
        message = f"“规则调整”里没有“{shown(item)}”这一项{hint}"
        return profile, [UNKNOWN_OVERRIDE.at(override.place, message)]
    if override.article.strip() in _NO_BASIS:
        return profile, [WITHOUT_BASIS.at(override.place, f"规则调整“{item}”没有写依据")]
    try:
        changed = known[item].apply(profile, override.value.strip(), override.article)
    except ValueError:
        message = f"规则调整“{item}”的值“{shown(override.value, 40)}”读不懂"
        fix = f"写法如：{known[item].example}。"
        return profile, [BAD_VALUE.at(override.place, message, help=fix)]
    return replace(changed, overridden={**changed.overridden, item: override}), []


@cache
def items() -> dict[str, Item]:
    """Every item that 规则调整 may change: the fixed ones, then each generic one by name."""
    found = {**OVERRIDES, **local_items()}
    for profile in _whole_profiles():
        for name, number in profile.numbers.items():
            found.setdefault(name, overrides.number_item(name, number))
        for name, part in profile.shares.items():
            found.setdefault(name, overrides.share_item(name, part))
        for name, words in profile.lists.items():
            found.setdefault(name, overrides.list_item(name, words))
    return found


@cache
def _whole_profiles() -> tuple[Profile, ...]:
    """The program's profiles that stand on nothing else."""
    nodes = {name: _file(name) for name in profile_names()}
    return tuple(_built_in(name) for name, node in nodes.items() if "上级" not in node.items)


@cache
def _file(name: str) -> Node:
    path = resources.built_in("profiles") / f"{name}.yml"
    node, findings = mapping(yaml_file(path, f"profiles/{name}.yml")[0], path.name)
    if node is None:
        raise ValueError(f"the program's own profile {name} is broken: {findings}")
    return node


@cache
def _built_in(name: str) -> Profile:
    node = _file(name)
    if "上级" not in node.items:
        return _profile(name, _plain(node))
    copy = replace(node, items=dict(node.items))
    profile, findings = _derived(name, copy, f"profiles/{name}.yml", None, (name,))
    if profile is None:
        raise ValueError(f"the program's own profile {name} is broken: {findings}")
    return profile


def _plain(node: Any) -> Any:
    """A whole profile's nodes as dicts, lists, numbers and words."""
    if isinstance(node, Scalar):
        return int(node.text) if node.text.isdecimal() else node.text
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return {key: _plain(item) for key, item in node.items.items()}


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
        born_after=date.fromisoformat(item["出生晚于"]) if "出生晚于" in item else None,
    )
