"""Near kin: what a typed relation means, and who is whose near kin.

Which degrees count stands in the profile (名单 近亲属); the tables only say who is what
to whom, and every relation counts both ways.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from gongshi.model.records import Candidate, Records
from gongshi.model.working import Clearance, Kinship

#: What clerks write for each degree, the degree itself apart.
_WORDS = {
    "配偶": "夫 妻 丈夫 妻子 夫妻 爱人 爱人关系",
    "父母": "父 母 父亲 母亲 养父 养母 养父母 继父 继母 继父母",
    "子女": (
        "子 女 儿 儿子 女儿 长子 次子 长女 次女 独子 独女 "
        "养子 养女 养子女 继子 继女 继子女 父子 父女 母子 "
        "母女"
    ),
    "兄弟姐妹": (
        "兄 弟 姐 妹 哥 哥哥 弟弟 姐姐 妹妹 兄长 兄弟 "
        "姐妹 姊妹 兄妹 姐弟 胞兄 胞弟 胞姐 胞妹 亲兄弟 "
        "亲姐妹 亲兄妹 亲姐弟"
    ),
    "祖父母": "祖父 祖母 爷爷 奶奶 祖孙",
    "外祖父母": "外祖父 外祖母 外公 外婆 姥爷 姥姥",
    "孙子女": "孙 孙子 孙女",
    "外孙子女": "外孙 外孙子 外孙女",
    "配偶的父母": "岳父 岳母 岳父母 公公 婆婆 公婆 公爹",
    "子女的配偶": "儿媳 儿媳妇 女婿 翁婿 公媳 婆媳",
    "兄弟姐妹的配偶": "嫂 嫂子 嫂嫂 弟媳 弟妹 姐夫 妹夫",
    "配偶的兄弟姐妹": (
        "内兄 内弟 大舅子 小舅子 大姨子 小姨子 大伯 大伯子 小叔子 大姑子 小姑子 连襟 妯娌"
    ),
    "叔伯姑舅姨": (
        "伯 叔 伯父 伯母 叔父 叔叔 婶婶 婶母 姑 姑姑 姑母 姑父 舅 舅舅 舅父 舅母 姨 姨妈 姨母 姨父"
    ),
    "侄甥": ("侄 侄子 侄女 侄儿 外甥 外甥女 甥 叔侄 伯侄 姑侄 舅甥 姨甥"),
    "堂表兄弟姐妹": (
        "堂兄 堂弟 堂姐 堂妹 堂兄弟 堂姐妹 堂兄妹 堂姐弟 "
        "表兄 表弟 表哥 表姐 表妹 表兄弟 表姐妹 表兄妹 "
        "表姐弟"
    ),
    "近亲属": "",
}


@dataclass(frozen=True, slots=True)
class Kin:
    """One near relative of a person: the name and the row that says so."""

    name: str
    row: Kinship


def degree(relation: str) -> str:
    """The degree a typed relation is of, or ``""`` for words that are not known."""
    return _degrees().get(relation, "")


def near_kin(records: Records) -> Mapping[tuple[str, str], tuple[Kin, ...]]:
    """By village and person the near kin, both ways; empty where the profile has no degrees."""
    listed = records.term.profile.lists.get("近亲属")
    found: dict[tuple[str, str], tuple[Kin, ...]] = {}
    if listed is None:
        return found
    counted = {*listed.words, *map(degree, listed.words), "近亲属"} - {""}
    for row in records.kinships:
        if degree(row.relation) in counted or row.relation in counted:
            for one, other in ((row.name, row.relative), (row.relative, row.name)):
                key = (row.village, one)
                found[key] = (*found.get(key, ()), Kin(other, row))
    return found


def by_person(rows: Iterable[Clearance]) -> Mapping[tuple[str, str], list[Clearance]]:
    """The opinions of the departments by village and person."""
    found: dict[tuple[str, str], list[Clearance]] = {}
    for row in rows:
        found.setdefault((row.village, row.name), []).append(row)
    return found


def standing(records: Records) -> tuple[Candidate, ...]:
    """The candidates, those who failed the review or were replaced left out."""
    replaced = {(one.village, one.replaces) for one in records.candidates if one.replaces}
    return tuple(
        one
        for one in records.candidates
        if one.review != "不通过" and (one.village, one.name) not in replaced
    )


@cache
def _degrees() -> dict[str, str]:
    return {word: name for name, words in _WORDS.items() for word in (name, *words.split())}
